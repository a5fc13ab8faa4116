import * as vscode from "vscode";
import { registerCommands } from "./commands/index.ts";
import { restartServer } from "./commands/restart-server.ts";
import { createClient } from "./create-client.ts";
import { provideEnglishDocuments } from "./english-documents.ts";
import { EnglishStatus } from "./english-status.ts";
import { LanguageStatus } from "./language-status.ts";
import { watchServer } from "./watch-server.ts";

let stop: (() => Promise<void>) | undefined;

/** Starts the language server and connects the commands with it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createClient(context);
  const english = new EnglishStatus(client);
  context.subscriptions.push(
    english,
    new LanguageStatus(client, () => {
      english.refresh();
    }),
    provideEnglishDocuments(client),
    watchServer(client),
    registerCommands(context, client),
    // Trust decides whether the server may read an English tree outside of the workspace.
    vscode.workspace.onDidGrantWorkspaceTrust(() => restartServer(client)),
  );
  stop = () => client.dispose();
  await client.start();
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
