import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver/node";
import type { Server } from "../server.ts";

/** `textDocument/diagnostic`: what is wrong with one page, or that it is what the client has already. */
export async function documentDiagnostics(
  { session, diagnoses, sweep, publisher }: Server,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const page = session.pages.get(uri);
  // Some clients ask for pages that they show in a tab without having opened them.
  const diagnosis =
    page === undefined ? await sweep.check(uri, token) : diagnoses.of(await session.check(page, token));
  if (page !== undefined) session.pulled.add(uri);
  publisher.retract(uri);
  if (diagnosis === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const { resultId, diagnostics } = diagnosis;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}
