import { lazily } from "../../text/lazily.ts";
import { characterBefore, startsWithWord } from "../../text/signs.ts";

/** Opening mark -> those that close it. */
type Convention = ReadonlyMap<string, string>;

interface Kind {
  readonly marks: RegExp;
  /** The commonest first. */
  readonly conventions: readonly Convention[];
}

// Told by the pairs that a text forms, not by its language.
const KINDS: readonly Kind[] = [
  {
    marks: /[„“”"]/g,
    conventions: [
      // “x” (en, zh), „x“ (de, cs), „x” (pl, hu).
      toConvention({ "“": "”", "„": "“”" }),
      // ”x” (sv, fi), ”x“ (ar).
      toConvention({ "”": "”“", "„": "“”" }),
      // „x", with the closing mark that the keyboard has.
      toConvention({ "“": "”", "„": '“”"' }),
    ],
  },
  {
    marks: /[«»]/g,
    // «x» (fr, ru); »x« (da, de), »x» (sv, fi).
    conventions: [toConvention({ "«": "»" }), toConvention({ "»": "«»" })],
  },
];
const ANY = /[„“”«»]/;
/** No sentence has more. */
const MOST_MARKS = 1000;
/** They mostly close, and open only where nothing else can be meant. */
const MOSTLY_CLOSING = "”»";
const BEFORE_OPENING = lazily(() => /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}\p{So}/:;=|>])$/u);
const AFTER_OPENING = lazily(() => /^[^\s\p{Pe}\p{Pf}.,:;!?…。，、：；！？]/u);
/** Hebrew writes abbreviations with a `"` inside. */
const INSIDE_HEBREW = /[\u0591-\u05f4\ufb1d-\ufb4f]"[\u0591-\u05f4\ufb1d-\ufb4f]/;

function toConvention(closings: Readonly<Record<string, string>>): Convention {
  return new Map(Object.entries(closings));
}

/** The marks of one kind in a text; offsets alone, since a text of nothing else has as many as letters. */
interface Marks {
  readonly text: string;
  readonly written: string;
  readonly offsets: readonly number[];
}

/**
 * Where quotation marks without partner are, kind by kind. Left out are `"`, single ones (an apostrophe is one of them)
 * and the Chinese and Japanese ones that look like brackets. Where one convention gives every mark of a kind its partner,
 * none of that kind is without. `written` is the text before code and tags were blanked out: a mark in front of code
 * opens.
 */
export function findLoneQuotationMarks(text: string, written: string): number[] {
  return ANY.test(text) ? KINDS.flatMap((kind) => findLone(kind, text, written)) : [];
}

/** Whether a `"` has surely no partner. */
export function hasLoneStraightMark(text: string): boolean {
  return text.split('"').length % 2 === 0 && !text.includes("„") && !INSIDE_HEBREW.test(text);
}

function findLone({ marks: any, conventions }: Kind, text: string, written: string): number[] {
  const marks = { text, written, offsets: offsetsOf(any, text) };
  let first: number[] | undefined;
  for (const convention of marks.offsets.length > MOST_MARKS ? conventions.slice(0, 1) : conventions) {
    // `„a “b” c”`: of a mark that closes and opens, either may be meant.
    for (const isOpeningPreferred of [false, true]) {
      const lone = pairUp(marks, convention, isOpeningPreferred);
      if (lone.length === 0) return lone;
      first ??= lone;
    }
  }
  return first ?? [];
}

function offsetsOf(mark: RegExp, text: string): number[] {
  const offsets: number[] = [];
  mark.lastIndex = 0;
  while (mark.test(text)) offsets.push(mark.lastIndex - 1);
  return offsets;
}

function pairUp(
  { text, written, offsets }: Marks,
  convention: Convention,
  isOpeningPreferred: boolean,
): number[] {
  const open: number[] = [];
  const lone: number[] = [];
  for (const offset of offsets) {
    const character = text.charAt(offset);
    const closes = closingsOf(text, open.at(-1), convention).includes(character);
    const mustStand = closes || MOSTLY_CLOSING.includes(character);
    const opens = convention.has(character) && (!mustStand || canOpen(written, offset));
    if (closes && !(opens && isOpeningPreferred)) open.pop();
    else if (opens) open.push(offset);
    else if (character !== '"') lone.push(offset);
  }
  return lone.length === 0 ? open : [...open, ...lone].sort((a, b) => a - b);
}

function closingsOf(text: string, opening: number | undefined, convention: Convention): string {
  return opening === undefined ? "" : (convention.get(text.charAt(opening)) ?? "");
}

/** Whether a mark stands where one that opens does; markers of emphasis between do not count. */
function canOpen(written: string, offset: number): boolean {
  let start = offset;
  while (isMarker(written.charAt(start - 1))) start -= 1;
  let end = offset + 1;
  while (isMarker(written.charAt(end))) end += 1;
  const before = characterBefore(written, start);
  // Cheaper than the classes of Unicode, which have none of these.
  if (startsWithWord(before)) return false;
  return BEFORE_OPENING().test(before) && AFTER_OPENING().test(written.slice(end, end + 2));
}

function isMarker(character: string): boolean {
  return character === "*" || character === "_";
}
