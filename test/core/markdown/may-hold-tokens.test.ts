import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mayHoldTokens, TokenMarks } from "../../../server/src/core/markdown/may-hold-tokens.ts";

describe("marks of inline Markdown", () => {
  test("each kind of construct has one", () => {
    for (const text of ["`a`", "<b>", "[a](b)", "[a]", "https://a", "WWW.a", "ftp://a"])
      assert.ok(mayHoldTokens(text), text);
  });

  test("emphasis, escapes and an open bracket are none", () => {
    for (const text of ["", "**a** _b_", "\\* a", "a [b", "ww.a", "a: //b"])
      assert.ok(!mayHoldTokens(text), text);
  });
});

describe("marks of one stretch after another", () => {
  test("say the same as a look at each stretch", () => {
    const text = "| a | `b` | 甲 | https://c | d | www.e | [f] | g |";
    const marks = new TokenMarks(text);
    let start = 0;
    for (const cell of text.split("|")) {
      assert.equal(marks.mayStandIn(start, start + cell.length), mayHoldTokens(cell), cell);
      start += cell.length + 1;
    }
  });

  test("a stretch may lie inside the one before", () => {
    const marks = new TokenMarks("ab `c` d");
    assert.ok(marks.mayStandIn(0, 8));
    assert.ok(!marks.mayStandIn(0, 2));
    assert.ok(marks.mayStandIn(3, 6));
    assert.ok(!marks.mayStandIn(6, 8));
  });

  test("an address across the end of a stretch stands in none", () => {
    const marks = new TokenMarks("a://b");
    assert.ok(!marks.mayStandIn(0, 3));
    assert.ok(marks.mayStandIn(0, 4));
  });
});
