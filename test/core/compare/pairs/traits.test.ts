import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameText } from "../../../../server/src/core/compare/pairs/same-text.ts";
import * as traits from "../../../../server/src/core/compare/pairs/traits.ts";

test("the traits of a text are those of its characters", () => {
  const { INK, BACKTICK, ANGLE, LINK_END, ASTERISK, UNDERSCORE, BRACKET, BRACE, LETTER, DIGIT } = traits;
  const texts: readonly (readonly [string, traits.Traits])[] = [
    ["", 0],
    [" \t\r\n\u00a0\u200a\u3000\ufeff", 0],
    ["甲。", INK],
    ["é", INK],
    ["`", INK | BACKTICK],
    ["<", INK | ANGLE],
    ["[", INK | BRACKET],
    ["]", INK | BRACKET | LINK_END],
    ["*", INK | ASTERISK],
    ["＊", INK | ASTERISK],
    ["_", INK | UNDERSCORE],
    ["「", INK | BRACKET],
    ["„", INK | BRACKET],
    ["{", INK | BRACKET | BRACE],
    ["%", INK | BRACE],
    ["a Z", INK | LETTER],
    ["7", INK | DIGIT],
    ["&", INK | traits.AMPERSAND],
    ["|\\", INK | traits.PIPE | traits.BACKSLASH],
  ];
  for (const [text, expected] of texts) assert.equal(traits.traitsOf(text), expected, text);
});

test("two slashes or two `w` next to each other may be a URL, one is none", () => {
  for (const text of ["https://a", "www.a", "WWW.A", "Www.a"])
    assert.ok((traits.traitsOf(text) & traits.URL) !== 0, text);
  for (const text of ["a/b", "w w", "/w/", "w/"]) assert.equal(traits.traitsOf(text) & traits.URL, 0, text);
});

test("what begins a digit of any script is known for one, and what a blank is for none", () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    const found = traits.traitsOfUnit(character.charCodeAt(0));
    if (/\p{Nd}/u.test(character)) assert.ok((found & traits.DIGIT) !== 0, code.toString(16));
    if (code <= 0xffff) assert.equal((found & traits.INK) === 0, character.trim() === "", code.toString(16));
  }
});

test("the traits of a pair are asked for by half", () => {
  const pair = traits.traitsOfPair(traits.traitsOf("a"), traits.traitsOf("7"));
  assert.ok((pair & traits.inTarget(traits.LETTER)) !== 0);
  assert.equal(pair & traits.inSource(traits.LETTER), 0);
  assert.ok((pair & traits.inSource(traits.DIGIT)) !== 0);
  assert.equal(pair & traits.inTarget(traits.DIGIT), 0);
  assert.ok((pair & traits.inEither(traits.DIGIT)) !== 0);
});

test("texts are the same but for blanks around them", () => {
  for (const [a, b] of [
    ["", " "],
    ["a", " a\u3000"],
    ["a b", "a b"],
    ["a ", "a  "],
  ] as const)
    assert.ok(isSameText(a, b), `${a}|${b}`);
  for (const [a, b] of [
    ["a", ""],
    ["a b", "ab"],
    ["a", "a b"],
    ["a  b", "a b"],
  ] as const)
    assert.ok(!isSameText(a, b), `${a}|${b}`);
});
