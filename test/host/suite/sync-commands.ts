import * as vscode from "vscode";
import { open, uriOf, waitForFindings } from "./pages.ts";

/** A page that English has moved on from: samples/README.md says how. */
export const PAGE = "ja-jp/set-up-your-station.md";
/** What its segments say: one whose English changed, one whose English is gone, and English that is new. */
export const CHANGED = "センサーのボタンを 3 秒間押し続けます。";
export const REMOVED = "センサーはハブの近くに置いておきます。";
export const NEW = "The light of the hub flashes twice when both have found each other.";

/** What a command says of a sync. */
export interface Summary {
  readonly pages: number;
  readonly created: number;
  readonly removed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly leftOut: number;
}

/** Milliseconds between two attempts of a person who presses a key again when nothing happens. */
const AGAIN = 250;

/** Waits as long as such a person does. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN));
}

/** Runs a sync command, and does something in the preview that it opens, again and again until that ends it. */
export async function sync(
  command: string,
  uri: vscode.Uri,
  inPreview: () => Promise<unknown>,
): Promise<Summary | undefined> {
  let isOver = false;
  const done = Promise.resolve(vscode.commands.executeCommand<Summary | undefined>(command, uri)).finally(
    () => {
      isOver = true;
    },
  );
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set meanwhile
  while (!isOver) {
    await inPreview();
    await pause();
  }
  return done;
}

/** Applies what is ticked in the preview. */
export function apply(): Thenable<unknown> {
  return vscode.commands.executeCommand("refactorPreview.apply");
}

/** Does something once, when the preview has had the time to open, and applies what is left. */
export function applyAfter(act: () => Promise<void>): () => Promise<void> {
  let turn = 0;
  return async () => {
    turn++;
    // The preview is grouped within its first second and a half.
    if (turn === 10) await act();
    if (turn > 11) await apply();
  };
}

/** Takes the tick off a group, or puts it there; groups are sorted by their labels. */
export async function untick(nth: number): Promise<void> {
  await vscode.commands.executeCommand("list.collapseAll");
  await vscode.commands.executeCommand("list.focusFirst");
  for (let down = 0; down < nth; down++) await vscode.commands.executeCommand("list.focusDown");
  await vscode.commands.executeCommand("refactorPreview.toggleCheckedState");
}

/** Takes back the last step in a page. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("undo");
}

/** What stands in the file of a page. */
export async function onDisk(path: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uriOf(path))).toString();
}

/** What each suite begins with: nothing is saved by itself, and the server knows the page. */
export async function prepare(): Promise<void> {
  const files = vscode.workspace.getConfiguration("files");
  await files.update("autoSave", "off", vscode.ConfigurationTarget.Global);
  const document = await open(PAGE);
  await waitForFindings(document.uri, "is outdated", (findings) => findings.length > 0);
}
