import { Attached } from "../../document/attached.ts";
import type { Document } from "../../document/document.ts";
import { type FindDefinition, Half } from "./half.ts";

/** The halves of a pair, wherever in a page they stand. */
export interface Halves {
  readonly target: Half;
  readonly source: Half;
  /** The round in which the two were first seen; 0 where nobody counts. */
  readonly since: number;
}

/** Definitions of a page, by normalised label. */
export type Definitions = ReadonlyMap<string, string>;

/** What the halves of two pages are read from, the translation and its English. */
export interface BothDefinitions {
  readonly inPage: Definitions;
  readonly inEnglish: Definitions;
}

/** One reading of all pairs of a page. */
export interface Round {
  /** Whether later rounds know what this one finds out: then nearly all pairs are known, and a look at them is cheap. */
  readonly isRemembered: boolean;
  /** Gives the halves for two texts. */
  readonly read: (target: string, source: string) => Halves;
  /** What `find` says of pairs of this round, those left out of which it says nothing. */
  readonly ask: <P extends Halves, T>(pairs: readonly P[], find: Find<T>) => readonly Match<P, T>[];
}

/** A pair, and what was found in it. */
export type Match<P, T> = readonly [pair: P, found: T];

/** Compares two halves, by nothing but the two. `undefined`: there is nothing to say. */
export type Find<T> = (target: Half, source: Half) => T | undefined;

/** What a function said of all pairs of a round. */
interface Answers {
  readonly round: number;
  readonly found: ReadonlyMap<Half, unknown>;
}

/**
 * The pairs of a page that somebody types into, by their texts: a keystroke changes one of thousands. What is known of
 * a pair depends on its two texts and on the definitions of links alone, not on where it stands.
 */
class PairMemory {
  #halves = new Map<string, Halves>();
  #definitions = "";
  #round = 0;
  readonly #answers = new Map<Find<unknown>, Answers>();

  /** Begins a round, and forgets what it does not read. */
  begin(definitions: BothDefinitions): Round {
    const { inPage, inEnglish } = definitions;
    const written = JSON.stringify([[...inPage], [...inEnglish]]);
    const before = written === this.#definitions ? this.#halves : new Map<string, Halves>();
    const halves = new Map<string, Halves>();
    const round = ++this.#round;
    this.#halves = halves;
    this.#definitions = written;
    const readNew = readerOf(definitions, round);
    return {
      isRemembered: true,
      read: (target, source) => {
        const key = `${target.length} ${target}${source}`;
        const known = halves.get(key) ?? before.get(key) ?? readNew(target, source);
        halves.set(key, known);
        return known;
      },
      ask: (pairs, find) => this.#ask(pairs, find, round),
    };
  }

  #ask<P extends Halves, T>(pairs: readonly P[], find: Find<T>, round: number): readonly Match<P, T>[] {
    const last = this.#answers.get(find);
    const found = new Map<Half, T>();
    const matches: Match<P, T>[] = [];
    for (const pair of pairs) {
      const { target, source, since } = pair;
      // A pair that is older than the last answers has been there ever since, and is among those they are about.
      const isKnown = last !== undefined && since <= last.round;
      const answer = isKnown ? (last.found.get(target) as T | undefined) : find(target, source);
      if (answer === undefined) continue;
      found.set(target, answer);
      matches.push([pair, answer]);
    }
    this.#answers.set(find, { round, found });
    return matches;
  }
}

const memories = new Attached<Document, PairMemory>();

/**
 * Says that versions of a page will follow each other: what is found out about the pairs of this one is remembered, and
 * what is known of those of the version before holds for this one. `before`: `undefined` for the first.
 */
export function followPairs(document: Document, before: Document | undefined): void {
  memories.set(document, (before && memories.get(before)) ?? new PairMemory());
}

/** Begins to read the pairs of a page; what is known of them is remembered where the page is followed. */
export function beginRound(document: Document, definitions: BothDefinitions): Round {
  const memory = memories.get(document);
  if (memory !== undefined) return memory.begin(definitions);
  return { isRemembered: false, read: readerOf(definitions, 0), ask: askAnew };
}

function readerOf({ inPage, inEnglish }: BothDefinitions, since: number): Round["read"] {
  const findInPage: FindDefinition = (label) => inPage.get(label);
  const findInEnglish: FindDefinition = (label) => inEnglish.get(label);
  return (target, source) => ({
    target: new Half(target, findInPage),
    source: new Half(source, findInEnglish),
    since,
  });
}

function askAnew<P extends Halves, T>(pairs: readonly P[], find: Find<T>): readonly Match<P, T>[] {
  const matches: Match<P, T>[] = [];
  for (const pair of pairs) {
    const found = find(pair.target, pair.source);
    if (found !== undefined) matches.push([pair, found]);
  }
  return matches;
}
