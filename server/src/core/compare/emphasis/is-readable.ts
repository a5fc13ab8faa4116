import { countDelimiters } from "../../markdown/meaning.ts";

/** Characters; no sentence has more (measured: 1,027, and 80 asterisks). What has would cost remark too much. */
export const LONGEST_SENTENCE = 5000;
const MOST_DELIMITERS = 400;

/** Whether remark can be asked about a half in reasonable time. */
export function isReadable(text: string): boolean {
  if (text.length <= MOST_DELIMITERS) return true;
  return text.length <= LONGEST_SENTENCE && countDelimiters(text) <= MOST_DELIMITERS;
}
