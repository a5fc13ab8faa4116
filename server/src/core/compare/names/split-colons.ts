import { firstMatches } from "../../text/first-matches.ts";
import type { Half } from "../pairs/half.ts";
import type { SplitName } from "./split-names.ts";

const NONE: readonly SplitName[] = [];
/** `sky:type`, `B2:E6`. */
export const COLON_NAME =
  /(?<![\w.\\/@:-])[A-Za-z][A-Za-z0-9]{0,99}:[A-Za-z][A-Za-z0-9]{0,99}(?![\w\\/:@-]|\.[A-Za-z0-9])/;
const COLON_NAMES = new RegExp(COLON_NAME, "g");
/** The same with the full-width colon, which Chinese and Japanese alone write. */
const TORN =
  /(?<![\w.\\/@:：-])[A-Za-z][A-Za-z0-9]{0,99}[ \u00a0]?：[ \u00a0]?[A-Za-z][A-Za-z0-9]{0,99}(?![\w\\/:：@-])/g;
const BLANK = /[ \u00a0]/g;
const CELLS = /^[A-Z]{1,3}\d+:[A-Z]{1,3}\d+$/;
/**
 * A label and what it is about, `FAQ:Azure`, a parameter and its type, `name:string`, or what stands for such, or a
 * ratio, `x:y`: they may have the colon of the language.
 */
const LABEL_OR_TYPE =
  /^(?:[A-Z]|[a-z]:[a-z]$)|:(?:any|bool|boolean|date|double|float|guid|int|integer|number|object|string|value|void)$/;
const MOST_NAMES = 50;

/** Names whose colon machine translation took for one between words, as in `sky：type` and `B2： E6`. */
export function findSplitColons(target: Half, source: Half): readonly SplitName[] {
  const torn = firstMatches(target.prose, TORN, MOST_NAMES);
  if (torn.length === 0) return NONE;
  const names = firstMatches(source.prose, COLON_NAMES, MOST_NAMES).map(([name]) => name);
  const expected = new Map(names.filter(isName).map((name) => [name.toLowerCase(), name]));
  if (expected.size === 0) return NONE;
  const missing = countMissing(names, target);
  return torn.flatMap(({ 0: found, index }) => {
    const whole = found.replace(BLANK, "").replace("：", ":").toLowerCase();
    const name = expected.get(whole);
    const count = missing.get(whole) ?? 0;
    if (name === undefined || count < 1) return [];
    missing.set(whole, count - 1);
    return [{ expected: name, found, span: { start: index, end: index + found.length } }];
  });
}

function isName(name: string): boolean {
  return CELLS.test(name) || !LABEL_OR_TYPE.test(name);
}

/** How many of each name the translation lacks, whatever their capitals; those in its code are there. */
function countMissing(names: readonly string[], { text }: Half): Map<string, number> {
  const counts = new Map<string, number>();
  const lower = text.toLowerCase();
  for (const name of names.map((each) => each.toLowerCase())) {
    counts.set(name, (counts.get(name) ?? 1 - lower.split(name).length) + 1);
  }
  return counts;
}
