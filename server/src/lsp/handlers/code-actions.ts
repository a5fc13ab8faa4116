import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from "vscode-languageserver/node";
import { findCodeActions, findSafeEdits } from "../../core/features/code-actions.ts";
import { FIX_ALL } from "../capabilities.ts";
import { fromRange } from "../convert/from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toCodeAction } from "../convert/to-code-action.ts";
import { toWorkspaceEdit } from "../convert/to-workspace-edit.ts";
import { acceptActions } from "../accept-actions.ts";
import { changeActions } from "../change-actions.ts";
import { suggestionActions } from "../suggestions.ts";

/** `textDocument/codeAction` */
export async function codeActions(
  server: Server,
  { textDocument, range, context: { only, diagnostics } }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const page = await pageOf(server, textDocument.uri);
  const reports = await server.session.reportsOf(page, token);
  const actions: CodeAction[] = [];
  if (isAsked(only, CodeActionKind.QuickFix)) {
    const selection = fromRange(page.text, range);
    const found = findCodeActions(page.document, reports, selection);
    actions.push(...(await suggestionActions(server, page, selection, diagnostics, token)));
    actions.push(...(await changeActions(server, page, reports, selection, diagnostics)));
    actions.push(...acceptActions(server, page, selection));
    actions.push(...found.flatMap((action) => toCodeAction(server, page, action, diagnostics) ?? []));
  }
  const edits = only === undefined || !isAsked(only, FIX_ALL) ? [] : findSafeEdits(reports);
  if (edits.length > 0) {
    const edit = toWorkspaceEdit(server, page, { edits });
    actions.push({
      title: "Fix all problems that Lockstep can fix safely",
      kind: FIX_ALL,
      ...(edit && { edit }),
    });
  }
  return actions;
}

/** Whether a client that asks for `only` these kinds wants actions of a kind. */
function isAsked(only: readonly string[] | undefined, kind: string): boolean {
  return (
    only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`))
  );
}
