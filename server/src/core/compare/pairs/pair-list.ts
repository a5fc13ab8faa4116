import type { ComparablePair } from "./comparable-pairs.ts";
import type { Find } from "./pair-memory.ts";
import { indexAt, type Span } from "../../text/span.ts";
import type { Traits } from "./traits.ts";

/** What to look for in pairs, and where it can be. */
export interface Comparison<T> {
  /** A pair with none of these holds nothing of the kind. */
  readonly needs: Traits;
  /**
   * A look at the texts, for what most pairs can be cleared by before anything is made of them. `false`: surely there
   * is nothing to find. `target` and `source` may lack the markup that both have (`withoutCommonMarkup`), `written`
   * lacks nothing.
   */
  readonly mayFind?: (target: string, source: string, traits: Traits, written: RawPair) => boolean;
  readonly find: Find<T>;
}

/** The texts of a pair. */
export interface RawPair {
  /** The translation. */
  readonly target: string;
  /** The English. */
  readonly source: string;
  /** Whether the traits of the English are known to be `PLAIN_SOURCE`, as far as somebody asks. */
  readonly hasPlainSource?: boolean;
}

const NONE: readonly ComparablePair[] = [];

/**
 * The pairs of a page with their traits, in page order. Most are never looked at more closely, so that a pair is made
 * only once somebody asks.
 */
export class PairList<R extends RawPair> {
  private readonly make: (raw: R) => ComparablePair | undefined;
  private readonly spanOf: (raw: R) => Span;
  private readonly raws: R[] = [];
  private readonly bares: RawPair[] = [];
  private readonly traits: Traits[] = [];
  /** Those of all pairs together. */
  private allTraits = 0;
  private readonly made: (ComparablePair | undefined)[] = [];
  private everything: readonly ComparablePair[] | undefined;

  /** `make` gives `undefined` for a pair that is not to be compared, `spanOf` where the translation stands in the page. */
  constructor(make: (raw: R) => ComparablePair | undefined, spanOf: (raw: R) => Span) {
    this.make = make;
    this.spanOf = spanOf;
  }

  /** `bare` is what of the pair has to be looked at, and has these traits. */
  add(raw: R, traits: Traits, bare: RawPair = raw): void {
    this.raws.push(raw);
    this.bares.push(bare);
    this.traits.push(traits);
    this.allTraits |= traits;
  }

  /** The pairs that a comparison may find something in. */
  select({ needs, mayFind }: Comparison<unknown>): readonly ComparablePair[] {
    if ((this.allTraits & needs) === 0) return NONE;
    const selected: ComparablePair[] = [];
    // A dozen comparisons go through the list, and most pairs take no more than a look at a number.
    const all = this.traits;
    const { length } = all;
    for (let nth = 0; nth < length; nth++) {
      const traits = all[nth] as Traits;
      if ((traits & needs) === 0) continue;
      if (mayFind !== undefined) {
        const { target, source } = this.bares[nth] as RawPair;
        if (!mayFind(target, source, traits, this.raws[nth] as R)) continue;
      }
      const pair = this.at(nth);
      if (pair !== undefined) selected.push(pair);
    }
    return selected;
  }

  /** The pair whose translation stands at an offset of the page. `undefined`: there is none. */
  pairAt(offset: number): ComparablePair | undefined {
    const nth = indexAt(this.raws, offset, this.spanOf);
    return nth === -1 ? undefined : this.at(nth);
  }

  /** All of them. */
  all(): readonly ComparablePair[] {
    this.everything ??= this.raws.map((_raw, nth) => this.at(nth)).filter((pair) => pair !== undefined);
    return this.everything;
  }

  private at(nth: number): ComparablePair | undefined {
    return (this.made[nth] ??= this.make(this.raws[nth] as R));
  }
}
