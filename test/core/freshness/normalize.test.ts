import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isSilent,
  isWordBoundary,
  normalize,
  normalizedText,
} from "../../../server/src/core/freshness/normalize.ts";

/** Two ways to write the same sentence. */
function checkSame(one: string, other: string): void {
  assert.equal(normalize(one).text, normalize(other).text);
}

test("blanks of all kinds do not count", () => {
  checkSame("Open the\u00a0page.", "Open  the\n page.");
  checkSame("Open\u200b the page.", "Open the page.");
  checkSame("Open the\r\npage.", "Open the\npage.");
});

test("quote markers at the start of a line do not count, signs inside of it do", () => {
  checkSame("Open it.\n> > Close it.", "Open it.\nClose it.");
  assert.notEqual(normalize("File > Open").text, normalize("File Open").text);
  assert.equal(normalize(">= 5").text, ">=5");
});

test("escapes and entities are undone", () => {
  checkSame("Requirements\\* of A &amp; B", "Requirements* of A & B");
  checkSame("C\\# &#8212; &quot;x&quot;", 'C# — "x"');
  checkSame("one&nbsp;two", "one two");
  assert.equal(normalize("&nosuchname; &x").text, "&nosuchname;&x");
});

test("emphasis and code marks do not count, however they are written", () => {
  checkSame("**Paragraph** s", "**Paragraph**s");
  checkSame("_x_ and __y__", "*x* and **y**");
  checkSame("Call `open()`.", "Call open().");
});

test("a link leads to the same place in other letter case, and not to another", () => {
  checkSame("[Lab](https://example.com/Script-Lab)", "[Lab](https://example.com/script-lab)");
  assert.notEqual(
    normalize("[Lab](https://example.com/a)").text,
    normalize("[Lab](https://example.com/b)").text,
  );
  assert.notEqual(normalize("[Lab](x)").text, normalize("[lab](x)").text);
});

test("each character knows where it stands", () => {
  const raw = "A **b** &amp; \\* 😀\n> c";
  const { text, offsets } = normalize(raw);
  assert.equal(text, "Ab&😀c");
  assert.deepEqual(
    Array.from(text, (_, nth) => raw.charAt(offsets[nth] ?? -1)),
    ["A", "b", "&", "\ud83d", "\ude00"],
  );
  assert.equal(raw.charAt(offsets[5] ?? -1), "c");
});

test("the text alone, and whether there is any, are those of the text with places", () => {
  const pieces = [
    "\n",
    "\r\n",
    " ",
    ">",
    "\\",
    "&amp;",
    "&nbsp;",
    "&#42;",
    "&",
    "*",
    "](A",
    "x",
    "\u3000",
    "“",
    "\u2028",
  ];
  for (const one of pieces) {
    for (const two of pieces) {
      for (const three of pieces) {
        const raw = one + two + three;
        const { text, offsets } = normalize(raw);
        assert.equal(normalizedText(raw), text);
        assert.equal(isSilent(raw), text === "", JSON.stringify(raw));
        assert.equal(offsets.length, text.length);
        assert.ok(
          offsets.every((offset, nth) => nth === 0 || offset >= (offsets[nth - 1] as number)),
          JSON.stringify(raw),
        );
      }
    }
  }
});

test("a word goes on across marks of emphasis only where nothing was left out", () => {
  const normalized = normalize("add-ins open");
  assert.equal(isWordBoundary(normalized, 0), true);
  assert.equal(isWordBoundary(normalized, 1), false);
  assert.equal(isWordBoundary(normalized, 3), true);
  assert.equal(isWordBoundary(normalized, 7), true);
  assert.equal(isWordBoundary(normalized, normalized.text.length), true);
});

test("a hostile text takes time linear in its length", () => {
  for (const piece of ["\n", "\n  ", ">", "\\", "&", "&#", "](", "*_", "\n>\t", "`"]) {
    const started = performance.now();
    normalize(piece.repeat(200_000));
    assert.ok(performance.now() - started < 2000, JSON.stringify(piece));
  }
});
