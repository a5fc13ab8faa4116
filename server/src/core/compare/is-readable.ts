import { countDelimiters } from "../markdown/meaning.ts";

/** No sentence has more (measured: 1,027 characters, 80 asterisks); what has would cost remark too much. */
const LONGEST = 5000;
const MOST_DELIMITERS = 400;

/** Whether remark can be asked about a half in reasonable time. */
export function isReadable(text: string): boolean {
  return text.length <= LONGEST && countDelimiters(text) <= MOST_DELIMITERS;
}
