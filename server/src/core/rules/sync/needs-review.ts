import { findMarks } from "../../sync/find-marks.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** A translation that fits the English to the letter may still not fit its place. */
export const needsReview = defineRule({
  id: "sync/needs-review",
  summary: "Every translation that a sync took from another place has been read by a person.",
  severity: "info",
  check({ document }) {
    return findIn(findMarks(document), ({ kind, span, markSpan }) => {
      if (kind !== "reused") return undefined;
      return {
        span,
        message:
          "This translation was taken from another place with the same English. Accept it if it fits here.",
        fixes: [{ title: "Accept the translation", edits: [{ span: markSpan, newText: "" }] }],
      };
    });
  },
});
