import { BRACKET, traitsOfUnit } from "./traits.ts";
import { findLoneQuotationMarks, hasLoneStraightMark } from "./quotation-marks.ts";

/** Opening and closing characters by kind; full-width forms are of the kind of their half-width ones. */
const BRACKETS = ["(（|)）", "[［|]］", "{｛|}｝", "【|】"];
/** Quotation marks that look the same in every language that has them. */
const QUOTATION_BRACKETS = ["「|」", "『|』", "《|》", "〈|〉"];

interface Side {
  readonly kind: number;
  readonly isOpening: boolean;
}
const SIDES = toSides(BRACKETS);
const SIDES_WITH_QUOTES = toSides([...BRACKETS, ...QUOTATION_BRACKETS]);
const PAIRED_KINDS = [...BRACKETS, ...QUOTATION_BRACKETS, "“|”", "«|»"];
/** Quotation marks among them, where two are surely a pair; what marks the others make a pair with, the text tells. */
const PAIRED_SIDES = toSides(PAIRED_KINDS);
/** How many are open, by kind; used again for each text. */
const DEPTHS = new Int32Array(PAIRED_KINDS.length);
/** From one bracket to the next: surely the whole of what prose lacks, with no bracket in it. */
const PLAIN_TARGET = /^(?:\([^"'\\]*\)|\[[^\\]*\])$/;
const ANY = /[()[\]{}（）［］｛｝【】]/g;
const ANY_WITH_QUOTES = /[()[\]{}（）［］｛｝【】「」『』《》〈〉]/g;

function toSides(kinds: readonly string[]): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  kinds.forEach((kind, nth) => {
    const [opening = "", closing = ""] = kind.split("|");
    for (const character of opening) sides.set(character, { kind: nth, isOpening: true });
    for (const character of closing) sides.set(character, { kind: nth, isOpening: false });
  });
  return sides;
}

/** Whether all quotation marks of a text come in pairs; an apostrophe is none. */
export function hasPairedQuotes(text: string): boolean {
  if (hasLoneStraightMark(text)) return false;
  return findLoneBrackets(text, { quotesOf: text }).length === findLoneBrackets(text).length;
}

/**
 * Whether a bracket or quotation mark of a text may lack its partner. `false`: all come in pairs, and if there is neither
 * code nor a tag nor a URL, so they do in its prose, which lacks the targets of links.
 */
export function mayHaveLoneBrackets(text: string): boolean {
  DEPTHS.fill(0);
  let opened = -1;
  for (let offset = 0; offset < text.length; offset++) {
    if ((traitsOfUnit(text.charCodeAt(offset)) & BRACKET) === 0) continue;
    const character = text.charAt(offset);
    const side = PAIRED_SIDES.get(character);
    if (side === undefined) return true;
    if (opened !== -1 && !PLAIN_TARGET.test(text.slice(opened, offset + 1))) return true;
    opened = isBehindText(text, offset, character) ? offset : -1;
    const depth = (DEPTHS[side.kind] as number) + (side.isOpening ? 1 : -1);
    if (depth < 0) return true;
    DEPTHS[side.kind] = depth;
  }
  return DEPTHS.some((depth) => depth > 0);
}

/** Whether a link may have its target or label here. */
function isBehindText(text: string, offset: number, character: string): boolean {
  return (character === "(" || character === "[") && text.charAt(offset - 1) === "]";
}

/**
 * Where brackets without partner are, in text order. Each kind is counted by itself, so that `(a [b) c]` has none: which of
 * two crossing kinds is wrong nobody can tell.
 *
 * `quotesOf` asks for the quotation marks, too, but for `"`; it is the text before code and tags were blanked out.
 */
export function findLoneBrackets(text: string, { quotesOf }: { quotesOf?: string } = {}): number[] {
  if (quotesOf === undefined) return pairUp(text, ANY, SIDES);
  const brackets = pairUp(text, ANY_WITH_QUOTES, SIDES_WITH_QUOTES);
  const quotes = findLoneQuotationMarks(text, quotesOf);
  return quotes.length === 0 ? brackets : [...brackets, ...quotes].sort((a, b) => a - b);
}

function pairUp(text: string, any: RegExp, sides: ReadonlyMap<string, Side>): number[] {
  const open: number[][] = [];
  const lone: number[] = [];
  any.lastIndex = 0;
  // `matchAll` makes three objects for each, and nearly all brackets have their partner.
  while (any.test(text)) {
    const offset = any.lastIndex - 1;
    const { kind, isOpening } = sides.get(text.charAt(offset)) as Side;
    const waiting = (open[kind] ??= []);
    if (isOpening) waiting.push(offset);
    else if (waiting.pop() === undefined) lone.push(offset);
  }
  return open.length === 0 ? lone : [...lone, ...open.flat()].sort((a, b) => a - b);
}
