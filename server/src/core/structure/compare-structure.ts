import { Attached } from "../document/attached.ts";
import type { Finding, RuleContext } from "../rules/rule.ts";
import type { SourcePage } from "../source/page-sources.ts";
import { alignPageBlocks, type BlockPair } from "./align-page-blocks.ts";
import { type PageBlock, pageBlocks } from "./page-blocks.ts";

/** A block and the English that it was made from. */
export interface MatchedBlock {
  readonly source: PageBlock;
  readonly target: PageBlock;
}

/** Blocks next to each other of which the other page has no counterpart; at least one of the lists has a member. */
export interface Gap {
  /** English blocks that the page lacks. */
  readonly missing: readonly PageBlock[];
  /** Blocks of the page that the English does not have. */
  readonly extra: readonly PageBlock[];
  /** What stands before and after. `undefined`: the gap is at the start or the end of the page. */
  readonly before: MatchedBlock | undefined;
  readonly after: MatchedBlock | undefined;
}

/** A localized page against the English that it was made from, block by block. */
export interface StructureComparison {
  readonly source: SourcePage;
  readonly matched: readonly MatchedBlock[];
  readonly gaps: readonly Gap[];
}

/** All rules of one run ask for the same page; the answer holds as long as the context does. */
const known = new Attached<RuleContext, StructureComparison>();

/**
 * `undefined`: nobody has the English that the page was made from. Against any later English, what differs is news and
 * no defect of the page; against its own English halves, nothing can differ.
 */
export function compareStructure(context: RuleContext): StructureComparison | undefined {
  const { base } = context.sources;
  if (base === undefined || base.origin === "english-halves") return undefined;
  const comparison = known.get(context) ?? compare(context, base);
  known.set(context, comparison);
  return comparison;
}

/** How a rule checks that says something of such a comparison only; where there is none, not even a generator is made. */
export function whereCompared(
  find: (context: RuleContext, comparison: StructureComparison) => Iterable<Finding>,
): (context: RuleContext) => Iterable<Finding> {
  return (context) => {
    const comparison = compareStructure(context);
    return comparison === undefined ? [] : find(context, comparison);
  };
}

function compare({ document }: RuleContext, source: SourcePage): StructureComparison {
  const matched: MatchedBlock[] = [];
  const gaps: Gap[] = [];
  let missing: PageBlock[] = [];
  let extra: PageBlock[] = [];
  const closeGap = (after: MatchedBlock | undefined): void => {
    if (missing.length + extra.length > 0) gaps.push({ missing, extra, before: matched.at(-1), after });
    missing = [];
    extra = [];
  };
  for (const pair of alignPageBlocks(pageBlocks(source.document), pageBlocks(document))) {
    if (isMatched(pair)) {
      closeGap(pair);
      matched.push(pair);
    } else if (pair.source !== undefined) missing.push(pair.source);
    else extra.push(pair.target as PageBlock);
  }
  closeGap(undefined);
  return { source, matched, gaps };
}

function isMatched(pair: BlockPair): pair is MatchedBlock {
  return pair.source !== undefined && pair.target !== undefined;
}
