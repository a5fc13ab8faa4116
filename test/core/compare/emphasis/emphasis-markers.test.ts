import assert from "node:assert/strict";
import { test } from "node:test";
import { findMarkers } from "../../../../server/src/core/compare/emphasis/emphasis-markers.ts";
import { Half } from "../../../../server/src/core/compare/pairs/half.ts";

test("behind a letter a marker opens before what Unicode has for neither a blank nor punctuation", () => {
  for (let code = 0; code <= 0xffff; code++) {
    const unit = String.fromCharCode(code);
    if (unit === "*") continue;
    const [marker] = findMarkers(new Half(`甲*${unit}`));
    assert.equal(marker?.opens, !/^[\s\p{P}\p{S}]$/u.test(unit), code.toString(16));
  }
});
