import type { Day } from "./rule.ts";

/** The day of a moment where the program runs, which is where the writer is: a date of today is not one of tomorrow. */
export function dayOf(moment: Date): Day {
  return { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
}
