import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import type { Server } from "../server.ts";
import type { SweptPage } from "../sweep.ts";

/** `workspace/diagnostic`: what is wrong with all pages, those left out that are what the client has already. */
export async function workspaceDiagnostics(
  { sweep }: Server,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const uri of sweep.uris()) {
    const swept = await sweep.check(uri, token);
    if (swept === undefined) continue;
    const item = toReport(swept, previous.get(uri));
    if (partial === undefined) items.push(item);
    else partial.report({ items: [item] });
  }
  return { items };
}

function toReport(swept: SweptPage, previous: string | undefined): WorkspaceDocumentDiagnosticReport {
  const { uri, resultId, diagnostics } = swept;
  const version = swept.version ?? null;
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}
