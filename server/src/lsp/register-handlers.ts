import type { CancellationToken } from "vscode-languageserver/node";
import {
  CHECK_WORKSPACE,
  CLEAR_WORKSPACE,
  ENGLISH_TEXT,
  ENGLISH_VERSIONS,
  FIND_SEGMENT,
  LOCALES,
  PAGE_STATE,
  PING,
  PLAN_SYNC,
  RELATED_PAGES,
} from "../protocol.ts";
import { guard, guardDiagnostics } from "./guard.ts";
import { checkWorkspace, clearWorkspace } from "./handlers/check-workspace.ts";
import { codeActions } from "./handlers/code-actions.ts";
import { codeLenses } from "./handlers/code-lenses.ts";
import { completion } from "./handlers/completion.ts";
import { definition } from "./handlers/definition.ts";
import { documentDiagnostics } from "./handlers/document-diagnostics.ts";
import { documentHighlights } from "./handlers/document-highlights.ts";
import { documentLinks, resolveDocumentLink } from "./handlers/document-links.ts";
import { documentSymbols } from "./handlers/document-symbols.ts";
import { englishText } from "./handlers/english-text.ts";
import { englishVersions } from "./handlers/english-versions.ts";
import { findSegment } from "./handlers/find-segment.ts";
import { foldingRanges } from "./handlers/folding-ranges.ts";
import { hover } from "./handlers/hover.ts";
import { locales } from "./handlers/locales.ts";
import { pageState } from "./handlers/page-state.ts";
import { planSync } from "./handlers/plan-sync.ts";
import { references } from "./handlers/references.ts";
import { relatedPages } from "./handlers/related-pages.ts";
import { workspaceDiagnostics } from "./handlers/workspace-diagnostics.ts";
import type { Log } from "./log.ts";
import type { Server } from "./server.ts";

/** Connects every request with its handler, each behind the guard. */
export function registerHandlers(server: Server, log: Log): void {
  const { connection } = server;
  /** Binds a handler to the server, under the name that the log gives it. */
  const on = <P, R>(
    name: string,
    handle: (server: Server, params: P, token: CancellationToken) => R | Promise<R>,
  ) => guard<P, R>(name, log, (params, token) => handle(server, params, token));

  connection.languages.diagnostics.on(
    guardDiagnostics("diagnostic", log, (params, token) => documentDiagnostics(server, params, token)),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    guardDiagnostics("workspace/diagnostic", log, () => workspaceDiagnostics(server, params, token, partial))(
      params,
      token,
    ),
  );
  connection.onHover(on("hover", hover));
  connection.onCodeAction(on("codeAction", codeActions));
  connection.onCompletion(on("completion", completion));
  connection.onDefinition(on("definition", definition));
  connection.onReferences(on("references", references));
  connection.onDocumentHighlight(on("documentHighlight", documentHighlights));
  connection.onDocumentLinks(on("documentLink", documentLinks));
  connection.onDocumentLinkResolve(on("documentLink/resolve", resolveDocumentLink));
  connection.onDocumentSymbol(on("documentSymbol", documentSymbols));
  connection.onCodeLens(on("codeLens", codeLenses));
  connection.onFoldingRanges(on("foldingRange", foldingRanges));
  connection.onRequest(CHECK_WORKSPACE, on("checkWorkspace", checkWorkspace));
  connection.onRequest(CLEAR_WORKSPACE, on("clearWorkspace", clearWorkspace));
  connection.onRequest(PAGE_STATE, on("pageState", pageState));
  connection.onRequest(RELATED_PAGES, on("relatedPages", relatedPages));
  connection.onRequest(ENGLISH_TEXT, on("englishText", englishText));
  connection.onRequest(ENGLISH_VERSIONS, on("englishVersions", englishVersions));
  connection.onRequest(PLAN_SYNC, on("planSync", planSync));
  connection.onRequest(LOCALES, on("locales", locales));
  connection.onRequest(FIND_SEGMENT, on("findSegment", findSegment));
  connection.onRequest(PING, () => null);
}
