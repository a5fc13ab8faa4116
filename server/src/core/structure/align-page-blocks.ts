import { Attached } from "../document/attached.ts";
import type { Heading } from "../markdown/structure.ts";
import type { PageBlock } from "./page-blocks.ts";
import { longestAscending } from "../text/longest-ascending.ts";

/** A block of the English and its translation. `undefined`: the other page has nothing like it. */
export interface BlockPair {
  readonly source: PageBlock | undefined;
  readonly target: PageBlock | undefined;
}

/**
 * Lines up the blocks of a localized page with those of the English that it was made from. Blocks are translated one
 * by one (measured: 54,534 of 54,534 lines have the same prefix), so what is the same in both languages and unique in
 * both pages (code, links, slugs of headings) ties them together, and only what lies between two ties is compared
 * block with block.
 */
export function alignPageBlocks(sources: readonly PageBlock[], targets: readonly PageBlock[]): BlockPair[] {
  if (areParallel(sources, targets)) return sources.map((source, nth) => ({ source, target: targets[nth] }));
  const pairs: BlockPair[] = [];
  let source = 0;
  let target = 0;
  for (const tie of [...findTies(sources, targets), [sources.length, targets.length] as const]) {
    // One by one: a page may have more blocks than a function takes arguments.
    for (const pair of alignStretch(sources.slice(source, tie[0]), targets.slice(target, tie[1])))
      pairs.push(pair);
    if (tie[0] < sources.length) pairs.push({ source: sources[tie[0]], target: targets[tie[1]] });
    source = tie[0] + 1;
    target = tie[1] + 1;
  }
  return pairs;
}

/**
 * Whether each block is like the one at the same place, and has the same landmark. Then the landmarks tie each to that
 * one, and what lies between is alike: most pages are done with that.
 */
function areParallel(sources: readonly PageBlock[], targets: readonly PageBlock[]): boolean {
  return (
    sources.length === targets.length &&
    sources.every((source, nth) => {
      const target = targets[nth] as PageBlock;
      return isAlike(source, target) && haveSameLandmark(source, target);
    })
  );
}

function haveSameLandmark(source: PageBlock, target: PageBlock): boolean {
  const isPlain = source.heading === undefined && target.heading === undefined;
  if (isPlain && source.kind === target.kind) {
    // The usual ways to be the same take no text to be put together.
    if (source.code !== undefined && target.code !== undefined && source.text === target.text) return true;
    const { links } = target;
    const areLinksSame =
      source.links.length === links.length &&
      source.links.every((link, nth) => link.target === links[nth]?.target);
    if (source.code === undefined && target.code === undefined && areLinksSame) return true;
  }
  return landmarkOf(source, ({ slug }) => slug) === landmarkOf(target, englishSlugOf);
}

type Tie = readonly [source: number, target: number];

/** Blocks that have the same unique landmark, the longest chain of them that keeps both orders. */
function findTies(sources: readonly PageBlock[], targets: readonly PageBlock[]): Tie[] {
  const inSources = uniqueLandmarks(sources, ({ slug }) => slug);
  const inTargets = uniqueLandmarks(targets, englishSlugOf);
  const ties: Tie[] = [];
  for (const [landmark, source] of inSources) {
    const target = inTargets.get(landmark);
    if (source !== undefined && target !== undefined) ties.push([source, target]);
  }
  return longestRise(ties.sort(([a], [b]) => a - b));
}

/** Landmark to index; `undefined`: several blocks have it. */
function uniqueLandmarks(
  blocks: readonly PageBlock[],
  slugOf: (heading: Heading) => string,
): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const [nth, block] of blocks.entries()) {
    const landmark = landmarkOf(block, slugOf);
    if (landmark !== undefined) found.set(landmark, found.has(landmark) ? undefined : nth);
  }
  return found;
}

/** What tells a block in both languages. `undefined`: nothing does. */
function landmarkOf(
  { kind, heading, code, links, text }: PageBlock,
  slugOf: (heading: Heading) => string,
): string | undefined {
  if (heading !== undefined) {
    const slug = slugOf(heading);
    return slug === "" ? undefined : `heading ${slug.toLowerCase()}`;
  }
  if (code !== undefined) {
    const content = text.replace(/\s+/g, "");
    return content.length > 8 ? `code ${content}` : undefined;
  }
  const targets = links.map(({ target }) => target.toLowerCase()).sort();
  return targets.length === 0 ? undefined : `${kind} ${targets.join(" ")}`;
}

