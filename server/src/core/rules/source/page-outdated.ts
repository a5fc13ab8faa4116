import { countSegments, type SegmentCounts } from "../../freshness/count-segments.ts";
import { type Freshness, judgePage } from "../../freshness/judge-page.ts";
import type { OtherChange } from "../../freshness/other-changes.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import type { Document } from "../../document/document.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** The writer of a page should see at its top whether it is worth polishing, or has to be translated anew. */
export const pageOutdated = defineRule({
  id: "source/page-outdated",
  summary: "The English page has not changed since the page was made from it.",
  severity: "info",
  check({ document, sources }) {
    const freshness = judgePage(document, sources);
    if (freshness.state !== "outdated") return [];
    return [{ span: placeOf(document), message: describe(freshness) }];
  },
});

/** The key that says which English it is; in a page without header, its start. */
function placeOf({ frontMatter }: Document): Span {
  const entry = findEntry(frontMatter, "ms.sourcegitcommit") ?? findEntry(frontMatter, "ms.openlocfilehash");
  return entry?.valueSpan ?? { start: 0, end: 0 };
}

function describe(freshness: Freshness): string {
  const counts = countSegments(freshness);
  if (counts === undefined) {
    return (
      "The English page is not the one that this page was made from. " +
      "What changed cannot be told, because that one is not to be had."
    );
  }
  const changes = [...listSegments(counts), ...listOthers(freshness.others)];
  return `English changed since this page was made from it: ${changes.join(", ")}.`;
}

function listSegments({ total, changed, removed, moved, new: added }: SegmentCounts): string[] {
  const listed = [
    [changed, "changed"],
    [removed, "removed"],
    [moved, "moved"],
  ] as const;
  const segments = listed.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (segments.length > 0) segments[0] = `of ${total} segments ${segments[0] ?? ""}`;
  return added > 0 ? [...segments, `${added} new`] : segments;
}

function listOthers(others: readonly OtherChange[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of others) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Array.from(counts, ([kind, count]) => {
    if (kind === "title" || kind === "description") return `another ${kind}`;
    return count === 1 ? `another ${kind}` : `${count} other ${kind}s`;
  });
}
