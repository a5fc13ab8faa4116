import type { CancellationToken } from "vscode-languageserver/node";
import { readMemoryPage } from "../core/memory/read-memory-page.ts";
import { memoryLocale, TranslationMemory } from "../core/memory/translation-memory.ts";
import type { PageSummary } from "../core/workspace/page-summary.ts";
import { orCancelled, type Session } from "./session.ts";
import { Slices } from "./slices.ts";
import type { Tree } from "./tree.ts";
import { toPath, toUri } from "./convert/uris.ts";

const FILES_AT_ONCE = 16;

/** A page that the memory knows, or should know. */
interface Known {
  readonly locale: string;
  /** Of the text that was read. A page with another text has another one. */
  readonly summary: PageSummary;
}

/**
 * The translations of the workspace's side-by-side pages, by absolute path. The pages of a locale are read when a page
 * of that locale first needs them, a few at a time, and those that have changed when it needs them again.
 */
export class WorkspaceMemory {
  readonly #session: Session;
  readonly #memory = new TranslationMemory();
  readonly #known = new Map<string, Known>();
  readonly #locales = new WeakMap<PageSummary, string>();
  /** The snapshots that the memory of each locale was last brought up to. */
  readonly #seen = new Map<string, readonly Tree[]>();
  readonly #started = new Set<string>();
  #work: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The memory, with what the pages of one locale say now. `locale`: see `memoryLocale`. Reading goes on when the request
   * is cancelled: the next one will need it.
   *
   * @throws Cancelled when the request is cancelled.
   */
  async for(locale: string, token: CancellationToken): Promise<TranslationMemory> {
    await this.#session.whenIndexed(token);
    await orCancelled(this.#start(locale), token);
    return this.#memory;
  }

  /** Begins to read the pages of a locale that the memory does not know at all, since they will be needed soon. */
  prepare(locale: string): void {
    if (this.#started.has(locale)) return;
    this.#started.add(locale);
    const start = (): Promise<void> => this.#start(locale);
    // Whoever asks for the memory is told what went wrong.
    this.#session.indexed.then(start, start).catch(() => undefined);
  }

  #start(locale: string): Promise<void> {
    this.#started.add(locale);
    const update = (): Promise<void> => this.#update(locale);
    this.#work = this.#work.then(update, update);
    return this.#work;
  }

  async #update(locale: string): Promise<void> {
    this.#session.settle();
    const trees = this.#session.roots.flatMap(({ folder }) => this.#session.treeAt(folder) ?? []);
    const seen = this.#seen.get(locale);
    if (seen?.length === trees.length && trees.every((tree, nth) => tree === seen[nth])) return;
    const wanted = this.#wanted(locale, trees);
    for (const [path, known] of this.#known) {
      if (known.locale === locale && !wanted.has(path)) this.#forget(path);
    }
    const changed = [...wanted].filter(([path, { summary }]) => this.#known.get(path)?.summary !== summary);
    const slices = new Slices(this.#session.environment.now);
    for (let next = 0; next < changed.length; next += FILES_AT_ONCE) {
      const batch = changed.slice(next, next + FILES_AT_ONCE);
      const texts = await Promise.all(batch.map(([path]) => this.#session.read(toUri(path))));
      for (const [nth, [path, known]] of batch.entries()) {
        this.#learn(path, known, texts[nth]?.text.getText() ?? "");
        await slices.pause();
        // Findings are more urgent than suggestions.
        await this.#session.giveWay();
      }
    }
    this.#seen.set(locale, trees);
  }

  /** The side-by-side pages of a locale. */
  #wanted(locale: string, trees: readonly Tree[]): Map<string, Known> {
    const wanted = new Map<string, Known>();
    for (const { folder, index } of trees) {
      for (const summary of index.pages()) {
        const path = `${folder}/${summary.path}`;
        if (summary.hasSegments && this.#localeOf(path, summary) === locale)
          wanted.set(path, { locale, summary });
      }
    }
    return wanted;
  }

  /** Worked out once: asking for a locale looks at every page. */
  #localeOf(path: string, summary: PageSummary): string {
    const locale = this.#locales.get(summary) ?? memoryLocale(path, summary.contentLocale);
    this.#locales.set(summary, locale);
    return locale;
  }

  #learn(path: string, known: Known, text: string): void {
    const page = readMemoryPage(text);
    if (page === undefined) {
      this.#forget(path);
      return;
    }
    this.#known.set(path, known);
    this.#memory.add(path, page);
    this.#memory.index();
  }

  #forget(path: string): void {
    this.#known.delete(path);
    this.#memory.remove(path);
  }
}

/** What the memory calls a page. A page that is in no file has a name that no file has. */
export function memoryPath(uri: string): string {
  return toPath(uri) ?? uri;
}
