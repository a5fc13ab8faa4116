import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import { findAcceptReused } from "../core/features/accept-reused.ts";
import type { Span } from "../core/text/span.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";
import { toWorkspaceEdit } from "./convert/to-workspace-edit.ts";

/** A quick fix that accepts all reused translations of a page at once. */
export function acceptActions(server: Server, page: Page, selection: Span): CodeAction[] {
  const found = findAcceptReused(page.document, selection);
  const edit = found && toWorkspaceEdit(server, page, found);
  return edit === undefined ? [] : [{ title: found?.title ?? "", kind: CodeActionKind.QuickFix, edit }];
}