/** What a localized heading tells of the English one's name. */
function englishSlugOf({ sourceSlug, anchorNames, slug }: Heading): string {
  return sourceSlug ?? anchorNames[0] ?? slug;
}

/** The most pairs, ascending by source, that ascend by target as well. */
function longestRise(ties: readonly Tie[]): Tie[] {
  return longestAscending(ties.map(([, target]) => target)).map((nth) => ties[nth] as Tie);
}

function alignStretch(sources: readonly PageBlock[], targets: readonly PageBlock[]): BlockPair[] {
  const isParallel =
    sources.length === targets.length && sources.every((source, nth) => isAlike(source, targets[nth]));
  if (isParallel) return sources.map((source, nth) => ({ source, target: targets[nth] }));

  // What is alike at both ends is taken as it is only where the middle is too much to be searched.
  const isLong = sources.length * targets.length > MOST_COMPARED;
  const head = isLong ? countAlike(sources, targets, (nth) => nth) : 0;
  const rest = isLong ? countAlike(sources.slice(head), targets.slice(head), (nth) => -1 - nth) : 0;
  return [
    ...sources.slice(0, head).map((source, nth) => ({ source, target: targets[nth] })),
    ...search(sources.slice(head, sources.length - rest), targets.slice(head, targets.length - rest)),
    ...sources
      .slice(sources.length - rest)
      .map((source, nth) => ({ source, target: targets[targets.length - rest + nth] })),
  ];
}

/** How many blocks are alike from one end on; `at` gives the place of the nth. */
function countAlike(
  sources: readonly PageBlock[],
  targets: readonly PageBlock[],
  at: (nth: number) => number,
): number {
  const shorter = Math.min(sources.length, targets.length);
  let count = 0;
  while (count < shorter && isAlike(sources.at(at(count)) as PageBlock, targets.at(at(count)))) count += 1;
  return count;
}

function isAlike(source: PageBlock, target: PageBlock | undefined): boolean {
  return (
    target !== undefined &&
    source.meantKind === target.meantKind &&
    source.heading?.level === target.heading?.level &&
    isSameList(source.containers, target.containers) &&
    isSameList(source.items, target.items)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, nth) => each === b[nth]));
}

// 50,000 comparisons take some 100 ms; pages that hardly differ need a few hundred.
const MOST_COMPARED = 50_000;
// Blocks get lost together: a second one costs less than the first.
const GAP_START = 0.6;
const GAP_COST = 1.6;

/** Edit distance over blocks. Stretches that are too long even so have no counterpart. */
function search(sources: readonly PageBlock[], targets: readonly PageBlock[]): BlockPair[] {
  if (sources.length * targets.length > MOST_COMPARED) {
    return [
      ...sources.map((source) => ({ source, target: undefined })),
      ...targets.map((target) => ({ source: undefined, target })),
    ];
  }
  return new BlockSearch(sources, targets).pairs();
}

/** What the last step was: both blocks taken for each other, an English one left out, a localized one left out. */
type Step = 0 | 1 | 2;
const STEPS: readonly Step[] = [0, 1, 2];

class BlockSearch {
  readonly #sources: readonly PageBlock[];
  readonly #targets: readonly PageBlock[];
  readonly #columns: number;
  /** For each last step, the least cost up to each pair of places. */
  readonly #costs: readonly Float64Array[];
  /** The step before it. */
  readonly #before: readonly Uint8Array[];

  constructor(sources: readonly PageBlock[], targets: readonly PageBlock[]) {
    this.#sources = sources;
    this.#targets = targets;
    this.#columns = targets.length + 1;
    const size = (sources.length + 1) * this.#columns;
    this.#costs = STEPS.map(() => new Float64Array(size).fill(Number.POSITIVE_INFINITY));
    this.#before = STEPS.map(() => new Uint8Array(size));
  }

