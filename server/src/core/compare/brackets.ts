/** Opening and closing characters by kind; full-width forms are of the kind of their half-width ones. */
const BRACKETS = ["(（|)）", "[［|]］", "{｛|}｝", "【|】"];
const QUOTATION_MARKS = ["「|」", "『|』", "《|》", "〈|〉", "«|»", "“|”"];

/** A bracket without partner. */
export interface LoneBracket {
  readonly offset: number;
  readonly character: string;
}

type Side = readonly [kind: number, step: 1 | -1];
const SIDES = toSides(BRACKETS);
const SIDES_WITH_QUOTES = toSides([...BRACKETS, ...QUOTATION_MARKS]);
const ANY = /[()[\]{}（）［］｛｝【】]/;
const ANY_WITH_QUOTES = /[()[\]{}（）［］｛｝【】「」『』《》〈〉«»“”]/;

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
  if ((text.split('"').length - 1) % 2 === 1) return false;
  return findLoneBrackets(text, { withQuotes: true }).length === findLoneBrackets(text).length;
}

/**
 * The brackets without partner, in text order; on request the quotation marks, too, but for `"`. Each kind is counted by itself, so that `(a [b) c]` has none: which of
 * two crossing kinds is wrong nobody can tell.
 */
export function findLoneBrackets(text: string, { withQuotes = false } = {}): LoneBracket[] {
  if (!(withQuotes ? ANY_WITH_QUOTES : ANY).test(text)) return [];

  const sides = withQuotes ? SIDES_WITH_QUOTES : SIDES;
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
  for (const waiting of open.values()) lone.push(...waiting);
  return lone.sort((a, b) => a.offset - b.offset);
}
