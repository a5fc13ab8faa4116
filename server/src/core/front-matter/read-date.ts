import type { Day } from "../rules/rule.ts";

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/**
 * The form that Learn and the pipeline have: `MM/DD/YYYY`; one digit for month or day occurs and is understood, and so
 * does a time behind it, `12:00:00 AM`, in pages that a tool writes.
 */
const MONTH_DAY_YEAR = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d\d:\d\d [AP]M)?$/;
/** `2020-07-01`, `2020/7/1`, `2020.07.01`, `2020年7月1日`, `2020년 7월 1일` */
const YEAR_FIRST = /^(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2}) ?[日일.]?$/;
/** A time of day behind a date. */
const TIME = /[T ]\d{1,2}(?::| ?-).*$/;
/** `24.12.2020`, `24-12-2020`, `24/12/20`: which one is the month? */
const YEAR_LAST = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})$/;
/** `July 1, 2020`, `Jul 1 2020` */
const NAMED_MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
/** `1 July 2020`, `1-Jul-2020` */
const NAMED_MONTH_SECOND = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i;

/** Reads `MM/DD/YYYY`. `undefined`: another form. The numbers need not make a real date. */
export function readDate(text: string): Day | undefined {
  const match = MONTH_DAY_YEAR.exec(text);
  if (match === null) return undefined;
  return { year: Number(match[3]), month: Number(match[1]), day: Number(match[2]) };
}

/**
 * The days that a date in another form may mean: one where only one reading makes a real date, two where day and month
 * may be swapped (`07-01-2020`), none where it is no date.
 */
export function guessDays(text: string): Day[] {
  const plain = text.normalize("NFKC").trim().replace(TIME, "");
  return readings(plain).filter(isRealDay);
}

function readings(text: string): Day[] {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return [toDay(yearFirst[1], yearFirst[2], yearFirst[3])];

  const named = NAMED_MONTH_FIRST.exec(text);
  if (named !== null) return [toDay(named[3], monthNumber(named[1]), named[2])];
  const namedSecond = NAMED_MONTH_SECOND.exec(text);
  if (namedSecond !== null) return [toDay(namedSecond[3], monthNumber(namedSecond[2]), namedSecond[1])];

  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return [];
  const [, first, separator, second, year] = yearLast;
  const fullYear = year?.length === 2 ? `20${year}` : year;
  const monthFirst = toDay(fullYear, first, second);
  const dayFirst = toDay(fullYear, second, first);
  // With slashes the month comes first, as everywhere in these headers, unless it cannot.
  if (separator === "/") return isRealDay(monthFirst) ? [monthFirst] : [dayFirst];
  return first === second ? [monthFirst] : [monthFirst, dayFirst];
}

/** Whether the calendar has such a day. */
export function isRealDay({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

/** `MM/DD/YYYY` */
export function formatDay({ year, month, day }: Day): string {
  const [mm, dd, yyyy] = [
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
    String(year).padStart(4, "0"),
  ];
  return `${mm}/${dd}/${yyyy}`;
}

/** Days of distance on the calendar: positive when `a` is later. Both must be real days. */
export function daysBetween(a: Day, b: Day): number {
  return (Date.UTC(a.year, a.month - 1, a.day) - Date.UTC(b.year, b.month - 1, b.day)) / 86_400_000;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 0, which is no month, for a word that is none. */
function monthNumber(name = ""): number {
  const word = name.toLowerCase();
  const short = word === "sept" ? "sep" : word;
  return MONTHS.findIndex((month) => month === word || month.slice(0, 3) === short) + 1;
}

function toDay(year: string | undefined, month: string | number | undefined, day: string | undefined): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
