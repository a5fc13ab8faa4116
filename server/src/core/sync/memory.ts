import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import { folderOf } from "../links/paths.ts";
import { hasMarkAt } from "./marks.ts";
import { collapse } from "./render-segments.ts";

interface Remembered {
  readonly target: string;
  readonly folder: string;
  readonly isHuman: boolean;
}

/** So many translations of the same English are told apart. */
const MOST = 16;

/** What the side-by-side pages of a repository say in another language, by locale and English. */
export class TranslationMemory {
  readonly #byEnglish = new Map<string, Remembered[]>();

  add(path: string, document: Document): void {
    const isHuman = valueOf(document, "ms.translationtype") === "HT";
    for (const { source, target, span, isDamaged } of document.segments) {
      if (isDamaged || target.trim() === "" || hasMarkAt(document.text, span.end)) continue;
      const key = keyOf(document, source);
      const known = this.#byEnglish.get(key) ?? [];
      this.#byEnglish.set(key, known);
      if (known.length < MOST) known.push({ target, folder: folderOf(path), isHuman });
    }
  }

  /** The translation for a page: a person's before a machine's, then that of a page beside it. */
  find(english: string, path: string, page: Document): string | undefined {
    const folder = folderOf(path);
    const rank = (each: Remembered): number => (each.isHuman ? 2 : 0) + (each.folder === folder ? 1 : 0);
    let best: Remembered | undefined;
    for (const each of this.#byEnglish.get(keyOf(page, english)) ?? []) {
      if (best === undefined || rank(each) > rank(best)) best = each;
    }
    return best?.target;
  }
}

function keyOf(document: Document, english: string): string {
  return `${valueOf(document, "ms.contentlocale") ?? ""}\n${collapse(english)}`;
}

function valueOf({ frontMatter }: Document, key: string): string | undefined {
  const entry = findEntry(frontMatter, key);
  return entry && textOf(entry);
}
