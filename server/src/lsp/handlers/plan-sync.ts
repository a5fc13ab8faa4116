import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { SyncResult } from "../../core/sync/sync.ts";
import { NO_BASE, NO_CURRENT } from "../../engine/find-english.ts";
import type { NotSynced, PlannedChange } from "../../engine/planned.ts";
import { unlocalizedPages } from "../../engine/localized-paths.ts";
import { entriesByFile, type PlannedRedirection } from "../../engine/redirections.ts";
import type { PlannedPage, PlanSyncParams, SyncPlan, SyncProblem } from "../../protocol.ts";
import { syncAccessTo } from "../sync-access.ts";
import { planRoot, type RootRequest } from "../plan-root.ts";
import { openProgress } from "../progress.ts";
import type { Root } from "../root.ts";
import type { Server } from "../server.ts";
import type { Session } from "../session.ts";
import { findTargets, type SyncTarget } from "../sync-targets.ts";
import { redirectionChanges } from "../redirection-changes.ts";
import {
  type PlannedPlace,
  type ShownChange,
  toPlannedPage,
  toRedirections,
} from "../convert/to-planned-page.ts";
import { pathWithin, toPath } from "../convert/uris.ts";
import { fileNameOf } from "../../core/links/paths.ts";

/** So many new pages are made just to offer them: more take longer than a person wants to wait for an offer. */
const MOST_OFFERED = 20;

