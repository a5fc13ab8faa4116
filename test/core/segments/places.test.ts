import assert from "node:assert/strict";
import { test } from "node:test";
import { Places } from "../../../server/src/core/segments/places.ts";

/** The places of the letters `a` and `b`. */
function placesOf(text: string): [Places, number, number] {
  return [new Places(text), text.indexOf("a"), text.indexOf("b")];
}

test("a line ends with a line end of any kind", () => {
  for (const [text, expected] of [
    ["a b", true],
    ["\n\na b\n\n", true],
    ["a\nb", false],
    ["a\r\nb", false],
  ] as const) {
    const [places, a, b] = placesOf(text);
    assert.equal(places.areOnOneLine(a, b), expected, text);
    assert.equal(places.areOnOneLine(b, a), expected, text);
  }
});

test("a paragraph ends with a blank line, also in a quotation", () => {
  for (const [text, expected] of [
    ["a\nb", true],
    ["\n\na\n> b\n\n", true],
    ["a\n\nb", false],
    ["a\r\n\r\nb", false],
    ["> a\n> \n> b", false],
    ["a\n\n\n\nb", false],
  ] as const) {
    const [places, a, b] = placesOf(text);
    assert.equal(places.areInOneParagraph(a, b), expected, text);
    assert.equal(places.areInOneParagraph(b, a), expected, text);
  }
});
