import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver/node";
import type { CodeAction as Found } from "../../core/features/code-actions.ts";
import { EXPLAIN_RULE } from "../../protocol.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { toRange } from "./to-lsp.ts";
import { toWorkspaceEdit } from "./to-workspace-edit.ts";

/** A code action as a client takes it. `undefined`: this client cannot do what it takes. */
export function toCodeAction(
  server: Server,
  page: Page,
  { kind, title, report, edits, createFile, isPreferred }: Found,
  diagnostics: readonly Diagnostic[],
): CodeAction | undefined {
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix };
  if (kind === "explain") {
    // Only our own client has this command.
    if (server.client.options.rulePages === undefined) return undefined;
    return { ...action, command: { title, command: EXPLAIN_RULE, arguments: [report.ruleId] } };
  }
  const edit = toWorkspaceEdit(server, page, { edits, createFile });
  if (edit === undefined) return undefined;
  const { start } = toRange(page.text, report.span);
  const solved = diagnostics.filter(
    ({ code, range }) =>
      code === report.ruleId && range.start.line === start.line && range.start.character === start.character,
  );
  return {
    ...action,
    edit,
    ...(isPreferred && { isPreferred }),
    ...(kind === "fix" && solved.length > 0 && { diagnostics: solved }),
  };
}
