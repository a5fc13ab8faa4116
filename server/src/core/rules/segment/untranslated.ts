import { findInIdenticalPairs } from "../../compare/pairs/comparable-pairs.ts";
import { leftInEnglish } from "../../compare/wording/reads-as-english.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import { defineRule } from "../rule.ts";

/** Four out of five identical halves are names, numbers and code; a sentence is an oversight. */
export const untranslated = defineRule({
  id: "segment/untranslated",
  summary: "A sentence of running text is translated.",
  severity: "hint",
  check(context) {
    const locale = findEntry(context.document.frontMatter, "ms.contentlocale")?.value;
    if (typeof locale === "string" && /^en\b/i.test(locale)) return [];
    return findInIdenticalPairs(context, leftInEnglish).map(([{ span }]) => ({
      span,
      message: "The translation is the same as the English.",
    }));
  },
});
