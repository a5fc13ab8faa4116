import { CERTAIN } from "../../align/confidence.ts";
import { quote } from "../../text/quote.ts";
import { judgePage } from "../../freshness/judge-page.ts";
import { defineRule } from "../rule.ts";

/** What English no longer says is often no longer true. */
export const segmentRemoved = defineRule({
  id: "source/segment-removed",
  summary: "The English of a segment is still in the English page.",
  severity: "info",
  *check({ document, sources }) {
    const freshness = judgePage(document, sources);
    if (freshness.state !== "outdated") return;
    const { segments = [] } = freshness;
    for (const { source, span, confidence, verdict } of segments) {
      if (verdict.state !== "removed" || span === undefined || confidence < CERTAIN) continue;
      yield { span, message: `English no longer has this segment: ${quote(source)}.` };
    }
  },
});