/** `lockstep/planSync`: what a sync would change. Nothing is written. */
export async function planSync(
  server: Server,
  { uris, isForNewPages = false, workDoneToken }: PlanSyncParams,
  token: CancellationToken,
): Promise<SyncPlan> {
  const { session, connection } = server;
  if (!session.isTrusted) {
    const message = "A sync asks Git for English pages, which needs a trusted workspace.";
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
  const progress = openProgress(connection, workDoneToken, "Comparing with English");
  try {
    await session.whenIndexed(token);
    await session.sources.lookAtGit();
    session.settle();
    const targets = findTargets(session, uris);
    const roots = [...new Set(targets.map((target) => target.root))];
    const offers = new Map(roots.map((root) => [root, offersIn(session, root, uris)]));
    const offerCount = [...offers.values()].reduce((sum, { size }) => sum + size, 0);
    const isMade = isForNewPages || offerCount <= MOST_OFFERED;
    const total = isForNewPages ? offerCount : targets.length;
    let done = 0;
    const onPage = (): void => {
      progress.report(Math.min(done++, total), total);
    };
    const plan = new PlanBuilder(session);
    for (const root of roots) {
      const own = targets.filter((target) => target.root === root);
      const offered = offers.get(root) ?? new Set();
      const paths = own.map(({ path }) => path);
      const isToBeCreated = (path: string): boolean => isMade && offered.has(path);
      if (isForNewPages) {
        plan.add(
          root,
          [],
          await planRoot(server, root, { paths: [], near: paths, isToBeCreated, onPage }, token),
        );
        continue;
      }
      plan.add(root, own, await planNewest(server, root, { paths, isToBeCreated, onPage }, token));
      if (!isMade) plan.addUnlocalized(root, offered);
      await plan.addRedirections(root);
    }
    return plan.build();
  } finally {
    progress.done();
  }
}

/** Pages that only English has, where a whole folder is synced that they would be in. */
function offersIn(session: Session, root: Root, uris: readonly string[]): ReadonlySet<string> {
  const access = syncAccessTo(session, root);
  const folders = uris.flatMap((uri) => toPath(uri) ?? []);
  const isOffered = ({ path }: { path: string }): boolean =>
    !root.config.isIgnored(path) &&
    folders.some((folder) => pathWithin(folder, `${root.folder}/${path}`) !== undefined);
  const pages = access === undefined ? [] : Array.from(unlocalizedPages(access));
  return new Set(pages.filter(isOffered).map(({ path }) => path));
}

/** Pages that changed while others were compared are compared again. */
async function planNewest(
  server: Server,
  root: Root,
  request: RootRequest,
  token: CancellationToken,
): Promise<readonly PlannedChange[] | undefined> {
  const changes = await planRoot(server, root, request, token);
  const old = new Set<string>();
  for (const change of changes ?? []) {
    if (!(await isCurrent(server.session, root, change))) old.add(change.path);
  }
  if (changes === undefined || old.size === 0) return changes;
  const paths = request.paths.filter((path) => old.has(path));
  const again = { paths, isToBeCreated: () => false, onPage: () => undefined };
  const newest = (await planRoot(server, root, again, token)) ?? [];
  const renewed = new Set(newest.map(({ path }) => path));
  return [...changes.filter(({ path }) => !old.has(path) && !renewed.has(path)), ...newest];
}

async function isCurrent(
  session: Session,
  root: Root,
  { kind, path, text }: PlannedChange,
): Promise<boolean> {
  if (kind === "creation") return true;
  const page = await session.read(session.uriOf(root, path));
  return page?.text.getText() === text;
}

/** What the engine says of the command line's options, as settings. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    NO_CURRENT.problem,
    "its English page is not to be had; say where the English pages are with the setting `lockstep.sourceRoot`",
  ],
  [
    NO_BASE.problem,
    "the English that it was made from is not to be had; fetch the history of the English repository",
  ],
]);

class PlanBuilder {
  readonly #session: Session;
  readonly #pages: PlannedPage[] = [];
  readonly #problems: SyncProblem[] = [];
  /** Of the pages of the root that was added last, which are proposed for removal. */
  #redirections: PlannedRedirection[] = [];
  readonly #unlocalized: string[] = [];
  #unchanged = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** `changes`: `undefined` where nothing is known of the root. */
  add(root: Root, targets: readonly SyncTarget[], changes: readonly PlannedChange[] | undefined): void {
    this.#redirections = (changes ?? []).flatMap((change) =>
      change.kind === "removal" ? (change.redirection ?? []) : [],
    );
    const named = new Set(targets.filter(({ isNamed }) => isNamed).map(({ path }) => path));
    for (const change of changes ?? []) this.#addChange(root, change, named.has(change.path));
    const known = new Set(changes?.map(({ path }) => path));
    for (const path of named) {
      if (known.has(path)) continue;
      const message =
        changes === undefined
          ? "Open the folder that the page lies in; its English is looked for from there."
          : "This is no localized page: it has neither segments nor `ms.openlocfilehash` in its front matter.";
      this.#say(root, path, message);
    }
  }

  /** Pages that could be made; those that are made anyway are parts of others. */
  addUnlocalized(root: Root, paths: Iterable<string>): void {
    const made = new Set(this.#pages.map(({ path }) => path));
    for (const path of paths) {
      const label = this.#labelOf(root, path);
      if (!made.has(label)) this.#unlocalized.push(label);
    }
  }

  /** Offers to send the readers of pages that are proposed for removal elsewhere, where there is a file for that. */
  async addRedirections(root: Root): Promise<void> {
    for (const [file, entries] of entriesByFile(this.#redirections)) {
      const page = await this.#session.read(this.#session.uriOf(root, file));
      const text = page?.text.getText();
      const edits = text === undefined ? [] : redirectionChanges(file, text, entries);
      if (text === undefined || edits.length === 0) continue;
      this.#pages.push(toRedirections(text, edits, this.#placeOf(root, file)));
    }
  }

  build(): SyncPlan {
    return {
      pages: this.#pages,
      unchanged: this.#unchanged,
      unlocalized: this.#unlocalized,
      problems: this.#problems,
    };
  }

  #addChange(root: Root, change: PlannedChange, isNamed: boolean): void {
    if (change.kind === "not-synced") {
      const problem = explain(change, isNamed);
      if (problem !== undefined) this.#say(root, change.path, problem);
    } else if (change.kind === "update" && isIdle(change.result)) this.#unchanged++;
    else this.#addPage(root, change);
  }

  #addPage(root: Root, change: ShownChange): void {
    this.#pages.push(toPlannedPage(change, this.#placeOf(root, change.path)));
  }

  #placeOf(root: Root, path: string): PlannedPlace {
    const uriOf = (each: string): string => this.#session.uriOf(root, each);
    const open = this.#session.findOpen(uriOf(path));
    const version = open?.version ?? null;
    return { uri: open?.uri ?? uriOf(path), path: this.#labelOf(root, path), version, uriOf };
  }

  #say(root: Root, path: string, message: string): void {
    const uri = this.#session.uriOf(root, path);
    this.#problems.push({ uri, path: this.#labelOf(root, path), message });
  }

  /** The path as people know it. */
  #labelOf(root: Root, path: string): string {
    if (this.#session.roots.length < 2) return path;
    return `${fileNameOf(root.folder)}/${path}`;
  }
}

/** Why a page is left alone. `undefined`: nobody has asked. */
function explain({ problem, isOwn }: NotSynced, isNamed: boolean): string | undefined {
  return isNamed || !isOwn ? `Not synced: ${ADVICE.get(problem) ?? problem}.` : undefined;
}

function isIdle({ edits, conflicts }: SyncResult): boolean {
  return edits.length === 0 && conflicts.length === 0;
}
