import type { Span } from "../text/span.ts";
import { type Ground, isWhole } from "./ground.ts";
import { hasWords } from "../text/signs.ts";

/** Shorter ones stand anywhere (`Office`): they have to fill a piece of the page. */
const LEAST_UNTIED = 24;
/** Characters that may be looked through for one page; a page that needs more has hardly any text in common. */
const MOST_WORK = 60_000_000;
const MOST_TRIES = 200;

/**
 * Finds segments in the text of the English page that are no piece of our own cut: the pipeline may have cut
 * elsewhere. Each stands between the segments before and after it that are `placed` already; the longest are looked
 * for first. What is found is added to `placed`.
 */
export function locateSegments(keys: readonly string[], ground: Ground, placed: (Span | undefined)[]): void {
  const search = new Search(ground);
  const missing = keys
    .map((key, nth) => ({ key, nth }))
    .filter(({ key, nth }) => key !== "" && placed[nth] === undefined)
    .sort((a, b) => b.key.length - a.key.length || a.nth - b.nth);
  for (const { key, nth } of missing) {
    if (search.work > MOST_WORK) return;
    let before = nth - 1;
    while (before >= 0 && placed[before] === undefined) before -= 1;
    let after = nth + 1;
    while (after < keys.length && placed[after] === undefined) after += 1;
    search.work += after - before;
    const gap = { start: placed[before]?.end ?? 0, end: placed[after]?.start ?? ground.text.length };
    const found = search.find(key, gap);
    if (found !== undefined) placed[nth] = found;
  }
}

class Search {
  work = 0;
  readonly #ground: Ground;
  readonly #starts: ReadonlySet<number>;
  readonly #ends: ReadonlySet<number>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#starts = new Set(ground.units.map(({ start }) => start));
    this.#ends = new Set(ground.units.map(({ end }) => end));
  }

  find(key: string, gap: Span): Span | undefined {
    const { text } = this.#ground;
    // indexOf looks to the end of what it is given.
    const stretch = text.slice(gap.start, gap.end);
    let from = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const at = stretch.indexOf(key, from);
      this.work += (at === -1 ? stretch.length : at + key.length) - from;
      if (at === -1) return undefined;
      const span = { start: gap.start + at, end: gap.start + at + key.length };
      if (isWhole(this.#ground, span) && (key.length >= LEAST_UNTIED || this.#isTied(span, gap))) return span;
      from = at + 1;
    }
    return undefined;
  }

  /** Whether there is nothing beside it that belongs to the same sentence. */
  #isTied({ start, end }: Span, gap: Span): boolean {
    const { text } = this.#ground;
    const startsPiece = this.#starts.has(start) || isWordless(text, gap.start, start);
    const endsPiece = this.#ends.has(end) || isWordless(text, end, gap.end);
    return startsPiece && endsPiece;
  }
}

function isWordless(text: string, start: number, end: number): boolean {
  return end - start < 40 && !hasWords(text.slice(start, end));
}
