import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { SyncResult } from "../../core/sync/sync.ts";
import { NO_BASE, NO_CURRENT } from "../../engine/find-english.ts";
import { explainRemoval } from "../../engine/explain.ts";
import type { PlannedChange } from "../../engine/planned.ts";
import type { PlannedPage, PlanSyncParams, SyncPlan, SyncProblem } from "../../protocol.ts";
import { planRoot } from "../plan-root.ts";
import { openProgress } from "../progress.ts";
import type { Root } from "../root.ts";
import type { Server } from "../server.ts";
import type { Session } from "../session.ts";
import { findTargets, type SyncTarget } from "../sync-targets.ts";
import { type ShownChange, toPlannedPage } from "../to-planned-page.ts";

/** `lockstep/planSync`: what a sync would change. Nothing is written. */
export async function planSync(
  server: Server,
  { uris, workDoneToken }: PlanSyncParams,
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
    session.settle();
    const targets = findTargets(session, uris);
    let done = 0;
    const report = (): void => {
      progress.report(Math.min(done++, targets.length), targets.length);
    };
    const plan = new PlanBuilder(session);
    for (const root of new Set(targets.map((target) => target.root))) {
      const own = targets.filter((target) => target.root === root);
      plan.add(root, own, await planNewest(server, root, own, report, token));
    }
    return plan.build();
  } finally {
    progress.done();
  }
}

/** Pages that changed while others were compared are compared again. */
async function planNewest(
  server: Server,
  root: Root,
  targets: readonly SyncTarget[],
  report: () => void,
  token: CancellationToken,
): Promise<readonly PlannedChange[] | undefined> {
  const paths = targets.map(({ path }) => path);
  const changes = await planRoot(server, root, paths, report, token);
  const old = new Set<string>();
  for (const change of changes ?? []) {
    if (!(await isCurrent(server.session, root, change))) old.add(change.path);
  }
  if (changes === undefined || old.size === 0) return changes;
  const again = paths.filter((path) => old.has(path));
  const newest = (await planRoot(server, root, again, () => undefined, token)) ?? [];
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
  #unchanged = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** `changes`: `undefined` where nothing is known of the root. */
  add(root: Root, targets: readonly SyncTarget[], changes: readonly PlannedChange[] | undefined): void {
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

  build(): SyncPlan {
    return { pages: this.#pages, unchanged: this.#unchanged, problems: this.#problems };
  }

  #addChange(root: Root, change: PlannedChange, isNamed: boolean): void {
    const problem = explain(change, isNamed);
    if (problem !== undefined) this.#say(root, change.path, problem);
    else if (change.kind === "update" && isIdle(change.result)) this.#unchanged++;
    else if (change.kind !== "not-synced" && change.kind !== "removal") this.#addPage(root, change);
  }

  #addPage(root: Root, change: ShownChange): void {
    const uriOf = (path: string): string => this.#session.uriOf(root, path);
    const open = this.#session.findOpen(uriOf(change.path));
    const uri = open?.uri ?? uriOf(change.path);
    const path = this.#labelOf(root, change.path);
    this.#pages.push(toPlannedPage(change, { uri, path, version: open?.version ?? null, uriOf }));
  }

  #say(root: Root, path: string, message: string): void {
    const uri = this.#session.uriOf(root, path);
    this.#problems.push({ uri, path: this.#labelOf(root, path), message });
  }

  /** The path as people know it. */
  #labelOf(root: Root, path: string): string {
    if (this.#session.roots.length < 2) return path;
    return `${root.folder.slice(root.folder.lastIndexOf("/") + 1)}/${path}`;
  }
}

/** Why a page is left alone. `undefined`: it is not, or nobody has asked. */
function explain(change: PlannedChange, isNamed: boolean): string | undefined {
  switch (change.kind) {
    case "removal":
      return explainRemoval(change);
    case "not-synced":
      return isNamed || !change.isOwn
        ? `Not synced: ${ADVICE.get(change.problem) ?? change.problem}.`
        : undefined;
    case "move":
      return change.isLeftover
        ? `The page has moved to \`${change.to}\`, after its English: remove this one.`
        : undefined;
    case "update":
    case "creation":
    case "edit":
      return undefined;
  }
}

function isIdle({ edits, conflicts }: SyncResult): boolean {
  return edits.length === 0 && conflicts.length === 0;
}
