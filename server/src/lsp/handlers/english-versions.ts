import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
} from "vscode-languageserver/node";
import {
  findEnglishVersions,
  isMarkedChanged,
  type PlaceInEnglish,
} from "../../core/features/english-change.ts";
import type { Report } from "../../core/rules/run.ts";
import { readSyncNote } from "../../core/sync/sync-note.ts";
import type { Span } from "../../core/text/span.ts";
import {
  type EnglishVersions,
  type EnglishVersionsParams,
  type RelatedPage,
  SHOW_CHANGE,
} from "../../protocol.ts";
import { englishHistoryOf } from "../english-history.ts";
import { toRelatedEnglish } from "../english-pages.ts";
import { toOriginUri } from "../english-uri.ts";
import { fromPosition } from "../from-lsp.ts";
import { throwIfCancelled } from "../guard.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../to-lsp.ts";

/** `lockstep/englishVersions`: the English that a page was made from, and that of today. */
export async function englishVersions(
  server: Server,
  { uri, position }: EnglishVersionsParams,
  token: CancellationToken,
): Promise<EnglishVersions> {
  const page = await pageOf(server, uri);
  const history = await englishHistoryOf(server, page);
  throwIfCancelled(token);
  const found = findEnglishVersions(page.document, history, fromPosition(page.text, position));
  if ("problem" in found) return found;
  const toPage = ({ page: english, offset }: PlaceInEnglish): RelatedPage | undefined =>
    toRelatedEnglish(server, page, english, offset);
  const [before, now] = [toPage(found.before), toPage(found.now)];
  if (before === undefined || now === undefined)
    return { problem: "This editor cannot show English that is in no file." };
  const isSynced = readSyncNote(page.document) !== undefined;
  return { before: isSynced ? { ...before, uri: toOriginUri(before.uri) } : before, now };
}

/** A quick fix that shows what changed in the English of a sentence; it changes nothing. */
export function changeActions(
  { client }: Server,
  page: Page,
  reports: readonly Report[],
  selection: Span,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  // Only our own client has the command.
  if (client.options.showsEnglish !== true) return [];
  const isChange = ({ ruleId, span }: Report): boolean =>
    ruleId === "source/segment-changed" ||
    (ruleId === "sync/needs-translation" && isMarkedChanged(page.document, span));
  const report = reports.find(
    (each) => each.span.start <= selection.end && selection.start <= each.span.end && isChange(each),
  );
  if (report === undefined) return [];
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
