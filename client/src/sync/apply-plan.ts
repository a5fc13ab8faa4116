import { createHash } from "node:crypto";
import * as vscode from "vscode";
import type { PlannedPage, SyncChange } from "../../../server/src/protocol.ts";
import { acceptedChanges, takeBack, withPlainEnds } from "./accepted.ts";
import { refuse } from "./place.ts";
import { kindsOf, type PageChanges, toWorkspaceEdit } from "./to-workspace-edit.ts";

/** What became of the changes that were planned for a page. */
export interface Outcome {
  readonly page: PlannedPage;
  /** The page as it is now, where it is now. */
  readonly document: vscode.TextDocument;
  /** Those that were made. */
  readonly accepted: readonly SyncChange[];
  /** Whether the page was created, or moved. */
  readonly isInPlace: boolean;
}

/** What became of a plan. */
export interface Applied {
  readonly outcomes: readonly Outcome[];
  /** Pages that were removed, because the writer asked for it. */
  readonly removed: readonly PlannedPage[];
}

/** How often the preview is asked to group by kind, until it is there, and after how many milliseconds each time. */
const GROUPING = { tries: 15, every: 100 };

/**
 * Shows the changes in VS Code's Refactor Preview, where each kind and each change can be unticked, and makes those that
 * the writer confirms, in one step that can be undone. `isConfirmed`: the writer has seen them already. `undefined`: the
 * writer has refused, or a page has changed meanwhile; nothing was changed then.
 */
export async function applyPlan(
  pages: readonly PlannedPage[],
  isConfirmed: boolean,
): Promise<Applied | undefined> {
  const opened = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Lockstep: preparing the changes") },
    () => openAll(pages.filter(({ newText }) => newText === undefined)),
  );
  const moved = opened.find(({ page, document }) => !isAsPlanned(page, document));
  if (moved !== undefined) {
    refuse(vscode.l10n.t("{0} has changed while it was compared with English. Sync again.", moved.page.path));
    return undefined;
  }
  // What was typed and not saved would not come back with an undo.
  const isUnsaved = ({ page, document }: Opened): boolean =>
    page.offer?.kind === "remove" && document.isDirty;
  const unsaved = new Set(opened.filter(isUnsaved).map(({ page }) => page));
  const planned = pages.filter((page) => !unsaved.has(page));
  const edit = toWorkspaceEdit(planned.map(toPageChanges), !isConfirmed);
  if (!(await applyGrouped(edit, isConfirmed ? 1 : new Set(planned.flatMap(kindsOf)).size))) return undefined;
  return findApplied(planned, opened);
}

async function findApplied(pages: readonly PlannedPage[], opened: readonly Opened[]): Promise<Applied> {
  const outcomes: Made[] = [];
  const removed: PlannedPage[] = [];
  for (const page of pages) {
    if (page.offer?.kind === "remove") {
      if (!(await exists(page.uri))) removed.push(page);
      continue;
    }
    const made = await findOutcome(page, opened.find((each) => each.page === page)?.before);
    if (made !== undefined) outcomes.push(made);
  }
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) await vscode.window.showTextDocument(only.document);
  return { outcomes: await takeBackOrigins(outcomes), removed };
}

async function exists(uri: string): Promise<boolean> {
  return vscode.workspace.fs.stat(vscode.Uri.parse(uri)).then(
    () => true,
    () => false,
  );
}

interface Opened {
  readonly page: PlannedPage;
  readonly document: vscode.TextDocument;
  /** The page's text before anything was changed. */
  readonly before: string;
}

async function openAll(pages: readonly PlannedPage[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const page of pages) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(page.uri));
    opened.push({ page, document, before: document.getText() });
  }
  return opened;
}

function toPageChanges({ uri, changes, moveTo, newText, offer }: PlannedPage): PageChanges {
  return {
    uri: vscode.Uri.parse(uri),
    changes,
    ...(offer !== undefined && { offer }),
    ...(moveTo !== undefined && { moveTo: vscode.Uri.parse(moveTo) }),
    ...(newText !== undefined && { newText }),
  };
}

/** `undefined`: the page was to be created, and was not. */
async function findOutcome(page: PlannedPage, before = ""): Promise<Made | undefined> {
  if (page.offer !== undefined && !(await exists(page.uri))) return undefined;
  const moved = page.moveTo === undefined ? undefined : await openExisting(page.moveTo);
  const document = moved ?? (await openExisting(page.uri));
  if (document === undefined) return undefined;
  const accepted = acceptedChanges(before, document.getText(), page.changes) ?? page.changes;
  return { page, document, before, accepted, isInPlace: moved !== undefined || page.newText !== undefined };
}

async function openExisting(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  } catch {
    return undefined;
  }
}

/** Whether a page still has the text that the changes were planned for. */
function isAsPlanned({ version, textHash }: PlannedPage, document: vscode.TextDocument): boolean {
  if (version !== null && version !== document.version) return false;
  const text = withPlainEnds(document.getText());
  return createHash("sha1").update(text).digest("hex") === textHash;
}

/** The preview groups by file unless it is told otherwise, and cannot be told before it is there. */
async function applyGrouped(edit: vscode.WorkspaceEdit, kinds: number): Promise<boolean> {
  let isOver = false;
  const applied = vscode.workspace.applyEdit(edit, { isRefactoring: true }).then((result) => {
    isOver = true;
    return result;
  });
  for (let nth = 0; kinds > 1 && nth < GROUPING.tries; nth++) {
    await new Promise((resolve) => setTimeout(resolve, GROUPING.every));
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set meanwhile
    if (isOver) break;
    await vscode.commands.executeCommand("refactorPreview.groupByType").then(undefined, () => undefined);
  }
  return applied;
}

interface Made extends Outcome {
  /** The page's text before anything was changed. */
  readonly before: string;
}

/**
 * A page that some changes were left out of must not say that it is in step with today's English, or they would never be
 * offered again. Gives the changes that stand in the end.
 */
async function takeBackOrigins(made: readonly Made[]): Promise<readonly Outcome[]> {
  const early = made.filter(isEarly);
  if (early.length === 0) return made;
  const [first] = early as [Made];
  if (made.length > 1 || !(await redoWithoutOrigin(first))) {
    const edit = new vscode.WorkspaceEdit();
    for (const { document, before, accepted } of early) {
      for (const { start, end, newText } of takeBack(before, accepted, ({ isOrigin }) => isOrigin)) {
        const range = new vscode.Range(start.line, start.character, end.line, end.character);
        edit.replace(document.uri, range, newText);
      }
    }
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }
  return made.map((each) =>
    early.includes(each) ? { ...each, accepted: each.accepted.filter(({ isOrigin }) => !isOrigin) } : each,
  );
}

/** Whether a page says that it is in step with English, but is not. */
function isEarly({ page, accepted }: Outcome): boolean {
  return accepted.some(({ isOrigin }) => isOrigin) && accepted.length < page.changes.length;
}

/** Makes the changes again without the origin, so that they stay one step that can be undone. Whether it could be done. */
async function redoWithoutOrigin({ document, before, accepted }: Made): Promise<boolean> {
  await vscode.commands.executeCommand("undo");
  if (document.getText() !== before) {
    await vscode.commands.executeCommand("redo");
    return false;
  }
  const changes = accepted.filter(({ isOrigin }) => !isOrigin);
  return vscode.workspace.applyEdit(toWorkspaceEdit([{ uri: document.uri, changes }], false));
}
