import { CERTAIN } from "../../align/confidence.ts";
import { englishPlaces } from "../../freshness/english-place.ts";
import { type Freshness, judgePage } from "../../freshness/judge-page.ts";
import { summarizeChange } from "../../freshness/summarize-change.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import type { Document } from "../../document/document.ts";
import type { PageSources } from "../../source/page-sources.ts";
import { defineRule, type Finding } from "../rule.ts";

const HERE = "The English text as it is now.";

/** A reader of the translation is told what was true when it was made. */
export const segmentChanged = defineRule({
  id: "source/segment-changed",
  summary:
    "The English of a segment, of the title and of the description is as it was when it was translated.",
  severity: "info",
  check({ document, sources }) {
    const freshness = judgePage(document, sources);
    return freshness.state === "outdated" ? findChanges(document, sources, freshness) : [];
  },
});

function* findChanges(document: Document, sources: PageSources, freshness: Freshness): Iterable<Finding> {
  yield* changedHeader(document, sources, freshness);
  for (const { source, span, confidence, verdict } of freshness.segments ?? []) {
    if (verdict.state !== "changed" || span === undefined || confidence < CERTAIN) continue;
    yield {
      span,
      message: `English ${summarizeChange(source, verdict.place.text)}.`,
      related: englishPlaces(sources, verdict.place.span, HERE),
    };
  }
}

function* changedHeader(
  { frontMatter }: Document,
  sources: PageSources,
  { others }: Freshness,
): Iterable<Finding> {
  for (const { kind, old, now, span } of others) {
    const entry = kind === "title" || kind === "description" ? findEntry(frontMatter, kind) : undefined;
    if (entry === undefined || now === undefined) continue;
    yield {
      span: entry.valueSpan,
      message: `The English ${kind} ${summarizeChange(old ?? "", now)}.`,
      related: englishPlaces(sources, span, HERE),
    };
  }
}
