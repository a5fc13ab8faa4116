import assert from "node:assert/strict";
import { test } from "node:test";
import { quote, quoteAll } from "../../../server/src/core/text/quote.ts";

test("a piece of text is quoted in backticks, on one line", () => {
  assert.equal(quote(" a\n  b "), "`a b`");
});

test("text with backticks is quoted in longer ones", () => {
  assert.equal(quote("a `b` c"), "`` a `b` c ``");
});

test("a mark of direction is named, since a link with it looks like the one without", () => {
  assert.equal(quote("\u200fapi/sign-in.md"), "`[U+200F]api/sign-in.md`");
  assert.equal(quote("pass\u00adword\u200b"), "`pass[U+00AD]word[U+200B]`");
});

test("joiners that words are written with stay", () => {
  assert.equal(quote("می\u200cخواهم 👩\u200d🚀"), "`می\u200cخواهم 👩\u200d🚀`");
});

test("long text is cut, but never within a character", () => {
  const quoted = quote("😀".repeat(80));
  assert.match(quoted, /^`(?:😀)+…`$/u);
  assert.ok(quoted.length <= 103);
});

test("of many pieces the first are named and the others counted", () => {
  assert.equal(quoteAll(["a", "b"]), "`a`, `b`");
  assert.equal(quoteAll(["a", "b", "c", "d", "e", "f", "g"]), "`a`, `b`, `c`, `d`, `e` and 2 more");
});
