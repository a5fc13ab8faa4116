import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  LOCALES,
  type PlannedPage,
  type SyncPlan,
  type WorkspaceLocale,
} from "../../../server/src/protocol.ts";
import { askPlan } from "../sync/ask-plan.ts";
import { canSyncAt, refuse } from "../sync/place.ts";
import { pageOfPreview, type SyncPreviews } from "../sync/previews.ts";
import { carryOut, isChanged, runSync } from "../sync/run-sync.ts";
import type { SyncSummary } from "../sync/summary.ts";

/** Syncs the page in the active editor, or those that a menu names. */
export async function syncPage(
  client: LanguageClient,
  given: unknown,
  selected: unknown,
): Promise<SyncSummary | undefined> {
  const uris = pagesFrom(given, selected);
  return uris.length === 0 ? undefined : runSync(client, uris);
}

/** Shows what a sync would make of a page, beside the page as it is. */
export async function previewSync(
  client: LanguageClient,
  previews: SyncPreviews,
  given: unknown,
): Promise<void> {
  const [uri] = pagesFrom(given, undefined);
  const plan = uri && (await askPlan(client, [uri]));
  if (uri === undefined || plan === undefined) return;
  const page = onlyPage(plan);
  if (page === undefined) await carryOut(client, [uri], plan, false);
  else await previews.show(page);
}

/** The page that a plan is about. `undefined`: there is none, or it moves, or other files change with it. */
function onlyPage({ pages }: SyncPlan): PlannedPage | undefined {
  const [page, ...others] = pages.filter(isChanged);
  const isPage = page?.moveTo === undefined && page?.newText === undefined && page?.offer === undefined;
  return others.length === 0 && isPage ? page : undefined;
}

/** Applies what a preview of a sync shows, unless that is out of date. */
export async function applySync(
  client: LanguageClient,
  previews: SyncPreviews,
  given: unknown,
): Promise<SyncSummary | undefined> {
  const [preview] = pagesFrom(given, undefined);
  const uri = preview && pageOfPreview(preview);
  if (preview === undefined || uri === undefined) return undefined;
  const plan = await askPlan(client, [uri]);
  if (plan === undefined) return undefined;
  const page = onlyPage(plan);
  if (page === undefined) return carryOut(client, [uri], plan, false);
  if (!(await previews.isCurrent(preview, page))) {
    await previews.show(page);
    refuse(vscode.l10n.t("The page or its English has changed. Look at the new preview, then apply it."));
    return undefined;
  }
  const summary = await carryOut(client, [uri], plan, true);
  if (summary !== undefined) await closeTabs(preview);
  return summary;
}

/** Syncs all pages of the folders that a menu names, or of one that the writer chooses. */
export async function syncFolder(
  client: LanguageClient,
  given: unknown,
  selected: unknown,
): Promise<SyncSummary | undefined> {
  const folders = urisFrom(given, selected) ?? (await chooseFolder());
  return folders && runSync(client, folders);
}

/** Syncs all pages of a locale that the writer chooses. */
export async function syncLocale(client: LanguageClient): Promise<SyncSummary | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined || !canSyncAt(folder.uri)) {
    if (folder === undefined) refuse(vscode.l10n.t("Open the folder of the localized pages first."));
    return undefined;
  }
  const locales = await client.sendRequest<WorkspaceLocale[]>(LOCALES, {});
  if (locales.length === 0) {
    refuse(vscode.l10n.t("No folder or repository here is named after a locale, such as `ja-jp`."));
    return undefined;
  }
  const items = locales.map(({ locale, folders }) => {
    const uris = folders.map((each) => vscode.Uri.parse(each));
    return {
      label: locale,
      description: uris.map(nameOf).join(", "),
      uris,
    };
  });
  const title = vscode.l10n.t("Which locale is to be synced with English?");
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen && runSync(client, chosen.uris);
}

/** Of a folder of the workspace itself, VS Code would give the whole path. */
function nameOf(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder?.uri.toString() === uri.toString() ? folder.name : vscode.workspace.asRelativePath(uri);
}

async function closeTabs(preview: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString(),
    );
  await vscode.window.tabGroups.close(tabs);
}

/** The pages that a command is about. None: the writer has been told. */
function pagesFrom(given: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris = urisFrom(given, selected) ?? activePage();
  if (uris.length === 0) refuse(vscode.l10n.t("Open a Markdown page first."));
  return uris;
}

/** What a menu names. `undefined`: the command was not called from a menu. */
function urisFrom(given: unknown, selected: unknown): readonly vscode.Uri[] | undefined {
  const all: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [given];
  const uris = all.filter((each) => each instanceof vscode.Uri);
  return uris.length === 0 ? undefined : uris;
}

function activePage(): readonly vscode.Uri[] {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === "markdown" ? [document.uri] : [];
}

async function chooseFolder(): Promise<readonly vscode.Uri[] | undefined> {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const active = activePage()[0];
  const start = active?.scheme === "file" ? vscode.Uri.joinPath(active, "..") : first?.uri;
  if (first !== undefined && !canSyncAt(first.uri)) return undefined;
  return vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
    ...(start && { defaultUri: start }),
    openLabel: vscode.l10n.t("Sync"),
    title: vscode.l10n.t("Which folder is to be synced with English?"),
  });
}
