import { markupFindings } from "../../segments/markup-findings.ts";
import { defineRule } from "../rule.ts";

/** A half alone is shown in full to every reader, English included, and its segment is lost to the next translation. */
export const unpaired = defineRule({
  id: "segment/unpaired",
  summary:
    "Every translation has its English half, every English half its translation, and every end tag a start.",
  severity: "error",
  check: ({ document }) => markupFindings(document, "unpaired"),
});
