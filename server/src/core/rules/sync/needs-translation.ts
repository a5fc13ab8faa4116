import { findMarks } from "../../sync/find-marks.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

const MESSAGES = {
  changed:
    "The English of this text changed after it was translated. Bring the translation up to date, then take out the mark.",
  new: "This text is new and still English. Translate it, then take out the mark.",
} as const;

/** What a sync could not do without a translator. */
export const needsTranslation = defineRule({
  id: "sync/needs-translation",
  summary: "Every text that a sync marked as new or changed has been translated.",
  severity: "warning",
  check({ document }) {
    return findIn(findMarks(document), ({ kind, span, markSpan }) => {
      if (kind === "reused") return undefined;
      return {
        span,
        message: MESSAGES[kind],
        fixes: [{ title: "Mark as translated", edits: [{ span: markSpan, newText: "" }] }],
      };
    });
  },
});
