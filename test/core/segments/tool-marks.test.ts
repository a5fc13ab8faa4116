import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { toolMarkFindings } from "../../../server/src/core/segments/tool-marks.ts";

test("reports marks of a translation tool where there are more than a function takes arguments", () => {
  const count = 150_000;
  const findings = [...toolMarkFindings(parseDocument("甲@no__t-0".repeat(count)))];
  assert.equal(findings.length, count);
});
