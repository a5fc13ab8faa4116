import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { toolMarkFindings } from "../../../server/src/core/segments/tool-marks.ts";

test("reports marks of a translation tool where there are more than a function takes arguments", () => {
  const count = 150_000;
  assert.equal(toolMarkFindings(parseDocument("甲@no__t-0".repeat(count))).length, count);
});
