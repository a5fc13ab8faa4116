import { findLoneBrackets } from "./brackets.ts";
import { characterBefore, startsWithLetter, startsWithWord } from "../../text/signs.ts";

const CLOSING = ")）";
const DIGIT = /[0-9]/;
const DIGIT_OF_ANY = /^\p{Nd}$/u;
/** Where counting with letters begins: Latin, Greek, Cyrillic, Hebrew, Devanagari, Hangul, Thai, Arabic, Japanese, Chinese. */
const FIRST_LETTERS = "aAαΑаАאक가กأاア一";
/** Where counting with digits begins: those of English, in full width, Arabic, Persian, Devanagari, Bengali, Thai. */
const FIRST_DIGITS = "1１١۱१১๑";
/** Letters that are counted with and do not follow each other in Unicode. Arabic has two such rows. */
const ROWS = [
  ...["가나다라마바사아자차카타파하", "กขคงจฉชซ", "アイウエオカキクケコ", "一二三四五六七八九十"],
  ...["أبجدهوزحط", "ابجدهوزحط", "أبتثجحخد", "ابتثجحخد"],
];
/** What an enumeration begins with: hardly a page counts. */
const FIRST_ENUMERATOR = new RegExp(`[${FIRST_DIGITS}${FIRST_LETTERS}][)）]`);

/**
 * The text with a blank in place of each bracket of an enumeration, as in `1) open it 2) close it`, and after a
 * number that the text begins with. Such a bracket needs no partner. As long as it was.
 */
export function withoutEnumerators(text: string): string {
  if (!FIRST_ENUMERATOR.test(text)) return text;
  const found = findLoneBrackets(text)
    .sort((a, b) => a - b)
    .flatMap((bracket) => enumeratorAt(text, bracket) ?? []);
  const [first] = found;
  if (first === undefined || !isFirst(first.mark)) return text;
  const inOrder = found.findIndex(({ mark }, nth) => !isNth(mark, first.mark, nth));
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

interface Enumerator {
  /** A letter, one digit, or two of English. */
  readonly mark: string;
  readonly start: number;
  readonly bracket: number;
}

/** `undefined`: it closes anything else, or opens. */
function enumeratorAt(text: string, bracket: number): Enumerator | undefined {
  if (!CLOSING.includes(text.charAt(bracket))) return undefined;
  const last = characterBefore(text, bracket);
  const isNumber = DIGIT.test(last) && DIGIT.test(text.charAt(bracket - 2));
  const mark = isNumber ? text.slice(bracket - 2, bracket) : last;
  if (!isNumber && !DIGIT_OF_ANY.test(mark) && !startsWithLetter(mark)) return undefined;
  const start = bracket - mark.length;
  return startsWithWord(characterBefore(text, start)) ? undefined : { mark, start, bracket };
}

function isFirst(mark: string): boolean {
  return mark.length === 1 && (FIRST_DIGITS.includes(mark) || FIRST_LETTERS.includes(mark));
}

/** Whether a mark stands `nth` behind the first one; digits and most letters follow each other in Unicode. */
function isNth(mark: string, first: string, nth: number): boolean {
  return (
    rankOf(mark) === rankOf(first) + nth || ROWS.some((row) => row.startsWith(first) && row[nth] === mark)
  );
}

function rankOf(mark: string): number {
  return DIGIT.test(mark) ? Number(mark) : (mark.codePointAt(0) ?? 0);
}
