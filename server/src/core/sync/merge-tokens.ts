import { matchEqual } from "../freshness/match-equal.ts";
import type { Span } from "../text/span.ts";
import { mergeVariables } from "./merge-variables.ts";
import { isProse, kindOf, ownLines, type OwnLines, type OwnText, ownText, settleOwn } from "./own-text.ts";
import type { SyncConflict } from "./sync.ts";
import { type Token, toWords } from "./tokens.ts";

/** A piece of the merged page. */
export type MergedPiece =
  | { readonly kind: "gap"; readonly text: string }
  /** The segment of the English page with this number. */
  | { readonly kind: "segment"; readonly english: number };

/** While it is merged: with lines that only the localized page has, which have yet to find their place. */
export type LoosePiece = MergedPiece | { readonly kind: "own"; readonly lines: OwnLines };

/** What a merge gives. */
export interface Merged {
  readonly pieces: readonly MergedPiece[];
  readonly conflicts: readonly SyncConflict[];
  /** Whether something that was kept waits for a translator. */
  readonly needsPerson: boolean;
}

/** The three sides of a merge. */
export interface Sides {
  readonly localized: readonly Token[];
  readonly base: readonly Token[];
  readonly current: readonly Token[];
  /** Whether the base tells which lines there were, but not what the texts of pictures in them were. */
  readonly isBaseRebuilt: boolean;
  /** That of the localized page. */
  readonly lineEnd?: string;
  /** Follows a picture whose text both sides changed. */
  readonly pictureMark?: string;
  /** Whether the tokens are words already. */
  readonly isFine?: boolean;
}

/**
 * Merges what stands around segments: as in English now, but for what the localized page has otherwise than the English
 * that it was made from, where English left that alone. Segments stand where English has them now.
 */
export function mergeTokens(sides: Sides): Merged {
  const merge = new TokenMerge(sides);
  const pieces = merge.run({ from: 0, to: sides.localized.length }, { from: 0, to: sides.current.length });
  return {
    pieces: settleOwn(pieces, sides.lineEnd),
    conflicts: merge.conflicts,
    needsPerson: merge.needsPerson,
  };
}

interface Range {
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

function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ key }) => key);
}

class TokenMerge {
  readonly conflicts: SyncConflict[] = [];
  needsPerson = false;
  readonly #localized: readonly Token[];
  readonly #base: readonly Token[];
  readonly #current: readonly Token[];
  /** Of a token of the localized and of the current page: its number in the base. */
  readonly #baseOfLocalized: Counterparts;
  readonly #baseOfCurrent: Counterparts;
  /** Of each token of the base: 1 where the localized page has it as well. */
  readonly #keptOfBase: Uint8Array;
  /** Where each translated segment stands among the tokens. */
  readonly #homes = new Map<string, number>();
  /** Lines that differ from the base in texts of pictures and the like alone, by their key. */
  readonly #retold = new Map<string, { readonly before: string; readonly after: string }>();

  readonly #sides: Sides;
  readonly #isBaseRebuilt: boolean;
  readonly #isFine: boolean;

  constructor(sides: Sides) {
    const { localized, base, current, isBaseRebuilt, isFine = false } = sides;
    this.#sides = sides;
    this.#isFine = isFine;
    this.#isBaseRebuilt = isBaseRebuilt;
    this.#localized = localized;
    this.#base = base;
    this.#current = current;
    const keys = keysOf(base);
    this.#baseOfLocalized = new Counterparts(keysOf(localized), keys);
    this.#baseOfCurrent = new Counterparts(keysOf(current), keys);
    this.#keptOfBase = new Uint8Array(base.length);
    for (let mine = 0; mine < localized.length; mine += 1) {
      const after = localized[mine] as Token;
      if (after.segment !== undefined) this.#homes.set(after.key, mine);
      const its = this.#baseOfLocalized.get(mine);
      if (its === undefined) continue;
      this.#keptOfBase[its] = 1;
      const before = base[its] as Token;
      if (after.segment === undefined && after.text !== before.text) {
        this.#retold.set(after.key, { before: before.text, after: after.text });
      }
    }
  }

