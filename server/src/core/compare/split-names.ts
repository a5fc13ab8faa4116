import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";
import type { Comparison } from "./pair-list.ts";
import { inTarget, LETTER } from "./traits.ts";

/** A name of several parts that the translation writes with blanks between them. */
export interface SplitName {
  /** As the English writes it. */
  readonly expected: string;
  readonly found: string;
  /** In the translation. */
  readonly span: Span;
}

/** `Skylark.Agent.Start`, `Agent::Start`, `SKYLARK_START`, `SKYLARK\_START`, `C#`, `C++`. */
const NAME =
  /(?<![\w.\\/@:-])(?:[A-Za-z][A-Za-z0-9]*(?:(?:\.|::|\\?_)[A-Za-z][A-Za-z0-9]*)+|[CF](?:#|\+\+))(?![\w+#])/g;
const ANY_NAME = new RegExp(NAME.source);
/** What tells a name from an abbreviation: `e.g`, `a.m`. */
const WORD = /[A-Za-z0-9]{3}|[#+_:]/;
const PART = /[A-Za-z0-9]+|\\?_|::|./g;
const BLANK = /\s/;
/** No sentence has more; each is looked for in the whole translation. */
const MOST_NAMES = 50;
/** No name is longer, and there is a limit to expressions. */
const LONGEST_NAME = 200;
/** What a name that was split has in it. */
const TRACE = /[._] | [.#+_\\]|:: | ::/;

/**
 * Machine translation takes the dot inside a name for the end of a sentence, and writes `Skylark. Agent`. Measured: 478
 * places in 40,000 pairs, all of them damage.
 */
export const splitNames: Comparison<readonly SplitName[]> = {
  needs: inTarget(LETTER),
  mayFind: (_target, _source, _traits, { target, source }) => TRACE.test(target) && ANY_NAME.test(source),
  find: findSplitNames,
};

function findSplitNames(target: Half, source: Half): SplitName[] | undefined {
  const expected = new Map<string, number>();
  for (const [name] of source.prose.matchAll(NAME)) {
    if (name.length > LONGEST_NAME) continue;
    const count = expected.get(name);
    if (count === undefined && (expected.size >= MOST_NAMES || !WORD.test(name))) continue;
    expected.set(name, (count ?? 0) + 1);
  }
  if (expected.size === 0) return undefined;

  const found: SplitName[] = [];
  for (const [name, count] of expected) {
    // A sentence may end with the first part of a name, and the next one begin with the second.
    const missing = count - countOf(name, target.prose);
    if (missing > 0) found.push(...findSplit(name, target.prose).slice(0, missing));
  }
  return found.length === 0 ? undefined : found.sort((one, other) => one.span.start - other.span.start);
}

/** How often a name stands in a text whole, escaped or not. */
function countOf(name: string, text: string): number {
  return text.replaceAll("\\", "").split(name.replaceAll("\\", "")).length - 1;
}

function findSplit(name: string, text: string): SplitName[] {
  // An expression of its own takes long to compile, and most of these names were translated.
  if (!closedUp(text).includes(closedUp(name))) return [];
  const split: SplitName[] = [];
  for (const { 0: found, index } of text.matchAll(spacedOut(name))) {
    if (BLANK.test(found))
      split.push({ expected: name, found, span: { start: index, end: index + found.length } });
  }
  return split;
}

/** Without all that may be between the parts of a name. */
function closedUp(text: string): string {
  return text.replace(/[\s\\]+/g, "").toLowerCase();
}

/** The name with any blanks between its parts, whatever its capitals: `segment/identifier-case` sees to those. */
function spacedOut(name: string): RegExp {
  const parts = (name.match(PART) ?? []).map((part) =>
    part.endsWith("_") ? "\\\\?_" : part.replace(/[.+]/g, "\\$&"),
  );
  return new RegExp(`(?<![A-Za-z0-9_])${parts.join("[^\\S\\n]*")}(?![A-Za-z0-9_])`, "gi");
}
