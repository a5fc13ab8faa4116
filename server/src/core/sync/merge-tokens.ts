import type { Span } from "../text/span.ts";
import { mergeVariables } from "./merge-variables.ts";
import { isProse, kindOf, ownLines, type OwnLines, type OwnText, ownText, settleOwn } from "./own-text.ts";
import type { SyncConflict } from "./sync.ts";
import { ThreeSides, type TokenRange } from "./three-sides.ts";
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

class TokenMerge {
  readonly conflicts: SyncConflict[] = [];
  needsPerson = false;
  readonly #sides: ThreeSides;
  readonly #isBaseRebuilt: boolean;
  readonly #isFine: boolean;
  readonly #pictureMark: string;

  constructor({ localized, base, current, isBaseRebuilt, isFine = false, pictureMark = "" }: Sides) {
    this.#sides = new ThreeSides(localized, base, current);
    this.#isBaseRebuilt = isBaseRebuilt;
    this.#isFine = isFine;
    this.#pictureMark = pictureMark;
  }

  run(localized: TokenRange, current: TokenRange): LoosePiece[] {
    const matches = this.#sides.match(localized, current);
    const pieces: LoosePiece[] = [];
    let [mine, its] = [localized.from, current.from];
    for (let left = 0; left < matches.length; left += 1) {
      const right = matches[left] as number;
      if (right < 0) continue;
      const [nextMine, nextIts] = [localized.from + left, current.from + right];
      if (mine < nextMine || its < nextIts)
        for (const piece of this.#mergeChunk({ from: mine, to: nextMine }, { from: its, to: nextIts }))
          pieces.push(piece);
      pieces.push(this.#mergeSame(nextMine, nextIts));
      [mine, its] = [nextMine + 1, nextIts + 1];
    }
    for (const piece of this.#mergeChunk({ from: mine, to: localized.to }, { from: its, to: current.to }))
      pieces.push(piece);
    return pieces;
  }

  #mergeSame(mine: number, its: number): MergedPiece {
    const [here, there] = [this.#sides.localized[mine] as Token, this.#sides.current[its] as Token];
    if (there.segment !== undefined) return { kind: "segment", english: there.segment };
    const old = this.#isBaseRebuilt ? undefined : this.#sides.before(mine, its)?.text;
    const sides = { localized: here.text, base: old, current: there.text };
    const { text, conflict } = mergeVariables(sides, this.#pictureMark);
    if (conflict !== undefined) this.conflicts.push({ message: conflict, span: here.span });
    this.needsPerson ||= conflict !== undefined;
    return { kind: "gap", text };
  }

  /** Between two tokens that both sides have: which of the two goes back to the base? */
  #mergeChunk(localized: TokenRange, current: TokenRange): LoosePiece[] {
    if (localized.from === localized.to && current.from === current.to) return [];
    if (this.#sides.isOwnLineEnd(localized, current)) {
      const rest = this.#mergeChunk(
        { ...localized, from: localized.from + 1 },
        { ...current, from: current.from + 1 },
      );
      return [toGap(this.#sides.localized[localized.from] as Token), ...rest];
    }
    const mine = this.#sides.localized.slice(localized.from, localized.to);
    const holdsSegments = this.#sides.holdsSegments(localized);
    const isUntouched = this.#sides.isOfBase(current);

    if (current.from === current.to) {
      const isGone = this.#deletedFromBase(localized, current);
      if (!holdsSegments && !isGone) return this.#keepAll(localized);
      return this.#keepOwn(localized, isGone);
    }
    const isOwn = mine.some((_, nth) => !this.#sides.baseOfLocalized.has(localized.from + nth));
    if (isUntouched && !holdsSegments && (isOwn || mine.length === 0)) {
      return [...mine.map(toGap), ...this.#stillThere(current)];
    }
    return this.#mergeBoth(localized, current);
  }

  /** Both sides have something here. */
  #mergeBoth(localized: TokenRange, current: TokenRange): LoosePiece[] {
    const text = this.#ownText(localized);
    const english = this.#emit(current);
    if (text.length === 0) return english;
    if (this.#deletedFromBase(localized, current)) {
      const merged = this.#sides.holdsSegments(localized) ? undefined : this.#mergeFinely(localized, current);
      if (merged !== undefined) return [merged];
      this.#report(text, "English changed here too; what the translation had of its own was replaced:", true);
      return english;
    }
    this.#report(text, "This has no English; it was kept where it stood:");
    return [...this.#toPieces(text, localized), ...english];
  }

  #ownText(localized: TokenRange): readonly OwnText[] {
    const isOld = (nth: number): boolean => this.#sides.baseOfLocalized.has(nth);
    if (!this.#isFine) return ownText(this.#sides.localized, localized, isOld);
    // Of single words, none is markup only: a link target is one.
    return numbersIn(localized).flatMap((nth) => {
      const { text, segment } = this.#sides.localized[nth] as Token;
      const isOwn = segment === undefined && !isOld(nth) && /\S/.test(text);
      return isOwn ? [{ tokens: [nth], isLines: false }] : [];
    });
  }

  /** A piece of a line stays with the one that it follows or precedes; where both are gone, it is a line. */
  #toPieces(text: readonly OwnText[], { from, to }: TokenRange): LoosePiece[] {
    return text.map(({ tokens, isLines }) => {
      const [nth] = tokens as [number];
      const isBeside = nth === from || nth + 1 === to;
      if (!isLines && isBeside) return toGap(this.#sides.localized[nth] as Token);
      return { kind: "own", lines: ownLines(this.#sides.localized, tokens) };
    });
  }

  /** What the localized page has as well, only that it was lined up with a twin of it. */
  #stillThere({ from, to }: TokenRange): LoosePiece[] {
    const pieces: LoosePiece[] = [];
    for (let nth = from; nth < to; nth += 1) {
      const token = this.#sides.current[nth] as Token;
      if (this.#sides.isStillThere(nth)) pieces.push(this.#emitOne(token));
    }
    return pieces;
  }

  /** Both sides changed the same lines: word by word, they may have changed other things. */
  #mergeFinely(localized: TokenRange, current: TokenRange): MergedPiece | undefined {
    const there = this.#sides.current.slice(current.from, current.to);
    if (this.#isFine || there.some(({ segment }) => segment !== undefined)) return undefined;
    const here = this.#sides.localized.slice(localized.from, localized.to);
    // Words of whole lines say nothing about a piece of one.
    if (textOf(here).includes("\n") !== textOf(there).includes("\n")) return undefined;
    const { from, to } = this.#sides.baseRange(localized, current);
    const old = this.#sides.base.slice(from, to).filter(({ segment }) => segment === undefined);
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
  #keepAll(localized: TokenRange): LoosePiece[] {
    const text = this.#ownText(localized);
    const lines = new Map(text.map((each) => [each.tokens[0], each]));
    const pieces: LoosePiece[] = [];
    for (let nth = localized.from; nth < localized.to; nth += 1) {
      const own = lines.get(nth);
      if (own?.isLines === true) {
        for (const piece of this.#toPieces([own], localized)) pieces.push(piece);
        nth = own.tokens.at(-1) as number;
      } else if (!this.#sides.baseOfLocalized.has(nth))
        pieces.push(toGap(this.#sides.localized[nth] as Token));
    }
    return pieces;
  }

  /** English has nothing here: what the translation has on top stays, what it has in place of something goes as well. */
  #keepOwn(localized: TokenRange, isGone: boolean): LoosePiece[] {
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
    const tokens = own.flatMap((each) => each.tokens.map((nth) => this.#sides.localized[nth] as Token));
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

  /** Whether the base has something at this place that the localized page has not: it was replaced, not added to. */
  #deletedFromBase(localized: TokenRange, current: TokenRange): boolean {
    const { from, to } = this.#sides.baseRange(localized, current);
    const kept = new Set<number | undefined>();
    for (let nth = localized.from; nth < localized.to; nth += 1)
      kept.add(this.#sides.baseOfLocalized.get(nth));
    const own = this.#ownText(localized).flatMap(({ tokens }) =>
      tokens.map((nth) => this.#sides.localized[nth]),
    );
    const kinds = new Set(
      own.flatMap((token) => (token !== undefined && isProse(token) ? kindOf(token) : [])),
    );
    for (let nth = from; nth < to; nth += 1) {
      const token = this.#sides.base[nth] as Token;
      if (kept.has(nth) || !isProse(token)) continue;
      if (own.length === 0 || kinds.has(kindOf(token))) return true;
    }
    return false;
  }

  /** English as it is now; segments that moved here together bring along what the localized page has between them. */
  #emit({ from, to }: TokenRange): LoosePiece[] {
    const pieces: LoosePiece[] = [];
    for (let nth = from; nth < to; nth += 1) {
      const end = this.#sides.endOfRun(nth, to);
      if (end > nth + 1) {
        const home = this.#sides.homeOf(nth) as number;
        const last = this.#sides.homeOf(end - 1) as number;
        const run = this.run({ from: home, to: last + 1 }, { from: nth, to: end });
        for (const piece of run) pieces.push(piece);
        nth = end - 1;
      } else pieces.push(this.#emitOne(this.#sides.current[nth] as Token));
    }
    return pieces;
  }

  #emitOne(token: Token): MergedPiece {
    if (token.segment !== undefined) return { kind: "segment", english: token.segment };
    return { kind: "gap", text: this.#sides.textOf(token) };
  }
}

function numbersIn({ from, to }: TokenRange): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

function linesIn(text: string): number {
  return text.split("\n").length;
}

function toGap({ text }: Token): MergedPiece {
  return { kind: "gap", text };
}
