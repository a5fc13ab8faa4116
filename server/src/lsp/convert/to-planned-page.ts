import { createHash } from "node:crypto";
import type { Position } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { diffLines } from "../../core/libraries.ts";
import type { SyncResult } from "../../core/sync/sync.ts";
import { applyEdits, type TextEdit } from "../../core/text/edit.ts";
import { explainRemoval } from "../../engine/explain.ts";
import type { PlannedChange } from "../../engine/planned.ts";
import type { LinePosition, PlannedPage, SyncChange, SyncOffer, SyncPlanCounts } from "../../protocol.ts";

/** A change of a sync that a client can show and make. */
export type ShownChange = Exclude<PlannedChange, { kind: "not-synced" }>;

/** Where a planned change belongs. */
export interface PlannedPlace {
  readonly uri: string;
  /** As people know it. */
  readonly path: string;
  /** Of the open page that has the text that was planned for; `null`: it is on disk. */
  readonly version: number | null;
  /** URI of another path of the same root. */
  readonly uriOf: (path: string) => string;
}

const NO_COUNTS: SyncPlanCounts = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };

/** A planned change as a client takes it. */
export function toPlannedPage(change: ShownChange, { uriOf, ...place }: PlannedPlace): PlannedPage {
  const text = new PlannedText(change.text, place.version);
  const page = { ...place, textHash: text.hash, changes: [], counts: NO_COUNTS, conflicts: [], removed: [] };
  const offer = offerOf(change);
  if (change.kind === "creation") {
    return { ...page, newText: change.newText, counts: change.counts, ...(offer && { offer }) };
  }
  if (change.kind === "edit") return { ...page, changes: text.toLinkChanges(change.newText) };
  if (change.kind === "removal" || offer !== undefined) return { ...page, ...(offer && { offer }) };
  const { counts, removed } = change.result;
  return {
    ...page,
    ...(change.kind === "move" && { moveTo: uriOf(change.to) }),
    changes: change.result.edits.map((edit) => ({
      kind: edit.kind,
      ...text.toRange(edit),
      newText: edit.newText,
      isOrigin: edit.isOrigin === true,
    })),
    counts,
    conflicts: text.toConflicts(change.result),
    removed: removed.map(({ source, target }) => ({ source, target })),
  };
}

/** What is done to a page only when somebody asks for it. `undefined`: it is no such change. */
function offerOf(change: ShownChange): SyncOffer | undefined {
  if (change.kind === "removal") return { kind: "remove", reason: explainRemoval(change) };
  if (change.kind === "move" && change.isLeftover) {
    const reason = `The page has moved to \`${change.to}\`, after its English: remove this one.`;
    return { kind: "remove", reason };
  }
  if (change.kind !== "creation" || change.isPart) return undefined;
  return { kind: "create", reason: "English has this page, and the locale has not." };
}

/** A file of redirections that gets more of them, each of which can be left out. `edits` are in page order. */
export function toRedirections(
  original: string,
  edits: readonly TextEdit[],
  { uri, path, version }: PlannedPlace,
): PlannedPage {
  const text = new PlannedText(original, version);
  const changes = edits.map((edit): SyncChange => {
    return { kind: "redirections", ...text.toRange(edit), newText: edit.newText, isOrigin: false };
  });
  const nothing = { counts: NO_COUNTS, conflicts: [], removed: [] };
  return { uri, path, version, textHash: text.hash, changes, ...nothing };
}

/** The text that changes were planned for. */
class PlannedText {
  readonly #text: TextDocument;
  /** In an editor, a byte order mark is no part of the text. */
  readonly #isMarked: boolean;

  constructor(text: string, version: number | null) {
    this.#text = TextDocument.create("", "markdown", 0, text);
    this.#isMarked = version === null && text.startsWith("\ufeff");
  }

  get hash(): string {
    const text = this.#text.getText();
    return createHash("sha1")
      .update(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"))
      .digest("hex");
  }

  toRange({ span }: TextEdit): { start: LinePosition; end: LinePosition } {
    return { start: this.#at(this.#text, span.start), end: this.#at(this.#text, span.end) };
  }

  toConflicts({ conflicts, edits }: SyncResult): PlannedPage["conflicts"] {
    const after = TextDocument.create("", "markdown", 0, applyEdits(this.#text.getText(), edits));
    return conflicts.map(({ message, span }) => ({
      message,
      position: this.#at(after, span.start + growthBefore(edits, span.start)),
    }));
  }

  /** The lines that differ. */
  toLinkChanges(newText: string): SyncChange[] {
    const changes: SyncChange[] = [];
    let position = 0;
    let last: { start: number; end: number; newText: string } | undefined;
    const finish = (): void => {
      if (last === undefined) return;
      const range = this.toRange({ span: last, newText: "" });
      changes.push({ kind: "links", ...range, newText: last.newText, isOrigin: false });
      last = undefined;
    };
    for (const { value, added, removed } of diffLines(this.#text.getText(), newText)) {
      if (added || removed) {
        last ??= { start: position, end: position, newText: "" };
        if (added) last.newText += value;
        else last.end += value.length;
      } else finish();
      if (!added) position += value.length;
    }
    finish();
    return changes;
  }

  #at(text: TextDocument, offset: number): LinePosition {
    const { line, character }: Position = text.positionAt(offset);
    return { line, character: this.#isMarked && line === 0 && character > 0 ? character - 1 : character };
  }
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
