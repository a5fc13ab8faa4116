import { distance } from "fastest-levenshtein";

/** A name that is like another. */
export interface SimilarName {
  readonly name: string;
  /** How many letters have to be changed, added or left out. */
  readonly steps: number;
}

/** What a search found. */
export interface SimilarNames {
  /** The nearest first. */
  readonly names: readonly SimilarName[];
  /** Whether so many names are like the wanted one that not all were compared: a nearer one may be among the others. */
  readonly isCut: boolean;
}

const NOTHING: SimilarNames = { names: [], isCut: false };

/** What a search compares is made for the names that it looks at: of the many names of a large page, those are few. */
class Entry {
  readonly name: string;
  readonly lowered: string;
  private counted: Uint8Array | undefined;
  /** `""`: not yet known. */
  private withoutNumbers: string | undefined = "";

  constructor(name: string, lowered: string) {
    this.name = name;
    this.lowered = lowered;
  }

  get letters(): Uint8Array {
    this.counted ??= countLetters(this.lowered);
    return this.counted;
  }

  get shape(): string | undefined {
    if (this.withoutNumbers === "") this.withoutNumbers = shapeOf(this.lowered);
    return this.withoutNumbers;
  }
}

const NO_ENTRIES: readonly Entry[] = [];

/** Letters are counted in this many groups. */
const GROUPS = 32;
const DIGIT = /\d/;
/**
 * So many names are looked at in one search, and so many compared, those of the most similar length first. Where whole
 * folders have names that differ in a few letters, and each page misses a file, the search would cost more than the rest
 * of the check.
 */
const MOST_LOOKED_AT = 10_000;
const MOST_COMPARED = 300;
/** To compare two names takes as long as both are, multiplied: longer ones are nobody's slip of the hand. */
const LONGEST = 500;

/**
 * Names, ready to be searched for what is like a misspelt one. Most names are passed over by counting letters, which
 * is 30 times cheaper than comparing them: whole folders of pages tend to miss files, one by one.
 */
export class NameIndex {
  readonly #byLength: Entry[][] = [];

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const lowered = name.toLowerCase();
      const alike = (this.#byLength[lowered.length] ??= []);
      alike.push(new Entry(name, lowered));
    }
  }

  /**
   * The names that are most like another, the nearest first, at most `most`. Letter case does not count. Names that
   * differ in their numbers only are left out: `2021-july` and `2020-july` are two things, and a writer who names one
   * does not mean the other. Nothing is like a name of more than 500 letters.
   */
  find(wanted: string, most: number, mostSteps: number): SimilarNames {
    if (wanted.length > LONGEST) return NOTHING;
    const sought = new Entry(wanted, wanted.toLowerCase());
    const { lowered } = sought;
    const found: SimilarName[] = [];
    let limit = mostSteps;
    let lookedAt = 0;
    let compared = 0;
    for (let difference = 0; difference <= limit; difference++) {
      for (const alike of this.#ofLengths(lowered.length, difference)) {
        for (let nth = 0; nth < alike.length; nth++) {
          const entry = alike[nth] as Entry;
          if (++lookedAt > MOST_LOOKED_AT || compared === MOST_COMPARED) {
            return { names: cut(found, most), isCut: true };
          }
          if (!mayBeLike(entry, sought, limit)) continue;
          compared += 1;
          const steps = distance(lowered, entry.lowered);
          if (steps > limit) continue;
          found.push({ name: entry.name, steps });
          if (found.length < most * 2) continue;
          cut(found, most);
          limit = found.at(-1)?.steps ?? limit;
        }
      }
    }
    return { names: cut(found, most), isCut: false };
  }

  /** The names that are longer by so many letters, and those that are shorter. */
  #ofLengths(length: number, difference: number): readonly (readonly Entry[])[] {
    const longer = this.#byLength[length + difference] ?? NO_ENTRIES;
    return difference === 0 ? [longer] : [longer, this.#byLength[length - difference] ?? NO_ENTRIES];
  }
}

/** Whether one may be had of the other in `limit` steps, and not by changing its numbers alone. */
function mayBeLike(entry: Entry, sought: Entry, limit: number): boolean {
  if (isFar(entry.letters, sought.letters, limit)) return false;
  return sought.shape === undefined || entry.lowered === sought.lowered || entry.shape !== sought.shape;
}

/** Sorts and keeps the best. */
function cut(found: SimilarName[], most: number): SimilarName[] {
  found.sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1));
  found.length = Math.min(found.length, most);
  return found;
}

function countLetters(text: string): Uint8Array {
  const counts = new Uint8Array(GROUPS);
  for (let at = 0; at < text.length; at++) {
    const group = text.charCodeAt(at) % GROUPS;
    counts[group] = Math.min(255, (counts[group] ?? 0) + 1);
  }
  return counts;
}

/** Whether it surely takes more steps than `limit`: one changes the count of two letters at most. */
function isFar(a: Uint8Array, b: Uint8Array, limit: number): boolean {
  let left = limit * 2;
  for (let group = 0; group < GROUPS && left >= 0; group++)
    left -= Math.abs((a[group] as number) - (b[group] as number));
  return left < 0;
}

/** Without its numbers; `undefined`: it has none. */
function shapeOf(text: string): string | undefined {
  const shape = text.replace(/\d+/g, "0");
  return DIGIT.test(shape) ? shape : undefined;
}

/** Whether two names have the same numbers in the same order. */
export function hasSameNumbers(a: string, b: string): boolean {
  return numbersOf(a) === numbersOf(b);
}

function numbersOf(name: string): string {
  return name.replace(/\D+/g, " ").trim();
}
