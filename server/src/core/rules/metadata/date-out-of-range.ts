import { replaceValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry, textOf } from "../../front-matter/front-matter.ts";
import { daysBetween, formatDay, isRealDay, readDate } from "../../front-matter/read-date.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { type Day, defineRule, type Finding } from "../rule.ts";

const DATE_KEYS = ["ms.date", "ms.lasthandoff"];
/** Where a writer sits, the day may have begun that has not begun elsewhere. */
const SLACK_DAYS = 1;
/** No page of the product is older; a smaller year is a slip. */
const FIRST_YEAR = 1990;

/** A day that does not exist, or lies ahead, was mistyped; readers see it as the day of the last revision. */
export const dateOutOfRange = defineRule({
  id: "metadata/date-out-of-range",
  summary: "`ms.date` and `ms.lasthandoff` are days of the calendar and not in the future.",
  severity: "warning",
  check({ document: { frontMatter }, today }) {
    return findIn(DATE_KEYS, (key) => {
      const entry = findEntry(frontMatter, key);
      const day = entry === undefined ? undefined : readDate(textOf(entry) ?? "");
      return entry === undefined || day === undefined ? undefined : checkDay(entry, day, today);
    });
  },
});

function checkDay(entry: FrontMatterEntry, day: Day, today: Day): Finding | undefined {
  const isReal = isRealDay(day);
  const isAhead = isReal && daysBetween(day, today) > SLACK_DAYS;
  if (isReal && !isAhead && day.year >= FIRST_YEAR) return undefined;
  const found = `\`${entry.key}\` is ${quote(textOf(entry) ?? "")}`;
  const span = entry.valueSpan;
  if (!isReal) {
    const swapped = { year: day.year, month: day.day, day: day.month };
    const message = `${found}, which is no day of the calendar, expected a date as MM/DD/YYYY.`;
    if (!isRealDay(swapped)) return { span, message };
    const date = formatDay(swapped);
    const edits = [replaceValue(entry, date)];
    return {
      span,
      message,
      fixes: [{ title: `Change to \`${date}\``, edits, isPreferred: true, isSafe: true }],
    };
  }
  if (isAhead) {
    return {
      span,
      message: `${found}, which is in the future, expected today (${formatDay(today)}) at the latest.`,
    };
  }
  return { span, message: `${found}, expected a year from ${FIRST_YEAR} on.` };
}
