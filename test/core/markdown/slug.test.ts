import assert from "node:assert/strict";
import { test } from "node:test";
import { slug } from "github-slugger";
import { slugOf } from "../../../server/src/core/markdown/slug.ts";

test("each character alone gives the slug that GitHub gives it", () => {
  for (let code = 0; code < 0xd800; code += 1) {
    const character = String.fromCharCode(code);
    // Those that Markdown may take for markup or blanks.
    if (/[\\`*_<>[\]!&\s]/.test(character)) continue;
    assert.equal(slugOf(`Ab 1${character}`), slug(`Ab 1${character}`), code.toString(16));
  }
});

test("blanks around a heading do not count", () => {
  assert.equal(slugOf("  設定 Übersicht  2 "), "設定-übersicht--2");
});
