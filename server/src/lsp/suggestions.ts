import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
} from "vscode-languageserver/node";
import {
  describeSuggestions,
  editTo,
  findWaiting,
  suggestTranslations,
  titleOf,
  type WaitingSegment,
} from "../core/features/suggest-translations.ts";
import type { Suggestion } from "../core/memory/locale-memory.ts";
import { localeOf } from "../core/memory/translation-memory.ts";
import type { Span } from "../core/text/span.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";
import type { Session } from "./session.ts";
import { toRange } from "./convert/to-lsp.ts";
import { toWorkspaceEdit } from "./convert/to-workspace-edit.ts";
import { memoryPath } from "./workspace-memory.ts";

/** Quick fixes that put the translation of a similar segment in the place of one that waits for a translator. */
export async function suggestionActions(
  server: Server,
  page: Page,
  selection: Span,
  diagnostics: readonly Diagnostic[],
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (findWaiting(page.document, { start: 0, end: page.document.text.length }).length === 0) return [];
  // An editor asks at every step of the cursor: by the time that somebody comes to such a segment, the pages are read.
  server.memory.prepare(localeOf(memoryPath(page.uri), page.document));
  const [waiting] = findWaiting(page.document, selection);
  if (waiting === undefined) return [];
  const { line, character } = toRange(page.text, waiting.mark.span).start;
  const solved = diagnostics.filter(
    ({ code, range: { start } }) =>
      code === "sync/needs-translation" && start.line === line && start.character === character,
  );
  const suggestions = await suggestFor(server, page, waiting, token);
  return suggestions.flatMap((suggestion): CodeAction[] => {
    const edit = toWorkspaceEdit(server, page, { edits: [editTo(suggestion, waiting.segment)] });
    if (edit === undefined) return [];
    const action = { title: titleOf(suggestion), kind: CodeActionKind.QuickFix, edit };
    return [solved.length === 0 ? action : { ...action, diagnostics: solved }];
  });
}

/** What a hover says of segments that are similar to one that waits for a translator. `undefined`: nothing. */
export async function suggestionHover(
  server: Server,
  page: Page,
  offset: number,
  token: CancellationToken,
): Promise<string | undefined> {
  const [waiting] = findWaiting(page.document, { start: offset, end: offset });
  if (waiting === undefined) return undefined;
  const suggestions = await suggestFor(server, page, waiting, token);
  if (suggestions.length === 0) return undefined;
  return describeSuggestions(suggestions, waiting.segment, (path) => showPath(server.session, path));
}

async function suggestFor(
  { memory }: Server,
  page: Page,
  { segment }: WaitingSegment,
  token: CancellationToken,
): Promise<readonly Suggestion[]> {
  const known = await memory.for(localeOf(memoryPath(page.uri), page.document), token);
  return suggestTranslations(known, memoryPath(page.uri), page.document, segment);
}

/** A page as people know it: with the folder of the workspace in front where there are several. */
function showPath({ roots }: Session, path: string): string {
  const root = roots.find(({ folder }) => path.startsWith(`${folder}/`));
  if (root === undefined) return path;
  const from = roots.length < 2 ? root.folder.length : root.folder.lastIndexOf("/");
  return path.slice(from + 1);
}
