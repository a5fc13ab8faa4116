import { findLoneQuotationMarks, hasLoneStraightMark } from "./quotation-marks.ts";

/** Opening and closing characters by kind; full-width forms are of the kind of their half-width ones. */
const BRACKETS = ["(（|)）", "[［|]］", "{｛|}｝", "【|】"];
/** Quotation marks that look the same in every language that has them. */
const QUOTATION_BRACKETS = ["「|」", "『|』", "《|》", "〈|〉"];

/** A bracket without partner. */
export interface LoneBracket {
  readonly offset: number;
  readonly character: string;
}

type Side = readonly [kind: number, step: 1 | -1];
const SIDES = toSides(BRACKETS);
const SIDES_WITH_QUOTES = toSides([...BRACKETS, ...QUOTATION_BRACKETS]);
const ANY = /[()[\]{}（）［］｛｝【】]/;
const ANY_WITH_QUOTES = /[()[\]{}（）［］｛｝【】「」『』《》〈〉]/;

function toSides(kinds: readonly string[]): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  kinds.forEach((kind, nth) => {
    const [opening = "", closing = ""] = kind.split("|");
    for (const character of opening) sides.set(character, [nth, 1]);
    for (const character of closing) sides.set(character, [nth, -1]);
  });
  return sides;
}

/** Whether all quotation marks of a text come in pairs; an apostrophe is none. */
export function hasPairedQuotes(text: string): boolean {
  if (hasLoneStraightMark(text)) return false;
  return findLoneBrackets(text, { quotesOf: text }).length === findLoneBrackets(text).length;
}

/**
 * The brackets without partner, in text order. Each kind is counted by itself, so that `(a [b) c]` has none: which of
 * two crossing kinds is wrong nobody can tell.
 *
 * `quotesOf` asks for the quotation marks, too, but for `"`; it is the text before code and tags were blanked out.
 */
export function findLoneBrackets(text: string, { quotesOf }: { quotesOf?: string } = {}): LoneBracket[] {
  if (quotesOf === undefined) return ANY.test(text) ? pairUp(text, SIDES) : [];
  const brackets = ANY_WITH_QUOTES.test(text) ? pairUp(text, SIDES_WITH_QUOTES) : [];
  const quotes = findLoneQuotationMarks(text, quotesOf);
  return quotes.length === 0 ? brackets : [...brackets, ...quotes].sort((a, b) => a.offset - b.offset);
}

function pairUp(text: string, sides: ReadonlyMap<string, Side>): LoneBracket[] {
  const open = new Map<number, LoneBracket[]>();
  const lone: LoneBracket[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    const side = sides.get(character);
    if (side === undefined) continue;
    const [kind, step] = side;
    const waiting = open.get(kind) ?? [];
    open.set(kind, waiting);
    if (step === 1) waiting.push({ offset, character });
    else if (waiting.pop() === undefined) lone.push({ offset, character });
  }
  return [...lone, ...[...open.values()].flat()].sort((a, b) => a.offset - b.offset);
}
