import { stat } from "node:fs/promises";
import * as vscode from "vscode";

/**
 * Whether pages can be synced at a place at all. Where they cannot, the writer is told why, and what to do about it.
 */
export function canSyncAt(uri: vscode.Uri): boolean {
  if (!vscode.workspace.isTrusted) {
    const button = vscode.l10n.t("Manage Workspace Trust");
    const message = vscode.l10n.t(
      "A sync asks Git for English pages, and Git is run in trusted workspaces only. Trust this workspace, then sync again.",
    );
    void vscode.window.showWarningMessage(message, button).then((chosen) => {
      if (chosen === button) void vscode.commands.executeCommand("workbench.trust.manage");
    });
    return false;
  }
  if (uri.scheme === "untitled") {
    refuse(
      vscode.l10n.t("This page is in no file yet. Save it in its place in the repository, then sync again."),
    );
    return false;
  }
  if (uri.scheme !== "file") {
    refuse(
      vscode.l10n.t(
        "Pages can be synced in a folder on disk only. Clone the repository, open its folder, then sync again.",
      ),
    );
    return false;
  }
  return true;
}

/** Tells why something is not done. Nobody waits until the message is closed. */
export function refuse(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** The bit of a file's mode that says that its owner may write it: what VS Code goes by as well. */
const WRITABLE = 0o200;

/** Those of the files that must not be written. */
export async function findReadOnly(uris: readonly vscode.Uri[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const uri of uris) {
    try {
      // What VS Code tells extensions says nothing of files that are locked on the disk.
      const { mode } = await stat(uri.fsPath);
      if ((mode & WRITABLE) === 0) found.add(uri.toString());
    } catch {
      // It is gone; applying the edit will say so.
    }
  }
  return found;
}
