import type { Document } from "../document/document.ts";
import { findMarks } from "../sync/find-marks.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** One step for all translations of a page that a sync took from elsewhere. */
export interface AcceptReused {
  /** An imperative, no full stop. */
  readonly title: string;
  /** In page order, not overlapping. */
  readonly edits: readonly TextEdit[];
}

/** Accepts all reused translations of a page, where the selection touches one of several. `undefined`: it does not. */
export function findAcceptReused(document: Document, selection: Span): AcceptReused | undefined {
  const reused = findMarks(document).filter(({ kind }) => kind === "reused");
  const isTouched = reused.some(
    ({ span, markSpan }) => span.start <= selection.end && selection.start <= markSpan.end,
  );
  if (!isTouched || reused.length < 2) return undefined;
  return {
    title: `Accept all ${reused.length} reused translations of this page`,
    edits: reused.map(({ markSpan }) => ({ span: markSpan, newText: "" })),
  };
}
