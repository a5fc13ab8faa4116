import * as vscode from "vscode";

/** Shows the documentation of a rule; asked without one, lets the writer choose. */
export async function explainRule(extensionUri: vscode.Uri, ruleId: unknown): Promise<void> {
  const folder = vscode.Uri.joinPath(extensionUri, "docs", "rules");
  const chosen = typeof ruleId === "string" ? ruleId : await chooseRule(folder);
  if (chosen === undefined) return;
  await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(folder, `${chosen}.md`));
}

async function chooseRule(folder: vscode.Uri): Promise<string | undefined> {
  const ids: string[] = [];
  for (const [area, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (type !== vscode.FileType.Directory) continue;
    for (const [name] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, area))) {
      if (name.endsWith(".md")) ids.push(`${area}/${name.slice(0, -".md".length)}`);
    }
  }
  return vscode.window.showQuickPick(ids.sort(), {
    title: vscode.l10n.t("Documentation of a Lockstep rule"),
  });
}
