import { markupFindings } from "../../segments/markup-findings.ts";
import { toolMarkFindings } from "../../segments/tool-marks.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule } from "../rule.ts";

/** `&quot;` in place of `"`, a lost bracket: readers see the markup as text, and tools lose the segment. */
export const corruptMarkup = defineRule({
  id: "segment/corrupt-markup",
  summary:
    "The markup of segments and anchors is written with straight quotation marks and nothing missing, and that of translation tools is gone.",
  severity: "error",
  check: ({ document }) => inTurn(markupFindings(document, "corrupt-markup"), toolMarkFindings(document)),
});
