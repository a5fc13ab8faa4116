import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import { canonicalLocale, localeOfPath } from "../front-matter/locale.ts";
import { hasMarkAt, markFor } from "../sync/marks.ts";
import { LocaleMemory, type RememberedPair, type Suggestion } from "./locale-memory.ts";
import { TRUST, type Trust } from "./pair-table.ts";

/** What of a page the memory looks at. */
export type MemoryPage = Pick<Document, "text" | "frontMatter" | "segments">;

/** What the side-by-side pages of a workspace say in other languages. Clean pages have no pairs, and add nothing. */
export class TranslationMemory {
  readonly #locales = new Map<string, LocaleMemory>();
  readonly #byPath = new Map<string, LocaleMemory>();

  /** Takes up what a page says, in place of what it said before. */
  add(path: string, page: MemoryPage): void {
    const locale = localeOf(path, page);
    const known = this.#locales.get(locale) ?? new LocaleMemory();
    const before = this.#byPath.get(path);
    if (before !== known) before?.remove(path);
    known.put(path, readPairs(page));
    this.#locales.set(locale, known);
    this.#byPath.set(path, known);
  }

  /** Forgets a page. */
  remove(path: string): void {
    this.#byPath.get(path)?.remove(path);
    this.#byPath.delete(path);
  }

  /**
   * The translation of exactly this English for a page: a person's before a machine's, then the page's own, then that of
   * a page beside it, then that of the first page by name. `undefined`: there is none in the page's locale.
   */
  find(english: string, path: string, page: Pick<MemoryPage, "frontMatter">): string | undefined {
    return this.#locales.get(localeOf(path, page))?.find(english, path);
  }

  /** Translations into a page's locale of English like this, the most similar first, `most` different ones at most. */
  findSimilar(
    english: string,
    path: string,
    page: Pick<MemoryPage, "frontMatter">,
    most: number,
  ): readonly Suggestion[] {
    return this.#locales.get(localeOf(path, page))?.findSimilar(english, path, most) ?? [];
  }

  /** Does now what the first call of `findSimilar` would have to do for the pages added since the last call. */
  index(): void {
    for (const locale of this.#locales.values()) locale.index();
  }
}

/** How far the translations of a page can be relied on. */
export function trustOf({ frontMatter }: MemoryPage): Trust {
  return valueOf(frontMatter, "ms.translationtype") === "HT" ? TRUST.human : TRUST.machine;
}

function readPairs(page: MemoryPage): RememberedPair[] {
  const { text, segments } = page;
  const trust = trustOf(page);
  return segments.flatMap(({ source, target, span, isDamaged }): RememberedPair[] => {
    if (isDamaged || source.trim() === "" || target.trim() === "" || hasMarkAt(text, span.end)) return [];
    const isUnread = text.startsWith(markFor("reused"), span.end);
    return [{ english: source, translation: target, trust: isUnread ? TRUST.doubtful : trust }];
  });
}

/**
 * The locale that a page's translations are kept under. `written`: its `ms.contentlocale`, in quotes or without them;
 * without one the folder tells.
 */
export function memoryLocale(path: string, written: string | undefined): string {
  const stated = written === undefined ? undefined : canonicalLocale(written.replace(/^["']|["']$/g, ""));
  return stated ?? localeOfPath(path)?.locale ?? "";
}

/** The locale that a page's translations are kept under. */
export function localeOf(path: string, { frontMatter }: Pick<MemoryPage, "frontMatter">): string {
  return memoryLocale(path, valueOf(frontMatter, "ms.contentlocale"));
}

function valueOf(frontMatter: MemoryPage["frontMatter"], key: string): string | undefined {
  const entry = findEntry(frontMatter, key);
  return entry && textOf(entry);
}
