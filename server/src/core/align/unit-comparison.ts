import { compareFeatures } from "./features.ts";
import type { Unit } from "./read-units.ts";
import { haveSameEnd } from "./sentence-ends.ts";

/** How well units of two pages fit. */
export class UnitComparison {
  readonly sources: readonly Unit[];
  readonly targets: readonly Unit[];
  readonly #targetIsLatin: boolean;
  readonly #ratio: number;
  readonly #rarities: ReadonlyMap<string, number>;

  constructor(sources: readonly Unit[], targets: readonly Unit[], targetIsLatin: boolean) {
    this.sources = sources;
    this.targets = targets;
    this.#targetIsLatin = targetIsLatin;
    const total = (all: readonly Unit[]): number =>
      all.reduce((sum, { kind, features }) => sum + (kind === "code" ? 0 : features.length), 1);
    this.#ratio = total(targets) / total(sources);
    this.#rarities = raritiesIn(sources, targets);
  }

  cost(source: number, target: number): number {
    const a = this.sources[source] as Unit;
    const b = this.targets[target] as Unit;
    if (a.kind !== b.kind) return Number.POSITIVE_INFINITY;
    const nesting = (a.containers === b.containers ? 0 : 2) + (a.level === b.level ? 0 : 2);
    const { shared, apart } = this.agreement(source, target);
    const shape =
      (haveSameEnd(a.end, b.end) ? 0 : 0.5) +
      Math.min(1.5, 0.5 * Math.abs(a.passages.length - b.passages.length));
    return nesting + shape + this.#lengthCost(a, b) + 0.5 * Math.min(8, apart) - Math.min(8, shared) - 1.5;
  }

  agreement(source: number, target: number): { shared: number; apart: number } {
    const a = this.sources[source] as Unit;
    const b = this.targets[target] as Unit;
    if (a.kind === "code") return compareCode(a, b);
    return compareFeatures(a.features, b.features, this.#targetIsLatin, this.#rarities);
  }

  #lengthCost(a: Unit, b: Unit): number {
    const ratio = a.kind === "code" ? 1 : this.#ratio;
    return Math.min(3, 2 * Math.abs(Math.log((b.features.length + 4) / (a.features.length * ratio + 4))));
  }
}

/** Another version of some code still has most of its lines. */
function compareCode({ features: a }: Unit, { features: b }: Unit): { shared: number; apart: number } {
  let both = 0;
  for (const line of a.words) both += b.words.has(line) ? 1 : 0;
  const share = (2 * both) / (a.words.size + b.words.size);
  return { shared: 6 * share, apart: 6 * (1 - share) };
}

/** By the page that has more units with the token. */
function raritiesIn(sources: readonly Unit[], targets: readonly Unit[]): Map<string, number> {
  const counts = countUnits(sources);
  for (const [key, count] of countUnits(targets)) counts.set(key, Math.max(count, counts.get(key) ?? 0));
  for (const [key, count] of counts) counts.set(key, Math.max(0.25, 1.5 - 0.25 * Math.log2(count)));
  return counts;
}

/** In how many units each token stands. */
function countUnits(units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of units) {
    for (const key of features.tokens.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
