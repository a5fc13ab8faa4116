import { identicalPairs } from "../../compare/comparable-pairs.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import { defineRule } from "../rule.ts";

/** Fewer are a name or a string of the product. */
const LEAST_WORDS = 4;
const LOWER_CASE_WORD = /(?<![\p{L}\d-])[a-z]{2,}(?![\p{L}\d-])/gu;
const CAPITALIZED_WORD = /(?<![\p{L}\d])[A-Z]/gu;
/** A command, a path or a signature stays as it is in every language. */
const CODE = /[`{}<>=;_|\\$]|\w\/\w|\w\(|--\w|\w\.\w/;

/** Four out of five identical halves are names, numbers and code; a sentence is an oversight. */
export const untranslated = defineRule({
  id: "segment/untranslated",
  summary: "A sentence of running text is translated.",
  severity: "hint",
  *check({ document }) {
    const locale = findEntry(document.frontMatter, "ms.contentlocale")?.value;
    if (typeof locale === "string" && /^en\b/i.test(locale)) return;
    for (const { target, span } of identicalPairs(document)) {
      const words = target.prose.match(LOWER_CASE_WORD)?.length ?? 0;
      const capitalized = target.prose.match(CAPITALIZED_WORD)?.length ?? 0;
      // More capitals than other words make the name of a product.
      if (words < LEAST_WORDS || words <= capitalized || CODE.test(target.text)) continue;
      yield { span, message: "The translation is the same as the English." };
    }
  },
});
