import { firstMatches } from "../text/first-matches.ts";
import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";
import type { Comparison } from "./pair-list.ts";
import { DIGIT, inSource } from "./traits.ts";

/** A version that the translation writes as if it were an amount: `2,0` for `2.0`. */
export interface CommaVersion {
  /** As the English writes it. */
  readonly expected: string;
  readonly found: string;
  /** In the translation. */
  readonly span: Span;
}

const POINT = /[0-9]\.[0-9]/;
const COMMA = /[0-9],[0-9]/;
/** One or more versions behind a word: `version 1.0`, `TLS 1.0, 1.1 and 1.2`. */
const VERSIONS =
  /([A-Za-z0-9#+]+)\)?[ \u00a0](v?[0-9]{1,4}(?:\.[0-9]{1,5}){1,3}(?:(?:,| -|,? (?:and|or|to|through))? [0-9]{1,4}(?:\.[0-9]{1,5}){1,3})*)(?!\.?[0-9])/g;
const VERSION = /[0-9]+(?:\.[0-9]+)+/g;
/** A word that says that a version follows, whatever the translation has in its place. */
const SAYS_SO = /^(?:versions?|release|v)$/i;
/** What follows an amount, also where it stands behind a name. */
const UNIT =
  /^[ \u00a0-]?(?:%|[KMGT]i?B\b|[KMG]?Hz\b|m?s\b|sec|minute|hour|day|inch|percent|times?\b|x\b|million|billion|points?\b|v?CPU|core)/i;
const WITH_COMMA = /(?<![0-9.,])[0-9]{1,4}(?:[.,][0-9]{1,5}){1,3}(?![.,]?[0-9])/g;
/** The word that a number of the translation stands behind. */
const WORD_BEFORE = /([A-Za-z0-9#+]+)[ \u00a0-]$/;
/** No product has a longer name. */
const LONGEST_WORD = 50;
const TWO_POINTS = /\..*\./;
const NAME = /[A-Z].|#/;
/** No sentence has more. */
const MOST_VERSIONS = 50;

/**
 * Machine translation into languages with a decimal comma takes versions for amounts, and writes `TLS 1,2`. What it is
 * tells the word before: one that says so, or a name that both halves have. An amount of the English is left alone.
 */
export const commaVersions: Comparison<readonly CommaVersion[]> = {
  needs: inSource(DIGIT),
  mayFind: (target, source) => COMMA.test(target) && POINT.test(source),
  find: findCommaVersions,
};

function findCommaVersions(target: Half, source: Half): readonly CommaVersion[] | undefined {
  const written = firstMatches(target.prose, WITH_COMMA, MOST_VERSIONS).filter(({ 0: found }) =>
    found.includes(","),
  );
  if (written.length === 0) return undefined;
  const versions = versionsIn(source.prose);
  const found: CommaVersion[] = [];
  for (const { 0: number, index } of written) {
    const expected = number.replaceAll(",", ".");
    const words = versions.get(expected);
    if (words === undefined || source.prose.includes(number)) continue;
    const [, before = ""] =
      WORD_BEFORE.exec(target.prose.slice(Math.max(0, index - LONGEST_WORD), index)) ?? [];
    const isVersion = (word: string) => SAYS_SO.test(word) || (word === before && NAME.test(word));
    // An amount has one comma or point.
    if (!TWO_POINTS.test(expected) && !words.some(isVersion)) continue;
    found.push({ expected, found: number, span: { start: index, end: index + number.length } });
  }
  return found.length === 0 ? undefined : found;
}

/** The versions of an English text, each with the words that it stands behind. */
function versionsIn(prose: string): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const { 0: all, 1: word = "", 2: numbers = "", index } of firstMatches(
    prose,
    VERSIONS,
    MOST_VERSIONS,
  )) {
    const end = index + all.length;
    if (UNIT.test(prose.slice(end, end + LONGEST_WORD))) continue;
    for (const version of numbers.match(VERSION) ?? []) {
      const words = versions.get(version) ?? [];
      versions.set(version, words);
      words.push(word);
    }
  }
  return versions;
}
