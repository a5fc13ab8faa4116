import { CERTAIN } from "../../align/confidence.ts";
import { quote } from "../../text/quote.ts";
import { judgePage } from "../../freshness/judge-page.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** What English no longer says is often no longer true. */
export const segmentRemoved = defineRule({
  id: "source/segment-removed",
  summary: "The English of a segment is still in the English page.",
  severity: "info",
  check({ document, sources }) {
    const freshness = judgePage(document, sources);
    if (freshness.state !== "outdated") return [];
    return findIn(freshness.segments ?? [], ({ source, span, confidence, verdict }) => {
      if (verdict.state !== "removed" || span === undefined || confidence < CERTAIN) return undefined;
      return { span, message: `English no longer has this segment: ${quote(source)}.` };
    });
  },
});
