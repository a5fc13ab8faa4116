import { replaceValue } from "../../front-matter/edit-entry.ts";
import { findEntry, textOf } from "../../front-matter/front-matter.ts";
import { quote } from "../../text/quote.ts";
import { defineRule, type Fix } from "../rule.ts";

/** What the pipeline writes today, and what it wrote until 2020. */
const TYPES = ["HT", "MT", "MTE75", "MTE95", "Human Translation", "Machine Translation", "Auto"];

/** The type decides whether a page may be corrected by hand: what a machine translated, the next run overwrites. */
export const translationtypeInvalid = defineRule({
  id: "metadata/translationtype-invalid",
  summary: "`ms.translationtype` is `HT` (translated by a person) or `MT` (by a machine).",
  severity: "warning",
  check({ document: { frontMatter } }) {
    const entry = findEntry(frontMatter, "ms.translationtype");
    if (entry === undefined) return [];
    const text = textOf(entry) ?? "";
    if (TYPES.includes(text)) return [];

    const type = TYPES.find((each) => each.toLowerCase() === text.trim().toLowerCase());
    const fixes: Fix[] =
      type === undefined
        ? []
        : [
            {
              title: `Change to \`${type}\``,
              edits: [replaceValue(entry, type)],
              isPreferred: true,
              isSafe: true,
            },
          ];
    const isEmpty = entry.rawValue === "";
    return [
      {
        span: isEmpty ? entry.keySpan : entry.valueSpan,
        message: `\`ms.translationtype\` is ${isEmpty ? "empty" : quote(entry.rawValue)}, expected \`HT\` or \`MT\`.`,
        fixes,
      },
    ];
  },
});
