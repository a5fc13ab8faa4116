import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { findRelatedPages, openRelatedPage, type PageInFocus } from "../related-pages.ts";

/** Opens the English page of a localized one: as it is now, else as it was when the page was made from it. */
export async function openEnglishPage(client: LanguageClient, given: unknown): Promise<void> {
  const focus = await findRelatedPages(client, given);
  if (focus === undefined) return;
  const english = focus.related.english ?? focus.related.base;
  if (english === undefined) showNoEnglish(focus);
  else await openRelatedPage(english);
}

/** Says that a page has no English, with the way to where one says where it is, or that it is English itself. */
export function showNoEnglish({ related }: PageInFocus): void {
  if (related.localized.length > 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This page is the English one."));
    return;
  }
  const button = vscode.l10n.t("Open Settings");
  const message = vscode.l10n.t("No English page was found for this page.");
  void vscode.window.showInformationMessage(message, button).then((chosen) => {
    if (chosen !== button) return;
    void vscode.commands.executeCommand("workbench.action.openSettings", "lockstep.sourceRoot");
  });
}
