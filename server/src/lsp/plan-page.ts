import { createHash } from "node:crypto";
import type { SyncEdit, SyncResult } from "../core/sync/sync.ts";
import { applyEdits, type TextEdit } from "../core/text/edit.ts";
import { NO_BASE, NO_CURRENT } from "../engine/find-english.ts";
import { handoffOn, syncPages } from "../engine/sync-pages.ts";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CancellationToken, Position } from "vscode-languageserver/node";
import type { LinePosition, PlannedPage, SyncProblem } from "../protocol.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";
import { syncAccessTo } from "./sync-access.ts";
import type { SyncTarget } from "./sync-targets.ts";

/** What a sync would do to a page. */
export type PagePlan =
  | { readonly kind: "page"; readonly page: Page; readonly planned: PlannedPage }
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly problem: SyncProblem };

/**
 * Plans the sync of one page. `undefined`: it is gone, or nothing is said of it: it is no localized page.
 *
 * @throws Cancelled when the request is cancelled.
 */
export async function planPage(
  server: Server,
  target: SyncTarget,
  token: CancellationToken,
): Promise<PagePlan | undefined> {
  const { session } = server;
  const page = await session.read(target.uri);
  if (page === undefined) return undefined;
  const say = (message: string): PagePlan => ({
    kind: "problem",
    problem: { uri: page.uri, path: labelOf(server, target), message },
  });
  const access = syncAccessTo(session, target.root);
  if (access === undefined)
    return say("Open the folder that the page lies in; its English is looked for from there.");
  const options = { handoff: handoffOn(session.environment.today()), cancellation: token };
  const pages = [{ path: target.path, document: page.document }];
  for await (const planned of syncPages(access, pages, options)) {
    if (planned.kind !== "update") return say(explain(planned));
    return isIdle(planned.result)
      ? { kind: "unchanged" }
      : { kind: "page", page, planned: toPlanned(page, labelOf(server, target), planned.result) };
  }
  return target.isNamed
    ? say("This is no localized page: it has neither segments nor `ms.openlocfilehash` in its front matter.")
    : undefined;
}

/** The path as people know it. */
function labelOf({ session }: Server, { root, path }: SyncTarget): string {
  if (session.roots.length < 2) return path;
  return `${root.folder.slice(root.folder.lastIndexOf("/") + 1)}/${path}`;
}

function isIdle({ edits, conflicts }: SyncResult): boolean {
  return edits.length === 0 && conflicts.length === 0;
}

type PlannedSync = ReturnType<typeof syncPages> extends AsyncGenerator<infer Each> ? Each : never;

/** What the engine says of the command line's options, as settings. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    NO_CURRENT.problem,
    "its English page is not to be had; say where the English pages are with the setting `lockstep.sourceRoot`",
  ],
  [
    NO_BASE.problem,
    "the English that it was made from is not to be had; fetch the history of the English repository",
  ],
]);

function explain(planned: Exclude<PlannedSync, { readonly kind: "update" }>): string {
  if (planned.kind === "not-synced") return `Not synced: ${ADVICE.get(planned.problem) ?? planned.problem}.`;
  const { how, to } = planned.lost;
  return to === undefined
    ? "The English page was deleted: remove this page too, with a redirection."
    : `The English page was ${how} to \`${to}\`: move this page there, then sync it.`;
}

function toPlanned({ uri, version, text }: Page, path: string, result: SyncResult): PlannedPage {
  const { edits, counts, conflicts, removed } = result;
  // In an editor, a byte order mark is no part of the text.
  const isMarked = version === undefined && text.getText().startsWith("\ufeff");
  const toPosition = (offset: number): LinePosition => withoutMark(text.positionAt(offset), isMarked);
  const after = TextDocument.create(uri, "markdown", 0, applyEdits(text.getText(), edits));
  return {
    uri,
    path,
    version: version ?? null,
    textHash: hashOf(text.getText()),
    changes: edits.map((edit) => ({
      kind: edit.kind,
      start: toPosition(edit.span.start),
      end: toPosition(edit.span.end),
      newText: edit.newText,
      isOrigin: isOrigin(text.getText(), edit),
    })),
    counts,
    conflicts: conflicts.map(({ message, span }) => ({
      message,
      position: withoutMark(after.positionAt(span.start + growthBefore(edits, span.start)), isMarked),
    })),
    removed: removed.map(({ source, target }) => ({ source, target })),
  };
}

function hashOf(text: string): string {
  return createHash("sha1").update(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")).digest("hex");
}

const ORIGIN = /^(?:# lockstep:english |ms\.openlocfilehash:|ms\.sourcegitcommit:|ms\.lasthandoff:)/;

/** Whether an edit is about a line of the header that says what the page was made from. */
function isOrigin(text: string, { kind, span, newText }: SyncEdit): boolean {
  if (kind !== "metadata") return false;
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const isInsertion = span.start === span.end && span.start === lineStart;
  return ORIGIN.test(isInsertion ? newText : text.slice(lineStart, lineStart + 40));
}

function withoutMark({ line, character }: Position, isMarked: boolean): LinePosition {
  return { line, character: isMarked && line === 0 && character > 0 ? character - 1 : character };
}

/** How far a place has moved by the edits that end before it. */
function growthBefore(edits: readonly TextEdit[], offset: number): number {
  let growth = 0;
  for (const { span, newText } of edits) {
    if (span.end > offset) break;
    growth += newText.length - (span.end - span.start);
  }
  return growth;
}
