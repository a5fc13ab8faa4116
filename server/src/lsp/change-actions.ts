import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver/node";
import { isMarkedChanged } from "../core/features/english-change.ts";
import type { Report } from "../core/rules/run.ts";
import type { Span } from "../core/text/span.ts";
import { SHOW_CHANGE } from "../protocol.ts";
import { lacksEnglishHistory } from "./english-history.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";
import { toRange } from "./convert/to-lsp.ts";

/** A quick fix that shows what changed in the English of a sentence, where that can be shown; it changes nothing. */
export async function changeActions(
  server: Server,
  page: Page,
  reports: readonly Report[],
  selection: Span,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  // Only our own client has the command.
  if (server.client.options.showsEnglish !== true) return [];
  const isChange = ({ ruleId, span }: Report): boolean =>
    ruleId === "source/segment-changed" ||
    (ruleId === "sync/needs-translation" && isMarkedChanged(page.document, span));
  const report = reports.find(
    (each) => each.span.start <= selection.end && selection.start <= each.span.end && isChange(each),
  );
  if (report === undefined || (await lacksEnglishHistory(server, page))) return [];
  const title = "Show what changed in the English";
  const { start } = toRange(page.text, report.span);
  const about = diagnostics.filter(
    ({ code, range }) =>
      code === report.ruleId && range.start.line === start.line && range.start.character === start.character,
  );
  const command = { title, command: SHOW_CHANGE, arguments: [{ uri: page.uri, position: start }] };
  const action = { title, kind: CodeActionKind.QuickFix, command };
  return [about.length === 0 ? action : { ...action, diagnostics: about }];
}
