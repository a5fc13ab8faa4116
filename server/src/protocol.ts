/** What client and server say to each other beyond LSP: names and types only. */

/** Options of `initialize`. A client that knows nothing of them gets a server that works by LSP alone. */
export interface InitializationOptions {
  /** URI of the folder with the rules' documentation: what the code of a diagnostic links to. */
  readonly rulePages?: string;
  /** `false`: nothing outside of the workspace's folders is read, whatever their settings say. */
  readonly isTrusted?: boolean;
  /**
   * The client asks for the whole workspace by `lockstep/checkWorkspace`, not by the workspace pull of LSP 3.17, which
   * some clients repeat every two seconds, and shows what is pushed for pages that are not open.
   */
  readonly checksOnRequest?: boolean;
}

/**
 * Request: checks every page of every root. The findings of pages that are not pulled come as
 * `textDocument/publishDiagnostics`, and are kept right from then on. Reports work done progress; can be cancelled.
 */
export const CHECK_WORKSPACE = "lockstep/checkWorkspace";

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}

/** How many pages were checked, and what was found in them. */
export interface CheckWorkspaceResult {
  readonly pages: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** Request: takes back what `lockstep/checkWorkspace` published, and stops keeping it right. */
export const CLEAR_WORKSPACE = "lockstep/clearWorkspace";

/** Request, answered with `null` at once: whether the server still listens. */
export const PING = "lockstep/ping";

/** Notification to the client: how far the server knows the workspace. */
export const STATUS = "lockstep/status";

export interface StatusParams {
  /** `indexing`: links to other pages are not fully checked yet. */
  readonly state: "indexing" | "ready";
  /** Pages there are, as far as is known. */
  readonly total: number;
}

/** Command of the client: shows the page of the rule whose id is its argument. */
export const EXPLAIN_RULE = "lockstep.explainRule";
