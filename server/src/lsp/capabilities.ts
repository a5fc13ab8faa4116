import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver/node";
import type { Client } from "./client.ts";

/** The code action kind that applies all safe fixes: what `editor.codeActionsOnSave` names. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.lockstep`;

/** What the server offers to a client. */
export function serverCapabilities({ options }: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: {
      identifier: "lockstep",
      interFileDependencies: true,
      workspaceDiagnostics: options.checksOnRequest !== true,
    },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    // A dot: most keys of the front matter begin with `ms.`.
    completionProvider: { triggerCharacters: ["/", "#", "(", '"', ":", "."] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    codeLensProvider: {},
    documentLinkProvider: { resolveProvider: true },
    documentSymbolProvider: { label: "Lockstep" },
    foldingRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
