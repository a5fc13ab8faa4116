import * as path from "node:path";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { RelatedPage } from "../../../server/src/protocol.ts";
import { describeEnglish, findRelatedPages } from "../related-pages.ts";
import { showNoEnglish } from "./open-english-page.ts";

interface Comparison extends vscode.QuickPickItem {
  readonly left: vscode.Uri;
  readonly right: vscode.Uri;
  readonly title: string;
}

/**
 * Shows a localized page and its English side by side. Where English has changed since the page was made, the writer
 * chooses: the page with either version, or what changed.
 */
export async function compareWithEnglish(client: LanguageClient, given: unknown): Promise<void> {
  const focus = await findRelatedPages(client, given);
  if (focus === undefined) return;
  const { english, base } = focus.related;
  const comparisons = [
    ...(english === undefined ? [] : [toPage(english, focus.uri, vscode.l10n.t("English as it is now"))]),
    ...(base === undefined
      ? []
      : [toPage(base, focus.uri, vscode.l10n.t("English that the page was made from"))]),
    ...(english === undefined || base === undefined ? [] : [ofVersions(base, english)]),
  ];
  if (comparisons.length === 0) {
    showNoEnglish(focus);
    return;
  }
  const chosen = comparisons.length === 1 ? comparisons[0] : await choose(comparisons);
  if (chosen === undefined) return;
  await vscode.commands.executeCommand("vscode.diff", chosen.left, chosen.right, chosen.title);
}

function choose(comparisons: readonly Comparison[]): Thenable<Comparison | undefined> {
  return vscode.window.showQuickPick(comparisons, {
    title: vscode.l10n.t("English has changed since this page was made. What is to be compared?"),
  });
}

function toPage(english: RelatedPage, page: vscode.Uri, label: string): Comparison {
  const description = describeEnglish(english);
  const title = `${description} ↔ ${path.posix.basename(page.path)}`;
  return { label, description, left: vscode.Uri.parse(english.uri), right: page, title };
}

function ofVersions(base: RelatedPage, english: RelatedPage): Comparison {
  const title = `${describeEnglish(base)} ↔ ${describeEnglish(english)}`;
  return {
    label: vscode.l10n.t("What has changed in English"),
    description: title,
    left: vscode.Uri.parse(base.uri),
    right: vscode.Uri.parse(english.uri),
    title,
  };
}