  run(localized: Range, current: Range): LoosePiece[] {
    const matches = matchEqual(
      keysOf(this.#localized.slice(localized.from, localized.to)),
      keysOf(this.#current.slice(current.from, current.to)),
    );
    const pieces: LoosePiece[] = [];
    let [mine, its] = [localized.from, current.from];
    for (let left = 0; left < matches.length; left += 1) {
      const right = matches[left] as number;
      if (right < 0) continue;
      const [nextMine, nextIts] = [localized.from + left, current.from + right];
      if (mine < nextMine || its < nextIts)
        pieces.push(...this.#mergeChunk({ from: mine, to: nextMine }, { from: its, to: nextIts }));
      pieces.push(this.#mergeSame(nextMine, nextIts));
      [mine, its] = [nextMine + 1, nextIts + 1];
    }
    pieces.push(...this.#mergeChunk({ from: mine, to: localized.to }, { from: its, to: current.to }));
    return pieces;
  }

  #mergeSame(mine: number, its: number): MergedPiece {
    const [here, there] = [this.#localized[mine] as Token, this.#current[its] as Token];
    if (there.segment !== undefined) return { kind: "segment", english: there.segment };
    const before = this.#base[this.#baseOfCurrent.get(its) ?? this.#baseOfLocalized.get(mine) ?? -1];
    const old = this.#isBaseRebuilt ? undefined : before?.text;
    const sides = { localized: here.text, base: old, current: there.text };
    const { text, conflict } = mergeVariables(sides, this.#sides.pictureMark ?? "");
    if (conflict !== undefined) this.conflicts.push({ message: conflict, span: here.span });
    this.needsPerson ||= conflict !== undefined;
    return { kind: "gap", text };
  }

  /** Between two tokens that both sides have: which of the two goes back to the base? */
  #mergeChunk(localized: Range, current: Range): LoosePiece[] {
    if (localized.from === localized.to && current.from === current.to) return [];
    if (this.#isOwnLineEnd(localized, current)) {
      const rest = this.#mergeChunk(
        { ...localized, from: localized.from + 1 },
        { ...current, from: current.from + 1 },
      );
      return [toGap(this.#localized[localized.from] as Token), ...rest];
    }
    const mine = this.#localized.slice(localized.from, localized.to);
    const holdsSegments = this.#holdsSegments(localized);
    const isUntouched = this.#isOfBase(current);

    if (current.from === current.to) {
      const isGone = this.#deletedFromBase(localized, current);
      if (!holdsSegments && !isGone) return this.#keepAll(localized);
      return this.#keepOwn(localized, isGone);
    }
    const isOwn = mine.some((_, nth) => !this.#baseOfLocalized.has(localized.from + nth));
    if (isUntouched && !holdsSegments && (isOwn || mine.length === 0)) {
      return [...mine.map(toGap), ...this.#stillThere(current)];
    }
    return this.#mergeBoth(localized, current);
  }

  /** Both sides have something here. */
  #mergeBoth(localized: Range, current: Range): LoosePiece[] {
    const text = this.#ownText(localized);
    const english = this.#emit(current);
    if (text.length === 0) return english;
    if (this.#deletedFromBase(localized, current)) {
      const merged = this.#holdsSegments(localized) ? undefined : this.#mergeFinely(localized, current);
      if (merged !== undefined) return [merged];
      this.#report(text, "English changed here too; what the translation had of its own was replaced:", true);
      return english;
    }
    this.#report(text, "This has no English; it was kept where it stood:");
    return [...this.#toPieces(text, localized), ...english];
  }

  #ownText(localized: Range): readonly OwnText[] {
    const isOld = (nth: number): boolean => this.#baseOfLocalized.has(nth);
    if (!this.#isFine) return ownText(this.#localized, localized, isOld);
    // Of single words, none is markup only: a link target is one.
    return numbersIn(localized).flatMap((nth) => {
      const { text, segment } = this.#localized[nth] as Token;
      const isOwn = segment === undefined && !isOld(nth) && /\S/.test(text);
      return isOwn ? [{ tokens: [nth], isLines: false }] : [];
    });
  }

  /** A piece of a line stays with the one that it follows or precedes; where both are gone, it is a line. */
  #toPieces(text: readonly OwnText[], { from, to }: Range): LoosePiece[] {
    return text.map(({ tokens, isLines }) => {
      const [nth] = tokens as [number];
      const isBeside = nth === from || nth + 1 === to;
      if (!isLines && isBeside) return toGap(this.#localized[nth] as Token);
      return { kind: "own", lines: ownLines(this.#localized, tokens) };
    });
  }

  #holdsSegments({ from, to }: Range): boolean {
    return this.#localized.slice(from, to).some(({ segment }) => segment !== undefined);
  }

  /**
   * Whether both sides go on in the line of the segment before, as with a link target, English as it did before and the
   * localized page in its own way: that is kept, whatever English has in the lines below.
   */
  #isOwnLineEnd(localized: Range, current: Range): boolean {
    if (localized.from === localized.to || current.from + 1 >= current.to) return false;
    const [before, mine, its] = [
      this.#current[current.from - 1],
      this.#localized[localized.from] as Token,
      this.#current[current.from] as Token,
    ];
    if (before?.segment === undefined || !isRestOfLine(mine) || !isRestOfLine(its)) return false;
    const old = this.#baseOfCurrent.get(current.from);
    return (
      old !== undefined &&
      !this.#baseOfLocalized.has(localized.from) &&
      this.#keptOfBase[old] !== 1 &&
      this.#baseOfCurrent.get(current.from - 1) === old - 1 &&
      this.#baseOfLocalized.get(localized.from - 1) === old - 1
    );
  }

  /** What the localized page has as well, only that it was lined up with a twin of it. */
  #stillThere({ from, to }: Range): LoosePiece[] {
    const pieces: LoosePiece[] = [];
    for (let nth = from; nth < to; nth += 1) {
      const token = this.#current[nth] as Token;
      if (this.#keptOfBase[this.#baseOfCurrent.get(nth) ?? -1] === 1) pieces.push(this.#emitOne(token));
    }
    return pieces;
  }

  /** Both sides changed the same lines: word by word, they may have changed other things. */
  #mergeFinely(localized: Range, current: Range): MergedPiece | undefined {
    const there = this.#current.slice(current.from, current.to);
    if (this.#isFine || there.some(({ segment }) => segment !== undefined)) return undefined;
    const here = this.#localized.slice(localized.from, localized.to);
    // Words of whole lines say nothing about a piece of one.
    if (textOf(here).includes("\n") !== textOf(there).includes("\n")) return undefined;
    const { from, to } = this.#baseRange(localized, current);
    const old = this.#base.slice(from, to).filter(({ segment }) => segment === undefined);
    const { pieces, conflicts } = mergeTokens({
      localized: toWords(here),
      base: toWords(old),
      current: toWords(there),
      isBaseRebuilt: this.#isBaseRebuilt,
      isFine: true,
    });
    if (conflicts.length > 0) return undefined;
    const text = pieces.map((piece) => (piece.kind === "gap" ? piece.text : "")).join("");
    // Where line ends were lost, the words are in no order that anybody meant.
    return linesIn(text) < linesIn(textOf(there)) ? undefined : { kind: "gap", text };
  }

  /** English has nothing here, and had nothing: all that only the localized page has stays. */
  #keepAll(localized: Range): LoosePiece[] {
    const text = this.#ownText(localized);
    const lines = new Map(text.map((each) => [each.tokens[0], each]));
    const pieces: LoosePiece[] = [];
    for (let nth = localized.from; nth < localized.to; nth += 1) {
      const own = lines.get(nth);
      if (own?.isLines === true) {
        pieces.push(...this.#toPieces([own], localized));
        nth = own.tokens.at(-1) as number;
      } else if (!this.#baseOfLocalized.has(nth)) pieces.push(toGap(this.#localized[nth] as Token));
    }
    return pieces;
  }

  /** English has nothing here: what the translation has on top stays, what it has in place of something goes as well. */
  #keepOwn(localized: Range, isGone: boolean): LoosePiece[] {
    const text = this.#ownText(localized);
    this.#report(
      text,
      isGone
        ? "English no longer has this, which the translation had changed; it was taken out:"
        : "The English around it is gone; it was kept where it stood:",
      isGone,
    );
    return isGone ? [] : this.#toPieces(text, localized);
  }

  /** What was taken out is told in full: it may stand nowhere else. */
  #report(own: readonly OwnText[], what: string, isGone = false): void {
    const tokens = own.flatMap((each) => each.tokens.map((nth) => this.#localized[nth] as Token));
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first === undefined || last === undefined) return;
    const text = isGone
      ? tokens
          .map((token) => token.text.trim())
          .join(" ")
          .trim()
      : first.text.trim();
    const span: Span = { start: first.span.start, end: last.span.end };
    this.conflicts.push({
      message: `${what} \`${text.length > 80 && !isGone ? `${text.slice(0, 80)}…` : text}\`.`,
      span,
    });
  }

  #isOfBase({ from, to }: Range): boolean {
    for (let nth = from; nth < to; nth += 1) {
      if (this.#current[nth]?.segment !== undefined || !this.#baseOfCurrent.has(nth)) return false;
    }
    return true;
  }

  /** Whether the base has something at this place that the localized page has not: it was replaced, not added to. */
  #deletedFromBase(localized: Range, current: Range): boolean {
    const { from, to } = this.#baseRange(localized, current);
    const kept = new Set<number | undefined>();
    for (let nth = localized.from; nth < localized.to; nth += 1) kept.add(this.#baseOfLocalized.get(nth));
    const own = this.#ownText(localized).flatMap(({ tokens }) => tokens.map((nth) => this.#localized[nth]));
    const kinds = new Set(
      own.flatMap((token) => (token !== undefined && isProse(token) ? kindOf(token) : [])),
    );
    for (let nth = from; nth < to; nth += 1) {
      const token = this.#base[nth] as Token;
      if (kept.has(nth) || !isProse(token)) continue;
      if (own.length === 0 || kinds.has(kindOf(token))) return true;
    }
    return false;
  }

  /** What the base has between the neighbours of a chunk. */
  #baseRange(localized: Range, current: Range): Range {
    const before = this.#baseNear(localized.from - 1, current.from - 1) ?? -1;
    return { from: before + 1, to: this.#baseNear(localized.to, current.to) ?? this.#base.length };
  }

  #baseNear(mine: number, its: number): number | undefined {
    return this.#baseOfLocalized.get(mine) ?? this.#baseOfCurrent.get(its);
  }

  /** English as it is now; segments that moved here together bring along what the localized page has between them. */
  #emit({ from, to }: Range): LoosePiece[] {
    const pieces: LoosePiece[] = [];
    for (let nth = from; nth < to; nth += 1) {
      const end = this.#endOfRun(nth, to);
      if (end > nth + 1) {
        const home = this.#homeOf(nth) as number;
        pieces.push(
          ...this.run({ from: home, to: (this.#homeOf(end - 1) as number) + 1 }, { from: nth, to: end }),
        );
        nth = end - 1;
      } else pieces.push(this.#emitOne(this.#current[nth] as Token));
    }
    return pieces;
  }

  #emitOne(token: Token): MergedPiece {
    if (token.segment !== undefined) return { kind: "segment", english: token.segment };
    const retold = this.#retold.get(token.key);
    return { kind: "gap", text: retold?.before === token.text ? retold.after : token.text };
  }

  #homeOf(nth: number): number | undefined {
    return this.#homes.get(this.#current[nth]?.key ?? "");
  }

  /** Behind the last of the segments, from `nth` on, that follow each other in the localized page as well. */
  #endOfRun(nth: number, to: number): number {
    let last = this.#homeOf(nth);
    if (last === undefined) return nth + 1;
    let end = nth + 1;
    for (let next = nth + 1; next < to; next += 1) {
      const token = this.#current[next] as Token;
      if (token.segment === undefined) continue;
      const home = this.#homeOf(next);
      if (home === undefined || !this.#areNeighbours(last, home)) break;
      end = next + 1;
      last = home;
    }
    return end;
  }

  #areNeighbours(left: number, right: number): boolean {
    if (right <= left) return false;
    for (let nth = left + 1; nth < right; nth += 1) {
      if (this.#localized[nth]?.segment !== undefined) return false;
    }
    return true;
  }
}

function numbersIn({ from, to }: Range): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

function linesIn(text: string): number {
  return text.split("\n").length;
}

function isRestOfLine({ text, segment }: Token): boolean {
  return segment === undefined && text.endsWith("\n");
}

function toGap({ text }: Token): MergedPiece {
  return { kind: "gap", text };
}
