import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { RelatedPage } from "../../../server/src/protocol.ts";
import { findRelatedPages, openRelatedPage } from "../related-pages.ts";

/** Lets the writer choose one of a page's translations, and opens it. A code lens gives those that it is about. */
export async function openLocalizedPage(client: LanguageClient, given: unknown): Promise<void> {
  const pages = Array.isArray(given)
    ? (given as readonly RelatedPage[])
    : (await findRelatedPages(client, given))?.related.localized;
  if (pages === undefined) return;
  if (pages.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No translation of this page was found."));
    return;
  }
  const chosen = await vscode.window.showQuickPick(
    pages.map((page) => ({ label: page.locale ?? page.path, description: page.path, page })),
    { title: vscode.l10n.t("Translations of this page"), matchOnDescription: true },
  );
  if (chosen !== undefined) await openRelatedPage(chosen.page);
}
