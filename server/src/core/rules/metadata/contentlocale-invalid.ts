import { replaceValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatter, textOf } from "../../front-matter/front-matter.ts";
import { handoffYear } from "../../front-matter/handoff-year.ts";
import { canonicalLocale } from "../../front-matter/locale.ts";
import { quote } from "../../text/quote.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Whoever compares locales letter by letter (many scripts do) takes `zh-cn` and `zh-CN` for two. */
export const contentlocaleInvalid = defineRule({
  id: "metadata/contentlocale-invalid",
  summary: "`ms.contentlocale` is a language tag with region, written like `zh-CN`.",
  severity: "warning",
  check({ document: { frontMatter } }) {
    const entry = findEntry(frontMatter, "ms.contentlocale");
    if (entry === undefined) return [];
    const text = textOf(entry) ?? "";
    const canonical = canonicalLocale(text);
    if (text !== "" && (canonical === text || isOldForm(frontMatter, text, canonical))) return [];

    const fixes: Fix[] =
      canonical === undefined
        ? []
        : [
            {
              title: `Change to \`${canonical}\``,
              edits: [replaceValue(entry, canonical)],
              isPreferred: true,
              isSafe: true,
            },
          ];
    const isEmpty = entry.rawValue === "";
    const expected = canonical === undefined ? "a language tag such as `zh-CN`" : `\`${canonical}\``;
    return [
      {
        span: isEmpty ? entry.keySpan : entry.valueSpan,
        message: `\`ms.contentlocale\` is ${isEmpty ? "empty" : quote(entry.rawValue)}, expected ${expected}.`,
        fixes,
      },
    ];
  },
});

/** Up to 2018 the pipeline wrote `zh-cn`. */
function isOldForm(
  frontMatter: FrontMatter | undefined,
  text: string,
  canonical: string | undefined,
): boolean {
  const year = handoffYear(frontMatter);
  return canonical?.toLowerCase() === text && year !== undefined && year <= "2018";
}
