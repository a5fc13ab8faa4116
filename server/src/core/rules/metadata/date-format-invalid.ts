import { replaceValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry, textOf } from "../../front-matter/front-matter.ts";
import { formatDay, guessDays, readDate } from "../../front-matter/read-date.ts";
import type { PageSources } from "../../source/page-sources.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

const DATE_KEYS = ["ms.date", "ms.lasthandoff"];

/** The build rejects other forms, or takes the day for the month. */
export const dateFormatInvalid = defineRule({
  id: "metadata/date-format-invalid",
  summary: "`ms.date` and `ms.lasthandoff` are written as MM/DD/YYYY.",
  severity: "warning",
  check({ document: { frontMatter }, sources }) {
    return findIn(DATE_KEYS, (key) => {
      const entry = findEntry(frontMatter, key);
      if (entry === undefined) return undefined;
      const text = textOf(entry);
      if (text === "" || (text !== undefined && readDate(text) !== undefined)) return undefined;
      // Whoever put it right here would have another value than English.
      if (text !== undefined && text === englishText(sources, key)) return undefined;
      const found = text === undefined ? "a list" : quote(text);
      return {
        span: entry.valueSpan,
        message: `\`${key}\` is ${found}, expected a date as MM/DD/YYYY.`,
        fixes: text === undefined ? [] : fixesFor(entry, text),
      };
    });
  },
});

function englishText({ current }: PageSources, key: string): string | undefined {
  const entry = findEntry(current?.document.frontMatter, key);
  return entry && textOf(entry);
}

/** Preferred where the date has one reading only. */
function fixesFor(entry: FrontMatterEntry, text: string): Fix[] {
  const days = guessDays(text);
  return days.map((day) => {
    const date = formatDay(day);
    const fix = { title: `Change to \`${date}\``, edits: [replaceValue(entry, date)] };
    return days.length === 1 ? { ...fix, isPreferred: true, isSafe: true } : fix;
  });
}
