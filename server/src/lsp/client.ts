import type { InitializeParams } from "vscode-languageserver/node";
import type { InitializationOptions } from "../protocol.ts";

/** What the client can do, as far as the server does something else where it cannot. */
export interface Client {
  /** Fetches diagnostics by itself, so that none need be pushed for pages that it shows. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesFilesElsewhere: boolean;
  readonly changesFolders: boolean;
  readonly createsFiles: boolean;
  readonly foldsWithinLines: boolean;
  readonly showsProgress: boolean;
  readonly options: InitializationOptions;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFilesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    foldsWithinLines: textDocument?.foldingRange?.lineFoldingOnly !== true,
    showsProgress: window?.workDoneProgress === true,
    options: readOptions(initializationOptions),
  };
}

function readOptions(value: unknown): InitializationOptions {
  const options: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const { rulePages, isTrusted, checksOnRequest } = options;
  return {
    ...(typeof rulePages === "string" && { rulePages: rulePages.replace(/\/$/, "") }),
    isTrusted: isTrusted !== false,
    checksOnRequest: checksOnRequest === true,
  };
}
