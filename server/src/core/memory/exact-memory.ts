import { hasMarkAt, markFor } from "../sync/marks.ts";
import type { Segment } from "../segments/segment.ts";
import { byWorth, type Candidate, keyOf } from "./candidates.ts";
import { TRUST, type Trust } from "./pair-table.ts";
import { localeOf, type MemoryPage, trustOf } from "./translation-memory.ts";

/** A page that may be asked for translations. */
interface Page {
  readonly path: string;
  readonly locale: string;
  readonly trust: Trust;
  /** The number of its first pair. */
  readonly first: number;
  /** `NUMBERS` offsets into the page for each of its pairs. */
  readonly pairs: Int32Array;
}

/** Of a pair: where its English starts and ends, its translation starts and ends, and it ends itself. */
const NUMBERS = 5;
const NONE = -1;

/** Its `place` is the number of its pair. It holds no text: a piece cut out of a page keeps the whole page in memory. */
interface Translation extends Candidate {
  readonly locale: string;
}

/**
 * Finds translations of exactly the same English, as `TranslationMemory` does, for someone who asks for few of them once:
 * it keeps where pairs stand by a fingerprint of their English, and reads their pages again when it is asked. That takes a
 * tenth of the time, and of the memory.
 */
export class ExactMemory {
  readonly #textOf: (path: string) => string | undefined;
  readonly #pages: Page[] = [];
  /** The pair of each fingerprint that was added last. */
  readonly #last = new Map<number, number>();
  /** Of each pair: the one before it with the same fingerprint, and its page. */
  readonly #previous: number[] = [];
  readonly #pageOf: number[] = [];
  readonly #known = new Map<string, readonly Translation[]>();

  /** `textOf`: the text of a page that was added, the same each time. Nothing of it is kept. */
  constructor(textOf: (path: string) => string | undefined) {
    this.#textOf = textOf;
  }

  /** Takes up a page, once. */
  add(path: string, page: MemoryPage): void {
    const { segments } = page;
    const pairs = new Int32Array(segments.length * NUMBERS);
    const last = this.#last;
    const first = this.#pageOf.length;
    for (let nth = 0; nth < segments.length; nth += 1) {
      const { source, sourceSpan, targetSpan, span, isDamaged } = segments[nth] as Segment;
      pairs[nth * NUMBERS] = sourceSpan.start;
      pairs[nth * NUMBERS + 1] = sourceSpan.end;
      pairs[nth * NUMBERS + 2] = targetSpan.start;
      pairs[nth * NUMBERS + 3] = targetSpan.end;
      pairs[nth * NUMBERS + 4] = span.end;
      const pair = this.#pageOf.push(this.#pages.length) - 1;
      const fingerprint = isDamaged ? undefined : fingerprintOf(keyOf(source));
      this.#previous.push(fingerprint === undefined ? NONE : (last.get(fingerprint) ?? NONE));
      if (fingerprint !== undefined) last.set(fingerprint, pair);
    }
    this.#pages.push({ path, locale: localeOf(path, page), trust: trustOf(page), first, pairs });
  }

  /** The best translation of exactly this English for a page; see `TranslationMemory.find`. */
  find(english: string, path: string, page: Pick<MemoryPage, "frontMatter">): string | undefined {
    const locale = localeOf(path, page);
    let best: Translation | undefined;
    for (const each of this.#translationsOf(keyOf(english))) {
      if (each.locale !== locale) continue;
      if (best === undefined || byWorth(path, each, best) < 0) best = each;
    }
    return best === undefined ? undefined : this.#textOfTarget(best);
  }

  #translationsOf(key: string): readonly Translation[] {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found: Translation[] = [];
    let text = "";
    let read = NONE;
    let pair = key === "" ? NONE : (this.#last.get(fingerprintOf(key)) ?? NONE);
    for (; pair !== NONE; pair = this.#previous[pair] as number) {
      const page = this.#pageOf[pair] as number;
      if (page !== read) text = this.#textOf((this.#pages[page] as Page).path) ?? "";
      read = page;
      const translation = this.#read(pair, text, key);
      if (translation !== undefined) found.push(translation);
    }
    // A copy: what has been cut out of an English page would keep that in memory.
    this.#known.set(key.split("").join(""), found);
    return found;
  }

  /** `undefined`: the pair has other English, or no translation that somebody may take. */
  #read(pair: number, page: string, key: string): Translation | undefined {
    const { path, locale, trust, pairs, first } = this.#pages[this.#pageOf[pair] as number] as Page;
    const at = (pair - first) * NUMBERS;
    const [start, end, targetStart, targetEnd, pairEnd] = pairs.subarray(at, at + NUMBERS) as unknown as Pair;
    if (keyOf(page.slice(start, end)) !== key) return undefined;
    if (page.slice(targetStart, targetEnd).trim() === "" || hasMarkAt(page, pairEnd)) return undefined;
    const isUnread = page.startsWith(markFor("reused"), pairEnd);
    return { path, locale, trust: isUnread ? TRUST.doubtful : trust, place: pair };
  }

  #textOfTarget({ path, place: pair }: Translation): string | undefined {
    const { pairs, first } = this.#pages[this.#pageOf[pair] as number] as Page;
    const at = (pair - first) * NUMBERS;
    return this.#textOf(path)?.slice(pairs[at + 2], pairs[at + 3]);
  }
}

type Pair = readonly [start: number, end: number, targetStart: number, targetEnd: number, pairEnd: number];

/** So many characters of a text, and its last one, tell it from nearly all others of its length. */
const SAMPLES = 8;

/** A number that equal texts have in common, and others seldom. */
function fingerprintOf(text: string): number {
  const last = text.length - 1;
  let hash = text.length;
  for (let nth = 0; nth <= SAMPLES; nth += 1)
    hash = Math.imul(hash ^ text.charCodeAt(((last * nth) / SAMPLES) | 0), 0x01000193);
  return hash;
}
