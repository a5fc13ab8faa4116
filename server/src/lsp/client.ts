import type { ClientCapabilities, InitializeParams } from "vscode-languageserver/node";
import type { InitializationOptions } from "../protocol.ts";

/** What the client can do, as far as the server does something else where it cannot. */
export interface Client {
  /** Fetches diagnostics by itself, so that none need be pushed for pages that it shows. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly answersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesFilesElsewhere: boolean;
  readonly changesFolders: boolean;
  /** Takes edits together with the version of the page that they were made for. */
  readonly versionsEdits: boolean;
  readonly createsFiles: boolean;
  readonly foldsWithinLines: boolean;
  /** Takes completions with tab stops. */
  readonly expandsSnippets: boolean;
  readonly options: InitializationOptions;
}

/** What a client says of itself in `initialize`. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    expandsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    foldsWithinLines: textDocument?.foldingRange?.lineFoldingOnly !== true,
    ...readWorkspace(capabilities.workspace ?? {}),
    options: readOptions(initializationOptions),
  };
}

function readWorkspace(workspace: NonNullable<ClientCapabilities["workspace"]>) {
  const { didChangeWatchedFiles: watching, workspaceEdit } = workspace;
  return {
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    answersConfiguration: workspace.configuration === true,
    watchesFiles: watching?.dynamicRegistration === true,
    watchesFilesElsewhere: watching?.relativePatternSupport === true,
    changesFolders: workspace.workspaceFolders === true,
    versionsEdits: workspaceEdit?.documentChanges === true,
    createsFiles: workspaceEdit?.resourceOperations?.includes("create") === true,
  };
}

function readOptions(value: unknown): InitializationOptions {
  const options: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const { rulePages, isTrusted, checksOnRequest, showsEnglish, outlinesMarkdown } = options;
  return {
    ...(typeof rulePages === "string" && { rulePages: rulePages.replace(/\/$/, "") }),
    isTrusted: isTrusted !== false,
    checksOnRequest: checksOnRequest === true,
    showsEnglish: showsEnglish === true,
    outlinesMarkdown: outlinesMarkdown === true,
  };
}
