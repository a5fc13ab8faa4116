import assert from "node:assert/strict";
import { test } from "node:test";
import { stripJsonComments } from "../../../server/src/core/config/strip-json-comments.ts";

function read(text: string): unknown {
  return JSON.parse(stripJsonComments(text));
}

test("plain JSON stays as it is", () => {
  const text = '{ "a": [1, "b\\"//c", "/* d */"], "e": "x,}" }';
  assert.equal(stripJsonComments(text), text);
});

test("comments and trailing commas are taken out", () => {
  assert.deepEqual(read('\uFEFF// one\n{ "a": [1, 2, /* two, */ ], // three\n}'), { a: [1, 2] });
});

test("places in the text stay the same", () => {
  const text = '/* 🚀\r\n */ { "a": 1 }';
  const stripped = stripJsonComments(text);
  assert.equal(stripped.length, text.length);
  assert.equal(stripped.indexOf("a"), text.indexOf("a"));
  assert.ok(stripped.includes("\r\n"));
});

test("a comment or string without end is left to the JSON parser", () => {
  for (const text of ['{ "a": 1 /* x', '{ "a', '{ "a\\', "/"]) {
    assert.throws(() => read(text), SyntaxError);
  }
});

test("long comments are no trouble", () => {
  assert.deepEqual(read(`/*${"* ".repeat(200_000)}*/{}`), {});
});
