import { collapse } from "../sync/render-segments.ts";
import { byWorth, type Candidate, closeness, compareTexts, keyOf } from "./candidates.ts";
import { comparable, similarity, similarityCost } from "./comparable.ts";
import { GramIndex } from "./gram-index.ts";
import { type PairPlace, PairTable, TRUST, type Trust } from "./pair-table.ts";
import { TextPool } from "./text-pool.ts";
import { TextTable } from "./text-table.ts";

/** An English text with its translation, as a page has them. */
export interface RememberedPair {
  /** Raw Markdown. */
  readonly english: string;
  /** Raw Markdown. */
  readonly translation: string;
  readonly trust: Trust;
}

/** A translation, on one line, of the same English or of one that is similar. */
export interface Suggestion extends RememberedPair {
  /** From 0.7 to 1, which only the same English is; blanks make no difference. */
  readonly similarity: number;
  /** The page that has it. */
  readonly path: string;
}

/** What is less similar is no help: whoever translates has more to change than to keep. */
export const LEAST_SIMILAR = 0.7;
/** What differs in nothing but the look is not the same. */
const ALMOST_SAME = 0.99;
/** So many texts are compared letter by letter with the one that is asked for. */
const MOST_COMPARED = 200;
/** Steps of such comparisons, see `similarityCost`: what would take more is left out. */
const MOST_STEPS = 4_000_000;

interface Page {
  readonly id: number;
  readonly path: string;
  readonly pairs: number[];
}

/** What the pages of one locale say. Asking for similar texts costs memory from the first question on. */
export class LocaleMemory {
  readonly #english = new TextPool();
  readonly #englishIds = new TextTable((id, text) => this.#english.is(id, text));
  readonly #translations = new TextPool();
  readonly #pairs = new PairTable();
  readonly #pages = new Map<string, Page>();
  readonly #paths: string[] = [];
  readonly #grams = new GramIndex();
  /** How many of the English texts are in `#grams`. */
  #indexed = 0;

