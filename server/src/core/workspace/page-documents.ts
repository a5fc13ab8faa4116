import type { Document } from "../document/document.ts";
import { lazyDocument } from "../source/lazy-document.ts";

/**
 * So many UTF-16 units of pages are kept parsed, about fifty pages. On real pages, which link to their neighbours, more
 * gains nothing; where links lead anywhere, twice as many cost 10 MB and save a fortieth of the processor time.
 */
const MOST_UNITS = 1_000_000;

/**
 * The pages of a root as documents. A page is wanted twice, for its summary by those that link to it, and by the rules
 * for itself; it is kept in between, so that it is parsed once. Where too many wait, the one that was not asked for the
 * longest goes, and is parsed again.
 */
export class PageDocuments {
  readonly #textOf: (path: string) => string | undefined;
  readonly #mostUnits: number;
  /** The one that was not asked for the longest first. */
  readonly #open = new Map<string, Document>();
  #units = 0;

  constructor(textOf: (path: string) => string | undefined, mostUnits: number = MOST_UNITS) {
    this.#textOf = textOf;
    this.#mostUnits = mostUnits;
  }

  /** The document of a page, which is parsed when more of it is asked for than its text. `undefined`: no such page. */
  open(path: string): Document | undefined {
    const known = this.#open.get(path);
    if (known !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return known;
    }
    const text = this.#textOf(path);
    if (text === undefined) return undefined;
    const document = lazyDocument(text);
    this.#open.set(path, document);
    this.#units += text.length;
    this.#makeRoom();
    return document;
  }

  /** Nobody will need the page any more. */
  close(path: string): void {
    this.#units -= this.#open.get(path)?.text.length ?? 0;
    this.#open.delete(path);
  }

  /** Pages that are open, the one that was not asked for the longest first. */
  openPaths(): Iterable<string> {
    return this.#open.keys();
  }

  #makeRoom(): void {
    for (const path of this.#open.keys()) {
      if (this.#units <= this.#mostUnits || this.#open.size === 1) return;
      this.close(path);
    }
  }
}
