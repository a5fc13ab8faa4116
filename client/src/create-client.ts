import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { createErrorHandler } from "./error-handler.ts";

/** Name of the extension, of its output channel and of its diagnostics' source, as people see it. */
const NAME = "Lockstep";

/** The language client: its server runs in a process of its own, with the same Node as the extension host. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath("dist/server.js");
  const outputChannel = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(outputChannel);
  const options: LanguageClientOptions = {
    documentSelector: documentSelector(),
    outputChannel,
    // A log that pushes itself to the front interrupts whoever is writing; errors come with a button that shows it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onFocus: true },
    errorHandler: createErrorHandler(() => {
      outputChannel.show(true);
    }),
    // Pages are other people's texts: no command may run, and no HTML be shown, because a page says so.
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions: (): InitializationOptions => ({
      rulePages: vscode.Uri.joinPath(context.extensionUri, "docs", "rules").toString(),
      isTrusted: vscode.workspace.isTrusted,
      checksOnRequest: true,
      showsEnglish: true,
      outlinesMarkdown: true,
    }),
  };
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    "lockstep",
    NAME,
    { run: server, debug: { ...server, options: { execArgv: ["--inspect=6019"] } } },
    options,
  );
}

/** Markdown in files, in new files, and in the folders of virtual workspaces; not in diffs, chats and the like. */
function documentSelector(): { language: string; scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(["file", "untitled", ...folders.map(({ uri }) => uri.scheme)]);
  return Array.from(schemes, (scheme) => ({ language: "markdown", scheme }));
}