  pairs(): BlockPair[] {
    (this.#costs[0] as Float64Array)[0] = 0;
    for (let row = 0; row <= this.#sources.length; row++) {
      for (let column = 0; column < this.#columns; column++) this.#fill(row, column);
    }
    return this.#readBack();
  }

  #fill(row: number, column: number): void {
    const at = row * this.#columns + column;
    if (row > 0 && column > 0) {
      const cost = matchCost(this.#sources[row - 1] as PageBlock, this.#targets[column - 1] as PageBlock);
      this.#step(0, at, at - this.#columns - 1, cost);
    }
    if (row > 0) this.#step(1, at, at - this.#columns, GAP_COST);
    if (column > 0) this.#step(2, at, at - 1, GAP_COST);
  }

  #step(step: Step, at: number, from: number, cost: number): void {
    const costs = this.#costs[step] as Float64Array;
    for (const before of STEPS) {
      const start = step !== 0 && before !== step ? GAP_START : 0;
      const sum = ((this.#costs[before] as Float64Array)[from] as number) + start + cost;
      if (sum < (costs[at] as number)) {
        costs[at] = sum;
        (this.#before[step] as Uint8Array)[at] = before;
      }
    }
  }

  #readBack(): BlockPair[] {
    const pairs: BlockPair[] = [];
    let row = this.#sources.length;
    let column = this.#targets.length;
    const costAt = (step: Step): number =>
      (this.#costs[step] as Float64Array)[row * this.#columns + column] as number;
    let step = STEPS.reduce((best, each) => (costAt(each) < costAt(best) ? each : best));
    while (row > 0 || column > 0) {
      const before = (this.#before[step] as Uint8Array)[row * this.#columns + column] as Step;
      if (step !== 2) row -= 1;
      if (step !== 1) column -= 1;
      pairs.push({
        source: step === 2 ? undefined : this.#sources[row],
        target: step === 1 ? undefined : this.#targets[column],
      });
      step = before;
    }
    return pairs.reverse();
  }
}

/** What it costs to take one block for the translation of another; above the cost of two gaps, it is never taken. */
function matchCost(source: PageBlock, target: PageBlock): number {
  if (source.meantKind !== target.meantKind) return Number.POSITIVE_INFINITY;
  const form = formCost(source, target);
  if (target.sourceText !== undefined) return form + 4 * difference(wordsOf(source), wordsOf(target));
  const tokens = 1.5 * difference(tokensOf(source), tokensOf(target));
  return form + tokens + lengthCost(source.text.length, target.text.length);
}

function formCost(source: PageBlock, target: PageBlock): number {
  let cost = 0;
  if (source.kind !== target.kind) cost += 0.5;
  if (source.heading?.level !== target.heading?.level) cost += 1;
  if (source.containers.length !== target.containers.length) cost += 1;
  if (source.items.join() !== target.items.join()) cost += 0.5;
  if (source.table?.columnCount !== target.table?.columnCount) cost += 1;
  if ((source.alert === undefined) !== (target.alert === undefined)) cost += 1;
  return cost;
}

const words = new Attached<PageBlock, ReadonlySet<string>>();

/** All words of the English: of a side-by-side page, of its halves. */
function wordsOf(block: PageBlock): ReadonlySet<string> {
  const found = words.get(block) ?? new Set((block.sourceText ?? block.text).match(/[\p{L}\p{N}]+/gu) ?? []);
  words.set(block, found);
  return found;
}

/** Chinese takes a third of the letters of English and French a fifth more: only a wide margin tells anything. */
function lengthCost(source: number, target: number): number {
  const ratio = Math.abs(Math.log((target + 20) / (source + 20)));
  return Math.min(2, ratio * 0.8);
}

const tokens = new Attached<PageBlock, ReadonlySet<string>>();

/** Link targets, numbers and words of code and names: what stays as it is in any language. */
function tokensOf(block: PageBlock): ReadonlySet<string> {
  const found = tokens.get(block) ?? new Set(readTokens(block));
  tokens.set(block, found);
  return found;
}

function readTokens({ text, links }: PageBlock): string[] {
  const words = text.match(/[A-Za-z]*[A-Z0-9_.][A-Za-z0-9_.]+/g) ?? [];
  return [...words, ...links.map(({ target }) => target)];
}

/** From 0, the same, to 1, nothing in common; texts without any tokens are halfway. */
function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0.3;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return 1 - (2 * shared) / (a.size + b.size);
}
