import { quote } from "../../text/quote.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import { isMarkdown } from "../../links/paths.ts";
import type { LostSource } from "../../source/page-sources.ts";
import { defineRule } from "../rule.ts";

/** A page whose English is gone is never updated again, and the site goes on showing it. */
export const pageNotFound = defineRule({
  id: "source/page-not-found",
  summary: "A localized page stands where its English page stands.",
  severity: "warning",
  check({ document: { form, frontMatter }, sources: { lost } }) {
    const entry =
      findEntry(frontMatter, "ms.sourcegitcommit") ?? findEntry(frontMatter, "ms.openlocfilehash");
    // Only a page that says what it was made from had a page in the English repository for sure.
    if (lost === undefined || form === "source" || entry === undefined) return [];
    return [{ span: entry.valueSpan, message: describe(lost) }];
  },
});

function describe({ how, to }: LostSource): string {
  if (to === undefined) return "The English page is gone. Delete this page, or redirect it.";
  if (how === "redirected") return `The English page is gone; its address leads to ${quote(to)} now.`;
  const advice = isMarkdown(to) ? " Move this page there." : "";
  return `The English page was moved to ${quote(to)}.${advice}`;
}