  /** Replaces what a page says. English that has left the page since it was put last stays, less trusted. */
  put(path: string, pairs: readonly RememberedPair[]): void {
    const page = this.#pages.get(path) ?? this.#newPage(path);
    const before = new Map<number, number[]>();
    for (const pair of page.pairs.splice(0)) {
      const { english } = this.#pairs.at(pair);
      before.set(english, [...(before.get(english) ?? []), pair]);
    }
    const present = new Set<number>();
    for (const [place, { english, translation, trust }] of pairs.entries()) {
      const id = this.#intern(keyOf(english));
      present.add(id);
      const old = before.get(id) ?? [];
      const same = old.findIndex((pair) => this.#hasTranslation(pair, translation));
      const [kept] = same === -1 ? [] : old.splice(same, 1);
      if (kept !== undefined) this.#pairs.move(kept, place, trust);
      page.pairs.push(kept ?? this.#add({ english: id, translation, page: page.id, place, trust }));
    }
    for (const [id, old] of before) {
      for (const pair of old) {
        if (present.has(id)) this.#pairs.remove(pair);
        else {
          this.#pairs.move(pair, this.#pairs.at(pair).place, TRUST.doubtful);
          page.pairs.push(pair);
        }
      }
    }
  }

  /** Forgets a page. */
  remove(path: string): void {
    for (const pair of this.#pages.get(path)?.pairs ?? []) this.#pairs.remove(pair);
    this.#pages.delete(path);
  }

  /** The best translation of exactly this English for a page, to the letter. `undefined`: there is none. */
  find(english: string, path: string): string | undefined {
    const id = this.#englishIds.find(keyOf(english));
    const best = id === undefined ? undefined : this.#bestOf(id, path);
    return best && this.#translations.at(best.translation);
  }

  /** Makes texts that were added ready to be found by similarity: what the first question would have to do otherwise. */
  index(): void {
    for (; this.#indexed < this.#english.size; this.#indexed += 1)
      this.#grams.add(this.#indexed, comparable(this.#english.at(this.#indexed)));
  }

  /** Translations of English like this, the most similar first, `most` different ones at most. */
  findSimilar(english: string, path: string, most: number): Suggestion[] {
    const same = this.#englishIds.find(keyOf(english));
    const suggestions = this.#compare(english, most * 2).flatMap(({ id, similarity }): Suggestion[] => {
      const best = this.#bestOf(id, path);
      if (best === undefined) return [];
      const [text, translation] = [this.#english.at(id), toOneLine(this.#translations.at(best.translation))];
      // What was left in English is no translation.
      if (collapse(translation) === text) return [];
      const { trust, page } = best;
      const rounded = id === same ? 1 : Math.min(similarity, ALMOST_SAME);
      return [{ similarity: rounded, english: text, translation, trust, path: this.#paths[page] as string }];
    });
    suggestions.sort(
      (a, b) =>
        b.similarity - a.similarity ||
        b.trust - a.trust ||
        closeness(b.path, path) - closeness(a.path, path) ||
        compareTexts(a.path, b.path) ||
        compareTexts(a.english, b.english),
    );
    const isFirst = ({ translation }: Suggestion, nth: number): boolean =>
      suggestions.findIndex((each) => each.translation === translation) === nth;
    return suggestions.filter(isFirst).slice(0, most);
  }

  /** The most similar English texts, `most` of them and those that are as similar as the last. */
  #compare(english: string, most: number): { readonly id: number; readonly similarity: number }[] {
    this.index();
    const asked = comparable(english);
    const found: { id: number; similarity: number }[] = [];
    let least = LEAST_SIMILAR;
    let steps = 0;
    for (const { id, most: possible } of this.#grams.find(asked, least, MOST_COMPARED)) {
      if (possible < least || !this.#pairs.has(id)) continue;
      const text = comparable(this.#english.at(id));
      const cost = similarityCost(asked, text);
      if (steps + cost > MOST_STEPS) continue;
      steps += cost;
      const each = { id, similarity: similarity(asked, text) };
      if (each.similarity < least) continue;
      found.push(each);
      found.sort((a, b) => b.similarity - a.similarity || a.id - b.id);
      least = Math.max(least, found[most - 1]?.similarity ?? 0);
    }
    return found.filter((each) => each.similarity >= least);
  }

  #newPage(path: string): Page {
    const page: Page = { id: this.#paths.length, path, pairs: [] };
    this.#paths.push(path);
    this.#pages.set(path, page);
    return page;
  }

  #intern(english: string): number {
    const known = this.#englishIds.find(english);
    if (known !== undefined) return known;
    const id = this.#english.add(english);
    this.#englishIds.put(english, id);
    return id;
  }

  /** Of a translation that many pages have, one copy is enough for most of them. */
  #add({ translation, ...pair }: Omit<PairPlace, "translation"> & { readonly translation: string }): number {
    let looks = 0;
    for (const other of this.#pairs.of(pair.english)) {
      if (this.#hasTranslation(other, translation))
        return this.#pairs.add({ ...pair, translation: this.#pairs.at(other).translation });
      looks += 1;
      if (looks === MOST_LOOKS) break;
    }
    return this.#pairs.add({ ...pair, translation: this.#translations.add(translation) });
  }

  #hasTranslation(pair: number, translation: string): boolean {
    return this.#translations.is(this.#pairs.at(pair).translation, translation);
  }

  #bestOf(english: number, path: string): PairPlace | undefined {
    let best: PairPlace | undefined;
    for (const pair of this.#pairs.of(english)) {
      const each = this.#pairs.at(pair);
      if (best === undefined || byWorth(path, this.#candidate(each), this.#candidate(best)) < 0) best = each;
    }
    return best;
  }

  #candidate({ trust, page, place }: PairPlace): Candidate {
    return { trust, path: this.#paths[page] as string, place };
  }
}

/** A line of a quote or a list begins with markers that would stand for something else in another place. */
function toOneLine(translation: string): string {
  return translation.includes("\n") ? collapse(translation) : translation;
}

/** Of a text with very many translations, only so many are looked through for one that is the same. */
const MOST_LOOKS = 16;
