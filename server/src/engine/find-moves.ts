import type { Document } from "../core/document/document.ts";
import { findEntry, textOf } from "../core/front-matter/front-matter.ts";
import { isMarkdown } from "../core/links/paths.ts";
import { findMostAlike, findSuccessors, isSuccessor } from "../core/moves/successors.ts";
import { shareOf, type Trace, traceOf } from "../core/moves/traces.ts";
import { cutSource } from "../core/segments/cut-source.ts";
import type { SourceTree } from "../core/source/source-question.ts";
import { type EnglishPair, findCommit, findEnglish, type LostEnglish } from "./find-english.ts";
import { byNearness, lostPlaceOf, pathInLocaleOf, unlocalizedPages } from "./localized-paths.ts";
import type { PlannedRemoval } from "./planned.ts";
import { findRedirection } from "./redirections.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";
import { type SyncOptions } from "./plan-page.ts";
import { throwIfCancelled } from "../core/cancellation.ts";

/** A localized page whose English page went elsewhere. */
export interface Move {
  readonly page: PageToSync;
  /** Relative to the root. */
  readonly to: string;
  readonly english: EnglishPair;
  /** The localized page that stands at `to`: the moved one, where a sync was interrupted, or another one. */
  readonly existing: Document | undefined;
  /** What is proposed where it is another one. */
  readonly otherwise: PlannedRemoval;
}

/** What became of the pages that English no longer has where they were. */
export interface Moves {
  /** By the path that a page has. */
  readonly moves: ReadonlyMap<string, Move>;
  /** By the path that a page has. */
  readonly removals: ReadonlyMap<string, PlannedRemoval>;
  /** New pages that parts of a page went to: paths relative to the root. */
  readonly parts: ReadonlySet<string>;
}

/** So many English pages are compared with one that is gone: the likeliest ones. */
const MOST_COMPARED = 300;

interface LostPage extends LostEnglish {
  readonly page: PageToSync;
  readonly trace: Trace;
  /** Where its English was, in the English tree. */
  readonly place: string;
}

/**
 * Finds out where the English of pages went: redirections and Git say so, or the text is found again in an English page
 * that has no localized one.
 *
 * @throws Cancelled once cancellation is requested.
 */
export async function findMoves(
  access: SyncAccess,
  paths: readonly string[],
  options: SyncOptions,
): Promise<Moves> {
  const { source } = access;
  const found = new MoveFinder(access, source);
  if (source === undefined) return found;
  const lost: LostPage[] = [];
  for (const path of paths) {
    const place = lostPlaceOf(access, path);
    if (place === undefined) continue;
    throwIfCancelled(options.cancellation);
    const page = await found.readLost(path, place);
    if (page !== undefined) lost.push(page);
  }
  // Who has more of itself in the new page goes first, where several say that it is theirs.
  for (const page of await found.byShare(lost)) {
    throwIfCancelled(options.cancellation);
    await found.place(page);
  }
  return found;
}

class MoveFinder implements Moves {
  readonly moves = new Map<string, Move>();
  readonly removals = new Map<string, PlannedRemoval>();
  readonly parts = new Set<string>();
  readonly #access: SyncAccess;
  readonly #source: SourceTree | undefined;
  /** Of English pages, by their path in the English tree. */
  readonly #traces = new Map<string, Trace>();
  /** New places that are taken by now. */
  readonly #taken = new Set<string>();
  #unlocalized: ReadonlySet<string> | undefined;

  constructor(access: SyncAccess, source: SourceTree | undefined) {
    this.#access = access;
    this.#source = source;
  }

