import { writeValue } from "../../front-matter/edit-entry.ts";
import { findEntry, textOf } from "../../front-matter/front-matter.ts";
import { quote } from "../../text/quote.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Measured: 7 to 9 digits on 9,340 pages of 2019 to 2021; 6 before, and the number grows. */
const DIGITS = /^\d{6,10}$/;

/** The pipeline knows the page by this number, and reads it as text: in any quotes, though it writes double ones. */
export const locfileidInvalid = defineRule({
  id: "metadata/locfileid-invalid",
  summary: "`ms.locfileid` is a number of seven to nine digits in quotes.",
  severity: "warning",
  check({ document: { frontMatter } }) {
    const entry = findEntry(frontMatter, "ms.locfileid");
    if (entry === undefined) return [];
    const digits = (textOf(entry) ?? "").trim();
    const isValid = DIGITS.test(digits);
    if (isValid && (entry.rawValue === `"${digits}"` || entry.rawValue === `'${digits}'`)) return [];

    const found = entry.rawValue === "" ? "empty" : quote(entry.rawValue);
    const fixes: Fix[] = isValid
      ? [
          {
            title: "Put the number in double quotes",
            edits: [writeValue(entry, `"${digits}"`)],
            isPreferred: true,
            isSafe: true,
          },
        ]
      : [];
    return [
      {
        span: entry.rawValue === "" ? entry.keySpan : entry.valueSpan,
        message: `\`ms.locfileid\` is ${found}, expected seven to nine digits in double quotes.`,
        fixes,
      },
    ];
  },
});
