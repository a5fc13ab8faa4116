import { firstMatches } from "../../text/first-matches.ts";
import { lazily } from "../../text/lazily.ts";
import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { DIGIT, inSource } from "../pairs/traits.ts";

/** A version that the translation writes as if it were an amount: `version 2,0` for `version 2.0`. */
export interface CommaVersion {
  /** As the English writes it. */
  readonly expected: string;
  readonly found: string;
  /** In the translation. */
  readonly span: Span;
  /** Whether the translation says that it is a version; else a name says so that has no amounts behind it. */
  readonly isCertain: boolean;
}

/** A version of the translation, with a point or a comma: where it ends, and `isCertain` as above. */
interface Version {
  readonly end: number;
  readonly isCertain: boolean;
}

const POINT = /[0-9]\.[0-9]/;
const COMMA = /[0-9],[0-9]/;
/** What has versions, and hardly ever amounts: `EUR 1.50`, `Teams 1.5 Mbps` and `USB 0.5 A` are none. */
const NAME = "(?:TLS|SSL|HTTP|OAuth|SAML|OData|PowerShell|Python|NET(?: (?:Core|Framework|Standard))?)";
/** One or more versions of the English: `version 1.0`, `v1.0`, `TLS 1.0, 1.1 and 1.2`. */
const VERSIONS = new RegExp(
  `(?:(?<![A-Za-z0-9])(?:[Vv]ersions?|${NAME})\\)?[ \u00a0]v?|(?<![A-Za-z0-9])v)` +
    "([0-9]{1,4}(?:\\.[0-9]{1,5}){1,3}(?:(?:,| -|,? (?:and|or|to|through))? [0-9]{1,4}(?:\\.[0-9]{1,5}){1,3})*)(?!\\.?[0-9])",
  "g",
);
const VERSION = /[0-9]+(?:\.[0-9]+)+/g;
/** What follows an amount, also where it stands behind such a word. */
const UNIT =
  /^[ \u00a0-]?(?:%|[KMGT]i?B\b|[KMG]?Hz\b|m?s\b|sec|minute|hour|day|inch|percent|times?\b|fold\b|x\b|million|billion|points?\b|v?CPU|core)/i;
/** With a comma or a point. */
const DECIMAL = /(?<![0-9.,])[0-9]{1,4}(?:[.,][0-9]{1,5}){1,3}(?![.,]?[0-9])/g;
/** Before a number of the translation: the word for a version in languages with a decimal comma. */
const VERSION_BEFORE = lazily(
  () =>
    /(?<![\p{L}0-9])(?:(?:[vw]ers(?:i[oóju]\p{L}*|ies?|i|[ãõj]\p{L}+)|verz(?:[eií]|emi|í[mc]h?|i(?:[aeuií]|ou|ó\p{L}*|j\p{L}+))|верс[иі]\p{L}+|sürüm\p{L}*|έκδοσ\p{L}+|različic\p{L}+|phiên bản|útgáf\p{L}+)[ \u00a0-]v?|v)$/iu,
);
const NAME_BEFORE = new RegExp(`(?<![A-Za-z0-9])${NAME}[ \\u00a0-]v?$`);
/** Between two versions of an enumeration. */
const BETWEEN = lazily(() => /^(?:,|,? \p{L}{1,4})[ \u00a0]$/u);
/** These have no decimal comma: `步骤 1,2` are two numbers. */
const NO_DECIMAL_COMMA = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const LIST_BLANK = /, (?=[0-9])/g;
/** No word before a version is longer. */
const LONGEST_WORD = 50;
/** No sentence has more. */
const MOST_VERSIONS = 50;

/**
 * Machine translation into languages with a decimal comma takes versions for amounts, and writes `TLS 1,2`. What it is
 * tells the word before it in both halves. Where another number keeps its comma nothing is said: it may be an amount.
 */
export const commaVersions: Comparison<readonly CommaVersion[]> = {
  needs: inSource(DIGIT),
  mayFind: (target, source) => COMMA.test(target) && POINT.test(source) && !NO_DECIMAL_COMMA.test(target),
  find: findCommaVersions,
};

function findCommaVersions({ prose }: Half, source: Half): readonly CommaVersion[] | undefined {
  const numbers = firstMatches(prose, DECIMAL, MOST_VERSIONS);
  const versions = versionsIn(source.prose);
  const enumerated = source.prose.replace(LIST_BLANK, ",");
  const found: CommaVersion[] = [];
  let previous: Version | undefined;
  for (const { 0: number, index } of numbers) {
    const expected = number.replaceAll(",", ".");
    const hasComma = number.includes(",");
    // `Versions 1,2` may be two of them where the English has `1, 2`, or the translation `1.2` as well.
    if (hasComma && (!versions.has(expected) || holds(enumerated, number) || prose.includes(expected)))
      return undefined;
    const end = index + number.length;
    const isCertain = isSaidToBeVersion(prose, index, previous);
    previous = isCertain === undefined ? undefined : { end, isCertain };
    if (!hasComma) continue;
    if (isCertain === undefined) return undefined;
    found.push({ expected, found: number, span: { start: index, end }, isCertain });
  }
  return found.length === 0 ? undefined : found;
}

/** Whether a number stands in a text by itself, and not in a longer one: `1,1` in `1, 1 and 2`, not in `1.1, 1.2`. */
function holds(text: string, number: string): boolean {
  return new RegExp(`(?<![0-9.])${number.replaceAll(".", "\\.")}(?!\\.?[0-9])`).test(text);
}

/** `undefined`: neither a word for a version stands before a number, nor a name, nor a version that is enumerated. */
function isSaidToBeVersion(prose: string, index: number, previous: Version | undefined): boolean | undefined {
  const before = prose.slice(Math.max(0, index - LONGEST_WORD), index).normalize("NFC");
  if (VERSION_BEFORE().test(before)) return true;
  if (NAME_BEFORE.test(before)) return false;
  if (previous === undefined || !BETWEEN().test(prose.slice(previous.end, index))) return undefined;
  return previous.isCertain;
}

/** The versions of an English text. */
function versionsIn(prose: string): ReadonlySet<string> {
  const versions = new Set<string>();
  for (const { 0: all, 1: numbers = "", index } of firstMatches(prose, VERSIONS, MOST_VERSIONS)) {
    const end = index + all.length;
    if (UNIT.test(prose.slice(end, end + LONGEST_WORD))) continue;
    for (const version of numbers.match(VERSION) ?? []) versions.add(version);
  }
  return versions;
}
