import assert from "node:assert/strict";
import * as vscode from "vscode";

/** How long an answer of the language server may take on a slow computer. */
const PATIENCE = 20_000;

/** The root of the copy of the samples that is open. */
export function samples(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "No folder is open.");
  return folder.uri;
}

/** URI of a sample page, by its path below the samples. */
export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(samples(), path);
}

/** Opens a sample page in an editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Takes back what was typed into the open pages, and closes them. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The place of the only occurrence of a text. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `The page has no "${text}".`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `The page has "${text}" more than once.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Replaces the only occurrence of a text, as if it were typed. */
export async function replace(document: vscode.TextDocument, text: string, newText: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, placeOf(document, text), newText);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The id of the rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** The findings of Lockstep in a page, as far as they are known at the moment. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === "lockstep");
}

/** Whether a page has a finding of a rule that begins in the line of a place. */
export function hasFinding(findings: readonly vscode.Diagnostic[], rule: string, at?: vscode.Range): boolean {
  return findings.some(
    (each) => ruleOf(each) === rule && (at?.start.line ?? each.range.start.line) === each.range.start.line,
  );
}

/** Waits until the findings of a page are as expected, and gives them. */
export async function waitForFindings(
  uri: vscode.Uri,
  expectation: string,
  isAsExpected: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitFor(
    `${uri.path} ${expectation}`,
    () => (isAsExpected(findingsOf(uri)) ? findingsOf(uri) : undefined),
    () =>
      `Its findings: ${
        findingsOf(uri)
          .map((each) => `${ruleOf(each)} in line ${each.range.start.line + 1}`)
          .join(", ") || "none"
      }.`,
  );
}

/** Looks whenever some findings change, until `look` gives something or time is up. */
async function waitFor<T>(
  expectation: string,
  look: () => T | undefined,
  describe: () => string,
): Promise<T> {
  const found = look();
  if (found !== undefined) return found;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`Waited ${PATIENCE / 1000} seconds for: ${expectation}. ${describe()}`));
    }, PATIENCE);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      const now = look();
      if (now === undefined) return;
      clearTimeout(timer);
      listener.dispose();
      resolve(now);
    });
  });
}