  /** `undefined`: it is no localized page, or it will be told why it cannot be synced. */
  async readLost(path: string, place: string): Promise<LostPage | undefined> {
    const document = (await this.#access.answer({ ask: "page", path }))?.document;
    if (document === undefined || document.form === "source") return undefined;
    const page = { path, document };
    const english = await findEnglish(this.#access, page);
    if (!("lost" in english)) return undefined;
    const known = document.form === "sxs" ? document.segments.map(({ source }) => source) : undefined;
    const base = english.base === undefined ? [] : cutSource(english.base.base).map(({ text }) => text);
    return { ...english, page, place, trace: traceOf(known ?? base) };
  }

  async byShare(lost: readonly LostPage[]): Promise<LostPage[]> {
    const ranked: { page: LostPage; share: number }[] = [];
    for (const page of lost) {
      const { to } = page.lost;
      const trace = to === undefined ? undefined : await this.#traceOf(to);
      ranked.push({ page, share: trace === undefined ? 0 : shareOf(page.trace, trace) });
    }
    return ranked.sort((a, b) => b.share - a.share).map(({ page }) => page);
  }

  async place(page: LostPage): Promise<void> {
    const { to } = page.lost;
    const named = to === undefined ? undefined : await this.#traceOf(to);
    if (to !== undefined && named !== undefined) {
      // Who redirects may have readers in mind, and not the text; a rename is one.
      const isNamed = page.lost.how === "renamed" || isSuccessor(page.trace, named);
      const isMoved = isNamed && (await this.#move(page, to));
      if (!isMoved) this.removals.set(page.page.path, this.#propose(page, this.#pathOf(page, to)));
      return;
    }
    const candidates = await this.#candidatesFor(page);
    const successors = findSuccessors(page.trace, candidates);
    if (successors !== undefined && (await this.#move(page, successors.main))) {
      for (const part of successors.parts) {
        const path = this.#pathOf(page, part);
        if (path !== undefined && !this.#access.workspace.hasFile(path)) this.parts.add(path);
      }
    } else {
      const mostAlike = findMostAlike(page.trace, candidates);
      this.removals.set(page.page.path, this.#propose(page, undefined, mostAlike));
    }
  }

  /** `false`: another page moves there, or what this one was made from is not known. */
  async #move(lost: LostPage, sourcePath: string): Promise<boolean> {
    const { page, base } = lost;
    const { workspace } = this.#access;
    const to = this.#pathOf(lost, sourcePath);
    const document = (await this.#access.answer({ ask: "source-page", path: sourcePath }))?.document;
    if (to === undefined || base === undefined || document === undefined || this.#taken.has(to)) return false;
    // On many disks, a name in another letter case is the same file.
    if (!workspace.hasFile(to) && workspace.findFileIgnoringCase(to) !== undefined) return false;
    const current = { origin: "source-tree" as const, path: sourcePath, revision: undefined, document };
    const commit = await findCommit(this.#access, undefined, current);
    const existing = workspace.hasFile(to)
      ? (await this.#access.answer({ ask: "page", path: to }))?.document
      : undefined;
    this.#taken.add(to);
    const otherwise = this.#propose(lost, to);
    this.moves.set(page.path, { page, to, english: { ...base, current, commit }, existing, otherwise });
    return true;
  }

  #propose(page: LostPage, mergedInto: string | undefined, mostAlike?: string): PlannedRemoval {
    const { path, document } = page.page;
    const isThere = mergedInto !== undefined && this.#access.workspace.hasFile(mergedInto);
    return {
      kind: "removal",
      path,
      text: document.text,
      lost: page.lost,
      mergedInto: isThere ? mergedInto : undefined,
      mostAlike,
      redirection: findRedirection(this.#access, path, page.place, page.lost, mostAlike),
    };
  }

  #pathOf({ page }: LostPage, sourcePath: string): string | undefined {
    return this.#source && pathInLocaleOf(page.path, this.#source, sourcePath);
  }

  /** English pages that may hold the text: those without a localized page, and one that is the page itself, moved before. */
  async #candidatesFor(page: LostPage): Promise<Map<string, Trace>> {
    this.#unlocalized ??= new Set(Array.from(unlocalizedPages(this.#access), ({ sourcePath }) => sourcePath));
    const likely = byNearness(page.place, this.#unlocalized).slice(0, MOST_COMPARED);
    const candidates = new Map<string, Trace>();
    for (const path of [...likely, ...(await this.#earlierSelves(page))]) {
      const to = this.#pathOf(page, path);
      const trace = to === undefined || this.#taken.has(to) ? undefined : await this.#traceOf(path);
      if (trace !== undefined) candidates.set(path, trace);
    }
    return candidates;
  }

  /** A sync that was interrupted leaves a page at both places. */
  async #earlierSelves(lost: LostPage): Promise<string[]> {
    const id = fileIdOf(lost.page.document);
    if (id === undefined) return [];
    const pages = Array.from(this.#source?.tree.files() ?? []).filter(isMarkdown);
    const found: string[] = [];
    for (const sourcePath of byNearness(lost.place, pages).slice(0, MOST_COMPARED)) {
      const path = this.#pathOf(lost, sourcePath);
      if (path === undefined || !this.#access.workspace.hasFile(path)) continue;
      const text = (await this.#access.answer({ ask: "page", path }))?.document?.text;
      if (text?.includes(id) === true) found.push(sourcePath);
    }
    return found;
  }

  /** `undefined`: it is no page of the tree. */
  async #traceOf(sourcePath: string): Promise<Trace | undefined> {
    const known = this.#traces.get(sourcePath);
    if (known !== undefined || !isMarkdown(sourcePath)) return known;
    const english = await this.#access.answer({ ask: "source-page", path: sourcePath });
    if (english?.document === undefined) return undefined;
    const trace = traceOf(cutSource(english.document).map(({ text }) => text));
    this.#traces.set(sourcePath, trace);
    return trace;
  }
}

/** The number that the localization pipeline gave a page for good. `undefined`: it has none. */
function fileIdOf({ frontMatter }: Document): string | undefined {
  const entry = findEntry(frontMatter, "ms.locfileid");
  const id = entry && textOf(entry);
  return id === undefined || id === "" ? undefined : id;
}
