import type { SyncEdit } from "../sync/sync.ts";
import type { TextEdit } from "../text/edit.ts";

/** An edit as it stands after some more; `start` and `end` count in the text before all of them. */
type Change = Omit<SyncEdit, "span"> & SyncEdit["span"];

/**
 * The edits of a sync, and edits of its result on top, as edits of the page as it was. `later` are offsets into the
 * text after `edits`; neither list overlaps in itself. What both touch becomes one edit.
 */
export function composeEdits(
  page: string,
  edits: readonly SyncEdit[],
  later: readonly TextEdit[],
): SyncEdit[] {
  const changes = inOrder(edits).map(({ span, ...rest }) => ({ ...rest, ...span }));
  // From the end, so that what comes before keeps its place.
  for (const edit of [...inOrder(later)].reverse()) change(page, changes, edit);
  return changes.map(({ start, end, ...rest }) => ({ ...rest, span: { start, end } }));
}

function inOrder<T extends TextEdit>(edits: readonly T[]): T[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function change(page: string, changes: Change[], { span, newText }: TextEdit): void {
  let first = 0;
  let delta = 0;
  for (; first < changes.length; first += 1) {
    const { start, end, newText: text } = changes[first] as Change;
    if (start + delta + text.length > span.start) break;
    delta += text.length - (end - start);
  }
  let after = first;
  let deltaAfter = delta;
  for (; after < changes.length; after += 1) {
    const { start, end, newText: text } = changes[after] as Change;
    if (start + deltaAfter >= span.end) break;
    deltaAfter += text.length - (end - start);
  }
  const touched = changes.slice(first, after);
  const start = Math.min(span.start - delta, touched[0]?.start ?? Infinity);
  const end = Math.max(span.end - deltaAfter, touched.at(-1)?.end ?? 0);
  const written = write(page, touched, start, end);
  const at = span.start - (start + delta);
  changes.splice(first, after - first, {
    ...(touched[0] ?? { kind: "carried" }),
    start,
    end,
    newText: written.slice(0, at) + newText + written.slice(at + span.end - span.start),
  });
}

/** The stretch of a page with the changes in it made. */
function write(page: string, changes: readonly Change[], from: number, to: number): string {
  let text = "";
  let position = from;
  for (const { start, end, newText } of changes) {
    text += page.slice(position, start) + newText;
    position = end;
  }
  return text + page.slice(position, to);
}
