import { findLoneBrackets } from "./brackets.ts";
import { lazily } from "../text/lazily.ts";

const ENUMERATOR = lazily(() => /(?<![\p{L}\p{N}])(?:\d{1,2}|\p{L})[)）]/gu);
/** Where counting with letters begins: Latin, Greek, Cyrillic. */
const FIRST_LETTERS = "aAαΑаА";
/** What an enumeration begins with. Classes of all letters take milliseconds to compile, and hardly a page counts. */
const FIRST_ENUMERATOR = new RegExp(`[1${FIRST_LETTERS}][)）]`);

/**
 * The text with a blank in place of each bracket of an enumeration, as in `1) open it 2) close it`, and after a
 * number that the text begins with. Such a bracket needs no partner. As long as it was.
 */
export function withoutEnumerators(text: string): string {
  if (!FIRST_ENUMERATOR.test(text)) return text;
  const lone = new Set(findLoneBrackets(text));
  if (lone.size === 0) return text;
  const found = [...text.matchAll(ENUMERATOR())]
    .map(({ 0: written, index }) => ({
      mark: written.slice(0, -1),
      start: index,
      bracket: index + written.length - 1,
    }))
    .filter(({ bracket }) => lone.has(bracket));
  const [first] = found;
  if (first === undefined || !isFirst(first.mark)) return text;
  const inOrder = found.findIndex(({ mark }, nth) => rankOf(mark) !== rankOf(first.mark) + nth);
  const count = inOrder === -1 ? found.length : inOrder;
  if (count === 1 && text.slice(0, first.start).trim() !== "") return text;

  let result = "";
  let position = 0;
  for (const { bracket } of found.slice(0, count)) {
    result += `${text.slice(position, bracket)} `;
    position = bracket + 1;
  }
  return result + text.slice(position);
}

function isFirst(mark: string): boolean {
  return mark === "1" || FIRST_LETTERS.includes(mark);
}

/** Where a mark stands in its row; letters follow each other in Unicode as they do in the alphabet. */
function rankOf(mark: string): number {
  return /\d/.test(mark) ? Number(mark) : (mark.codePointAt(0) ?? 0);
}
