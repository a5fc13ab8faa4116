import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver/node";
import { type CompletionItem as Found, findCompletions } from "../../core/features/completion.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { completesPaths } from "../settings.ts";
import { toTextEdit } from "../convert/to-lsp.ts";

const KIND = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  bookmark: CompletionItemKind.Reference,
} as const;

/** `textDocument/completion` */
export async function completion(
  server: Server,
  { textDocument: { uri }, position, context }: CompletionParams,
): Promise<CompletionItem[]> {
  const page = await pageOf(server, uri);
  const skipsMarkdownPaths = await completesPaths(server.connection, server.client, uri);
  // VS Code is asked after a slash and on demand: here, what only English has would be taken for all there is.
  if (skipsMarkdownPaths && context?.triggerCharacter === "(") return [];
  const found = findCompletions(await server.session.contextOf(page), fromPosition(page.text, position), {
    rules: server.session.environment.rules,
    skipsMarkdownPaths,
  });
  return found.map((item) => toItem(page, item, server.client.expandsSnippets));
}

function toItem(
  page: Page,
  { kind, label, detail, documentation, span, newText, snippet, rank }: Found,
  expandsSnippets: boolean,
): CompletionItem {
  const isSnippet = expandsSnippets && snippet !== undefined;
  return {
    label,
    kind: KIND[kind],
    ...(detail !== "" && { detail }),
    ...(documentation !== "" && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    textEdit: toTextEdit(page.text, { span, newText: isSnippet ? snippet : newText }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    // What is written already is in the page, percent-encoded or not.
    filterText: newText,
    // In front of what VS Code offers by its name, `#` at the start included.
    sortText: `!${String(rank).padStart(5, "0")}`,
  };
}
