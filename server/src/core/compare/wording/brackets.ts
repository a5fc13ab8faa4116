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
const ANY_PAIRED = /[()[\]{}（）［］｛｝【】「」『』《》〈〉„“”«»]/g;
/** By UTF-16 unit: the number of its kind, negative for what closes; 0 for all else. */
const PAIRED_SIDES = new Int8Array(0x10000);
for (const [character, { kind, isOpening }] of toSides(PAIRED_KINDS)) {
  PAIRED_SIDES[character.charCodeAt(0)] = isOpening ? kind + 1 : -kind - 1;
}
/** How many are open, by the number of the kind; used again for each text. */
const DEPTHS = new Int32Array(PAIRED_KINDS.length + 1);
/** From one bracket to the next: surely the whole of what prose lacks, with no bracket in it. */
const PLAIN_TARGET = /^(?:\([^"'\\]*\)|\[[^\\]*\])$/;
/** Text without any of them. */
const BETWEEN = String.raw`[^()[\]{}（）［］｛｝【】「」『』《》〈〉„“”«»]*`;
/** One pair after another with none inside another one, as in nearly all sentences; no more than any sentence has. */
const PLAINLY_PAIRED = new RegExp(
  `^${BETWEEN}(?:(?:${[
    `[(（]${BETWEEN}[)）]`,
    // What may be a target behind the text of a link takes a look at it.
    `[[［]${BETWEEN}[\\]］](?![([])`,
    `[{｛]${BETWEEN}[}｝]`,
    ...["【】", "「」", "『』", "《》", "〈〉", "“”", "«»"].map(
      ([opening, closing]) => `${opening}${BETWEEN}${closing}`,
    ),
  ].join("|")})${BETWEEN}){1,50}$`,
);
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
  return !PLAINLY_PAIRED.test(text) && !comeInPairs(text);
}

/** Bracket by bracket. */
function comeInPairs(text: string): boolean {
  DEPTHS.fill(0);
  let openCount = 0;
  let opened = -1;
  ANY_PAIRED.lastIndex = 0;
  while (ANY_PAIRED.test(text)) {
    const offset = ANY_PAIRED.lastIndex - 1;
    const code = text.charCodeAt(offset);
    const side = PAIRED_SIDES[code] as number;
    if (side === 0) return false;
    if (opened !== -1 && !PLAIN_TARGET.test(text.slice(opened, offset + 1))) return false;
    opened = isBehindText(text, offset, code) ? offset : -1;
    const kind = Math.abs(side);
    const depth = (DEPTHS[kind] as number) + (side > 0 ? 1 : -1);
    if (depth < 0) return false;
    DEPTHS[kind] = depth;
    openCount += side > 0 ? 1 : -1;
  }
  return openCount === 0;
}

/** Whether a link may have its target or label here. */
function isBehindText(text: string, offset: number, code: number): boolean {
  return (code === 0x28 /* ( */ || code === 0x5b) /* [ */ && text.startsWith("]", offset - 1);
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
