import { matchEqual } from "../freshness/match-equal.ts";
import type { Token } from "./tokens.ts";

/** Tokens of one side: from a number up to another. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Which token of another page each token of a page stands for. */
class Counterparts {
  readonly #numbers: Int32Array;

  constructor(keys: readonly string[], others: readonly string[]) {
    this.#numbers = matchEqual(keys, others);
  }

  /** `undefined`: there is none, or the page has no such token. */
  get(nth: number): number | undefined {
    const found = this.#numbers[nth];
    return found === undefined || found < 0 ? undefined : found;
  }

  has(nth: number): boolean {
    return this.get(nth) !== undefined;
  }
}

/** The tokens of a localized page, of the English that it was made from and of English now, lined up. */
export class ThreeSides {
  readonly localized: readonly Token[];
  readonly base: readonly Token[];
  readonly current: readonly Token[];
  /** Of a token of the localized and of the current page: its number in the base. */
  readonly baseOfLocalized: Counterparts;
  readonly baseOfCurrent: Counterparts;
  /** Of each token of the base: 1 where the localized page has it as well. */
  readonly #keptOfBase: Uint8Array;
  /** Where each translated segment stands among the tokens. */
  readonly #homes = new Map<string, number>();
  /** Lines that differ from the base in texts of pictures and the like alone, by their key. */
  readonly #retold = new Map<string, { readonly before: string; readonly after: string }>();

  constructor(localized: readonly Token[], base: readonly Token[], current: readonly Token[]) {
    this.localized = localized;
    this.base = base;
    this.current = current;
    const keys = keysOf(base);
    this.baseOfLocalized = new Counterparts(keysOf(localized), keys);
    this.baseOfCurrent = new Counterparts(keysOf(current), keys);
    this.#keptOfBase = new Uint8Array(base.length);
    for (let mine = 0; mine < localized.length; mine += 1) {
      const after = localized[mine] as Token;
      if (after.segment !== undefined) this.#homes.set(after.key, mine);
      const its = this.baseOfLocalized.get(mine);
      if (its === undefined) continue;
      this.#keptOfBase[its] = 1;
      const before = base[its] as Token;
      if (after.segment === undefined && after.text !== before.text) {
        this.#retold.set(after.key, { before: before.text, after: after.text });
      }
    }
  }

  /**
   * For each localized token of a range, which current one of another is the same, counted from the ranges' starts; or
   * -1.
   */
  match(localized: TokenRange, current: TokenRange): Int32Array {
    return matchEqual(
      keysOf(this.localized.slice(localized.from, localized.to)),
      keysOf(this.current.slice(current.from, current.to)),
    );
  }

  /** What a token that the other two sides have was in the base; `undefined`: it was not there. */
  before(localized: number, current: number): Token | undefined {
    return this.base[this.baseOfCurrent.get(current) ?? this.baseOfLocalized.get(localized) ?? -1];
  }

  /** The text of a current token; in the words of the localized page, where that tells the same line in its own. */
  textOf({ key, text }: Token): string {
    const retold = this.#retold.get(key);
    return retold?.before === text ? retold.after : text;
  }

  /** Whether the localized page has what this token of the current one is, wherever it stands. */
  isStillThere(current: number): boolean {
    return this.#isKept(this.baseOfCurrent.get(current) ?? -1);
  }

  #isKept(base: number): boolean {
    return this.#keptOfBase[base] === 1;
  }

  /** Whether current tokens are without segments, and as they were. */
  isOfBase({ from, to }: TokenRange): boolean {
    for (let nth = from; nth < to; nth += 1) {
      if (this.current[nth]?.segment !== undefined || !this.baseOfCurrent.has(nth)) return false;
    }
    return true;
  }

  /** Whether localized tokens hold a segment. */
  holdsSegments({ from, to }: TokenRange): boolean {
    return this.localized.slice(from, to).some(({ segment }) => segment !== undefined);
  }

  /** What the base has between the neighbours of a chunk. */
  baseRange(localized: TokenRange, current: TokenRange): TokenRange {
    const before = this.#baseNear(localized.from - 1, current.from - 1) ?? -1;
    return { from: before + 1, to: this.#baseNear(localized.to, current.to) ?? this.base.length };
  }

  #baseNear(mine: number, its: number): number | undefined {
    return this.baseOfLocalized.get(mine) ?? this.baseOfCurrent.get(its);
  }

  /**
   * Whether both sides go on in the line of the segment before, as with a link target, English as it did before and the
   * localized page in its own way: that is kept, whatever English has in the lines below.
   */
  isOwnLineEnd(localized: TokenRange, current: TokenRange): boolean {
    if (localized.from === localized.to || current.from + 1 >= current.to) return false;
    const [before, mine, its] = [
      this.current[current.from - 1],
      this.localized[localized.from] as Token,
      this.current[current.from] as Token,
    ];
    if (before?.segment === undefined || !isRestOfLine(mine) || !isRestOfLine(its)) return false;
    const old = this.baseOfCurrent.get(current.from);
    return (
      old !== undefined &&
      !this.baseOfLocalized.has(localized.from) &&
      !this.#isKept(old) &&
      this.baseOfCurrent.get(current.from - 1) === old - 1 &&
      this.baseOfLocalized.get(localized.from - 1) === old - 1
    );
  }

  /** The localized token that has the translation of a current one; `undefined`: none has, or it is no segment. */
  homeOf(current: number): number | undefined {
    return this.#homes.get(this.current[current]?.key ?? "");
  }

  /** Behind the last of the segments, from `nth` on, that follow each other in the localized page as well. */
  endOfRun(nth: number, to: number): number {
    let last = this.homeOf(nth);
    if (last === undefined) return nth + 1;
    let end = nth + 1;
    for (let next = nth + 1; next < to; next += 1) {
      const token = this.current[next] as Token;
      if (token.segment === undefined) continue;
      const home = this.homeOf(next);
      if (home === undefined || !this.#areNeighbours(last, home)) break;
      end = next + 1;
      last = home;
    }
    return end;
  }

  #areNeighbours(left: number, right: number): boolean {
    if (right <= left) return false;
    for (let nth = left + 1; nth < right; nth += 1) {
      if (this.localized[nth]?.segment !== undefined) return false;
    }
    return true;
  }
}

function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ key }) => key);
}

function isRestOfLine({ text, segment }: Token): boolean {
  return segment === undefined && text.endsWith("\n");
}
