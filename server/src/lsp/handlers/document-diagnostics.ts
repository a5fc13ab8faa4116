import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver/node";
import type { Diagnosis } from "../diagnoses.ts";
import { throwIfCancelled } from "../../core/cancellation.ts";
import type { Server } from "../server.ts";
import { letMessagesIn } from "../slices.ts";

/** `textDocument/diagnostic`: what is wrong with one page, or that it is what the client has already. */
export async function documentDiagnostics(
  server: Server,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { publisher } = server;
  // Where the writer has typed on meanwhile, the text that was asked about is not looked at any more.
  await letMessagesIn();
  throwIfCancelled(token);
  const diagnosis = await diagnosisOf(server, uri, token);
  publisher.retract(uri);
  if (diagnosis === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const { resultId, diagnostics } = diagnosis;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

async function diagnosisOf(
  { session, diagnoses, sweep, publisher }: Server,
  uri: string,
  token: CancellationToken,
): Promise<Diagnosis | undefined> {
  const page = session.pages.get(uri);
  // Some clients ask for pages that they show in a tab without having opened them.
  if (page === undefined) return sweep.check(uri, token);
  // The page is shown again: who was away may have committed. Not at every keystroke.
  if (session.pulled.get(uri)?.page === page) void session.sources.lookAtGit();
  const check = await session.check(page, token);
  session.pulled.set(uri, check);
  // Something else changed while the page was being checked: the client has to be told to ask again.
  if (!session.isFresh(check.stamp, uri)) publisher.schedule();
  return diagnoses.of(check);
}
