import { type Span, textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { ANGLED, findSplitAngles } from "./split-angles.ts";
import { COLON_NAME, findSplitColons } from "./split-colons.ts";
import { findSplitFormulas, FORMULA } from "./split-formulas.ts";
import { findSplitOptions, OPTION } from "./split-options.ts";
import { findSplitUrls, SCHEME } from "./split-urls.ts";
import { inTarget, LETTER } from "../pairs/traits.ts";

/** A name of several parts that the translation writes with blanks or a full-width colon between them. */
export interface SplitName {
  /** As the English writes it. */
  readonly expected: string;
  readonly found: string;
  /** In the translation. */
  readonly span: Span;
}

/**
 * `Skylark.Agent.Start`, `Agent::Start`, `SKYLARK_START`, `SKYLARK\_START`, `\__start`, `C#`, `C\#`, `C++`, and the one word
 * that machine translation makes two in several languages.
 */
const NAME =
  /(?<![\w.\\/@:-])(?:PowerShell|(?:\\?_){2}[A-Za-z][A-Za-z0-9]{2,}|[A-Za-z][A-Za-z0-9]*(?:(?:\.|::|\\?_)[A-Za-z][A-Za-z0-9]*)+|[CF](?:\\?#|\\?\+\\?\+))(?![\w+#])/g;
const ANY_NAME = new RegExp(
  `${NAME.source}|${COLON_NAME.source}|${OPTION.source}|${FORMULA.source}|${SCHEME.source}|${ANGLED.source}`,
);
/** What tells a name from an abbreviation, `e.g`, and from a letter of a formula with another one below it, `v\_i`. */
const WORD = /[A-Za-z0-9]{3}|[#+:]|[A-Za-z0-9]{2}\\?_|_[A-Za-z0-9]{2}/;
const PART = /[a-z0-9]+|\\?[_#+]|::|./g;
const SIGN_END = /[_#+]$/;
const TORN_BY = /[\s。．：]/;
/** What Chinese and Japanese write in place of a sign. */
const FULL_WIDTH: ReadonlyMap<string, readonly string[]> = new Map([
  [".", ["。", "．"]],
  ["::", ["：："]],
]);
const WORDS_OF_ONE: ReadonlyMap<string, readonly string[]> = new Map([["powershell", ["power", "shell"]]]);
/** Any number of them, but for the end of a line. */
const BLANKS = /[^\S\n]*/y;
const IN_WORD = /[A-Za-z0-9_]/;
/** In small letters these become two, or a letter of ASCII; a name has neither. */
const NO_NAME = /[\u0130\u212a]/g;
const NEITHER_BLANK_NOR_NAME = "\ufffd";
/** No sentence has more; each is looked for in the whole translation. */
const MOST_NAMES = 50;
/** No name is longer. */
const LONGEST_NAME = 200;
/** What a name that was split has in it, an option, a formula or a URL. */
const TRACE =
  /[._] | [.#+_\\]|:: | ::|[A-Za-z0-9](?:[。．]|：：)[ \u00a0]?[A-Za-z]|ower [Ss]hell|(?:\\<|&lt;)[^<>&\n]{0,60} (?:\\?>|&gt;)|(?:\\<|&lt;) |[A-Za-z0-9][ \u00a0]?：[ \u00a0]?[A-Za-z]|[*[](?:[-–—/] |[-/][A-Za-z0-9]+ ?: )|=(?:[ \u00a0\u202f]|[^\s(=]+[ \u00a0\u202f]\()|[Pp][Ss]?(?:(?:[ \u00a0\u202f]?：|[ \u00a0\u202f]:)[ \u00a0\u202f]?\\?\/|:(?:\\?\/)?[ \u00a0\u202f]\\?\/)/;

/**
 * Machine translation takes the dot inside a name for the end of a sentence, and writes `Skylark. Agent`. Measured: 478
 * places in 40,000 pairs, all of them damage.
 */
export const splitNames: Comparison<readonly SplitName[]> = {
  needs: inTarget(LETTER),
  mayFind: (_target, _source, _traits, { target, source }) => TRACE.test(target) && ANY_NAME.test(source),
  find: findSplitNames,
};

function findSplitNames(target: Half, source: Half): readonly SplitName[] | undefined {
  const found = [
    ...findSplitParts(target, source),
    ...findSplitColons(target, source),
    ...findSplitOptions(target, source),
    ...findSplitFormulas(target, source),
    ...findSplitUrls(target, source),
    ...findSplitAngles(target, source),
  ].filter(({ found: written, span }) => isAllProse(target, written, span));
  return found.length === 0 ? undefined : found.sort((one, other) => one.span.start - other.span.start);
}

/** Blanks that are code or the target of a link were not put into a name: they would be lost with it. */
function isAllProse({ text }: Half, written: string, { start }: Span): boolean {
  return text.startsWith(written, start);
}

function findSplitParts(target: Half, source: Half): SplitName[] {
  const expected = countNames(source.prose.match(NAME) ?? []);
  if (expected.size === 0) return [];
  const { prose } = target;
  const unescaped = prose.replaceAll("\\", "");
  let lower: string | undefined;
  const found: SplitName[] = [];
  for (const [bare, { name, count }] of expected) {
    // A sentence may end with the first part of a name, and the next one begin with the second.
    const missing = count - (unescaped.split(bare).length - 1);
    if (missing < 1) continue;
    lower ??= prose.replace(NO_NAME, NEITHER_BLANK_NOR_NAME).toLowerCase();
    for (const span of findSpacedOut(name, lower, target, missing)) {
      found.push({ expected: name, found: textAt(prose, span), span });
    }
  }
  return found;
}

/** How often each name occurs, of the first ones, by the name without backslashes; `name` has them if any has. */
function countNames(names: readonly string[]): ReadonlyMap<string, { name: string; count: number }> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const name of names) {
    if (name.length > LONGEST_NAME) continue;
    const bare = name.replaceAll("\\", "");
    const known = counts.get(bare);
    if (known !== undefined) {
      known.count += 1;
      if (name.length > known.name.length) known.name = name;
    } else if (counts.size < MOST_NAMES && WORD.test(name)) counts.set(bare, { name, count: 1 });
  }
  return counts;
}

/**
 * The first places where a name has blanks between its parts, whatever its capitals: `segment/identifier-case` sees to
 * those. `lower` is the prose in small letters. An expression for each name would take longer to compile than all of this.
 */
function findSpacedOut(name: string, lower: string, target: Half, most: number): Span[] {
  const parts = partsOf(name.toLowerCase());
  // A backslash may stand before it in one half alone.
  const first = parts[0]?.replace("\\", "") ?? "";
  const spans: Span[] = [];
  let start = lower.indexOf(first);
  while (start !== -1 && spans.length < most) {
    const end = IN_WORD.test(lower.charAt(start - 1)) ? -1 : endOfName(parts, lower, start);
    const span = { start: start - (first === "_" && lower.startsWith("\\", start - 1) ? 1 : 0), end };
    const written = end === -1 ? "" : textAt(target.prose, span);
    if (TORN_BY.test(written) && isAllProse(target, written, span)) spans.push(span);
    start = lower.indexOf(first, end === -1 ? start + 1 : end);
  }
  return spans;
}

function partsOf(lowerName: string): readonly string[] {
  return WORDS_OF_ONE.get(lowerName) ?? lowerName.match(PART) ?? [];
}

/** Where a name ends that begins at an offset; -1: none does. */
function endOfName(parts: readonly string[], lower: string, start: number): number {
  let end = start;
  for (let nth = 0; nth < parts.length; nth++) {
    if (nth > 0) end = endOfBlanks(lower, end);
    let part = parts[nth] as string;
    // A backslash may stand before a sign in one half alone.
    if (SIGN_END.test(part)) part = (lower.startsWith("\\", end) ? "\\" : "") + part.slice(-1);
    const length = lengthOf(part, lower, end);
    if (length === 0) return -1;
    end += length;
  }
  return IN_WORD.test(lower.charAt(end)) ? -1 : end;
}

/** How long a part of a name is that stands at an offset, maybe in full width; 0: it does not. */
function lengthOf(part: string, lower: string, start: number): number {
  if (lower.startsWith(part, start)) return part.length;
  return FULL_WIDTH.get(part)?.find((sign) => lower.startsWith(sign, start))?.length ?? 0;
}

function endOfBlanks(text: string, start: number): number {
  BLANKS.lastIndex = start;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}
