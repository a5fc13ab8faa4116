import { markupFindings } from "../../segments/markup-findings.ts";
import { defineRule } from "../rule.ts";

/** Mostly a pair pasted into another one. Tools read the outer one up to the wrong end. */
export const nested = defineRule({
  id: "segment/nested",
  summary: "No segment starts inside another segment.",
  severity: "error",
  check: ({ document }) => markupFindings(document, "nested"),
});
