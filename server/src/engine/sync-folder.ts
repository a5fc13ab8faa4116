import type { Recalled } from "../core/moves/create-localized-page.ts";
import { addRedirections } from "../core/moves/redirection-entry.ts";
import { planCreation } from "./create-pages.ts";
import { findMoves, type Move } from "./find-moves.ts";
import { LeftSegments } from "./left-segments.ts";
import { unlocalizedPages } from "./localized-paths.ts";
import type { NotSynced, PlannedChange, PlannedEdit, PlannedMove, PlannedRemoval } from "./planned.ts";
import { entriesByFile } from "./redirections.ts";
import { filesWithLinks, movedPages, type MovedPages, relinkFile, relinkResult } from "./relink-files.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";
import { obstacleTo, planPage, type SyncOptions, syncWith } from "./plan-page.ts";
import { throwIfCancelled } from "../core/cancellation.ts";

/** What a sync of many pages may do beyond that of one. */
export interface FolderSyncOptions extends SyncOptions {
  /** Whether an English page that the locale lacks gets a localized one at this path. */
  readonly isToBeCreated?: (path: string) => boolean;
  /** Write redirections for the pages whose removal is proposed. */
  readonly remove?: boolean;
  /** Called before a page is worked on. */
  readonly onPage?: (path: string) => void;
}

/**
 * Plans the sync of many pages of a root: each brought up to today's English, those that English moved or split moved
 * and split with it, and links to them updated in the whole locale. First the pages in the order given, then new ones,
 * then other files. Pages without localization metadata are left out. Nothing is written.
 *
 * @throws Cancelled between two pages, once cancellation is requested.
 */
export async function* syncFolder(
  access: SyncAccess,
  paths: readonly string[],
  options: FolderSyncOptions,
): AsyncGenerator<PlannedChange> {
  const { moves, removals, parts } = await findMoves(access, paths, options);
  const moved = movedPages(Array.from(moves.values(), ({ page, to }) => [page.path, to]));
  const left = new LeftSegments();
  const done = new Set<string>();
  const taken = new Set<string>();
  const removed: PlannedRemoval[] = [];
  for (const path of paths) {
    throwIfCancelled(options.cancellation);
    options.onPage?.(path);
    const move = moves.get(path);
    const planned =
      move === undefined
        ? (removals.get(path) ?? (await planUpdate(access, path, moved, options)))
        : planMove(access, move, moved, options);
    access.close?.(path);
    if (planned === undefined) continue;
    left.add(planned);
    if (planned.kind === "removal") removed.push(planned);
    if (planned.kind === "move") taken.add(planned.to);
    if (planned.kind !== "not-synced") done.add(path);
    yield planned;
  }
  yield* createPages(access, { parts, taken, left }, options);
  yield* editOthers(access, moved, done, options);
  if (options.remove === true) yield* planRedirections(access, removed);
}

async function planUpdate(
  access: SyncAccess,
  path: string,
  moved: MovedPages,
  options: SyncOptions,
): Promise<PlannedChange | undefined> {
  const document = (await access.answer({ ask: "page", path }))?.document;
  if (document === undefined) return undefined;
  const { planned, current } = (await planPage(access, { path, document }, options)) ?? {};
  if (planned?.kind !== "update" || moved.paths.size === 0) return planned;
  const synced = { ...planned, omitEdits: options.omitEdits };
  return { ...planned, result: relinkResult(access, { from: path, path, current }, synced, moved) };
}

function planMove(
  access: SyncAccess,
  { page, to, english, existing, otherwise }: Move,
  moved: MovedPages,
  options: SyncOptions,
): PlannedMove | PlannedRemoval | NotSynced {
  const { path, document } = page;
  const problem = obstacleTo(page, english);
  if (problem !== undefined) return { kind: "not-synced", path, text: document.text, problem, isOwn: false };
  const place = { from: path, path: to, current: english.current.document };
  const { text } = document;
  const synced = { text, result: syncWith(english, page, options), omitEdits: options.omitEdits };
  const result = relinkResult(access, place, synced, moved);
  const isLeftover = existing !== undefined && withoutDay(existing.text) === withoutDay(result.text);
  if (existing !== undefined && !isLeftover) return otherwise;
  return { kind: "move", path, text, to, result, isLeftover };
}

/** A sync that was interrupted may be finished on another day. */
function withoutDay(text: string): string {
  return text.replace(/^ms\.lasthandoff:.*$/m, "");
}

/**
 * New pages that are made of what left other pages, whoever asked for them: their translations would be lost. And those
 * that were asked for. Where a page moves to, none is made.
 */
async function* createPages(
  access: SyncAccess,
  { parts, taken, left }: { parts: ReadonlySet<string>; taken: ReadonlySet<string>; left: LeftSegments },
  options: FolderSyncOptions,
): AsyncGenerator<PlannedChange> {
  for (const page of [...unlocalizedPages(access)].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    throwIfCancelled(options.cancellation);
    if (taken.has(page.path)) continue;
    const isAsked = options.isToBeCreated?.(page.path) === true;
    const isPart = parts.has(page.path) || (await left.hasPage(access, page));
    if (!isAsked && !isPart) continue;
    options.onPage?.(page.path);
    const recall = (english: string, like: PageToSync): Recalled | undefined => {
      const moved = isPart ? left.find(english) : undefined;
      if (moved !== undefined) return { target: moved, isMoved: true };
      const target = options.recall?.(english, like);
      return target === undefined ? undefined : { target, isMoved: false };
    };
    const planned = await planCreation(access, page, { recall, isPart }, options);
    if (planned !== undefined) yield planned;
  }
}

async function* editOthers(
  access: SyncAccess,
  moved: MovedPages,
  done: ReadonlySet<string>,
  options: FolderSyncOptions,
): AsyncGenerator<PlannedEdit> {
  if (moved.paths.size === 0) return;
  for (const path of filesWithLinks(access)) {
    throwIfCancelled(options.cancellation);
    const planned = done.has(path) ? undefined : await relinkFile(access, path, moved);
    if (planned !== undefined) yield planned;
  }
}

/** The files of redirections that something is to be added to. */
async function* planRedirections(
  access: SyncAccess,
  removed: readonly PlannedRemoval[],
): AsyncGenerator<PlannedEdit> {
  for (const [path, entries] of entriesByFile(removed.map(({ redirection }) => redirection))) {
    const text = (await access.answer({ ask: "page", path }))?.document?.text;
    if (text === undefined) continue;
    const newText = addRedirections(path, text, entries) ?? text;
    if (newText !== text) yield { kind: "edit", path, text, newText, why: "redirections" };
  }
}
