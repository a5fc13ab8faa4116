import type { LoneBracket } from "./brackets.ts";

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
const BEFORE_OPENING = /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}\p{So}/:;=|>])$/u;
const AFTER_OPENING = /^[^\s\p{Pe}\p{Pf}.,:;!?…。，、：；！？]/u;
/** Hebrew writes abbreviations with a `"` inside. */
const INSIDE_HEBREW = /\p{Script=Hebrew}"\p{Script=Hebrew}/u;

function toConvention(closings: Readonly<Record<string, string>>): Convention {
  return new Map(Object.entries(closings));
}

/**
 * Quotation marks without partner, kind by kind. Left out are `"`, single ones (an apostrophe is one of them) and the
 * Chinese and Japanese ones that look like brackets. Where one convention gives every mark of a kind its partner, none
 * of that kind is without. `written` is the text before code and tags were blanked out: a mark in front of code opens.
 */
export function findLoneQuotationMarks(text: string, written: string): LoneBracket[] {
  return ANY.test(text) ? KINDS.flatMap((kind) => findLone(kind, text, written)) : [];
}

/** Whether a `"` has surely no partner. */
export function hasLoneStraightMark(text: string): boolean {
  return text.split('"').length % 2 === 0 && !text.includes("„") && !INSIDE_HEBREW.test(text);
}

function findLone({ marks, conventions }: Kind, text: string, written: string): LoneBracket[] {
  const found = [...text.matchAll(marks)].map(({ 0: character, index }) => ({ offset: index, character }));
  let first: LoneBracket[] | undefined;
  for (const convention of found.length > MOST_MARKS ? conventions.slice(0, 1) : conventions) {
    // `„a “b” c”`: of a mark that closes and opens, either may be meant.
    for (const isOpeningPreferred of [false, true]) {
      const lone = pairUp(found, convention, (offset) => canOpen(written, offset), isOpeningPreferred);
      if (lone.length === 0) return [];
      first ??= lone;
    }
  }
  return first ?? [];
}

function pairUp(
  marks: readonly LoneBracket[],
  convention: Convention,
  standsAsOpening: (offset: number) => boolean,
  isOpeningPreferred: boolean,
): LoneBracket[] {
  const open: LoneBracket[] = [];
  const lone: LoneBracket[] = [];
  for (const mark of marks) {
    const { character, offset } = mark;
    const closes = closingsOf(open.at(-1), convention).includes(character);
    const mustStand = closes || MOSTLY_CLOSING.includes(character);
    const opens = convention.has(character) && (!mustStand || standsAsOpening(offset));
    if (closes && !(opens && isOpeningPreferred)) open.pop();
    else if (opens) open.push(mark);
    else if (character !== '"') lone.push(mark);
  }
  return [...open, ...lone].sort((a, b) => a.offset - b.offset);
}

function closingsOf(opening: LoneBracket | undefined, convention: Convention): string {
  return opening === undefined ? "" : (convention.get(opening.character) ?? "");
}

/** Whether a mark stands where one that opens does; markers of emphasis between do not count. */
function canOpen(written: string, offset: number): boolean {
  let start = offset;
  while (isMarker(written.charAt(start - 1))) start -= 1;
  let end = offset + 1;
  while (isMarker(written.charAt(end))) end += 1;
  return (
    BEFORE_OPENING.test(written.slice(Math.max(start - 2, 0), start)) &&
    AFTER_OPENING.test(written.slice(end, end + 2))
  );
}

function isMarker(character: string): boolean {
  return character === "*" || character === "_";
}
