import assert from "node:assert/strict";
import { test } from "node:test";
import { lineEndOf, withLineEnd } from "../../../server/src/core/text/line-end.ts";

test("what is put into a page ends its lines as most lines of the page do", () => {
  assert.equal(lineEndOf("a\r\nb\r\nc\n"), "\r\n");
  assert.equal(lineEndOf("a\r\nb\nc\n"), "\n", "one stray line does not count");
  assert.equal(lineEndOf("\r\n"), "\r\n");
});

test("a page without line ends, or with as many of both, gets plain ones", () => {
  assert.equal(lineEndOf(""), "\n");
  assert.equal(lineEndOf("one line"), "\n");
  assert.equal(lineEndOf("\n"), "\n");
  assert.equal(lineEndOf("a\r\nb\n"), "\n");
});

test("a text takes on other line ends, whichever it had", () => {
  assert.equal(withLineEnd("a\nb\r\nc", "\r\n"), "a\r\nb\r\nc");
  assert.equal(withLineEnd("a\nb\r\nc", "\n"), "a\nb\nc");
});
