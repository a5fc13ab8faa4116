import type { Document } from "../document/document.ts";
import type { Fix } from "../rules/rule.ts";
import { lineAt } from "../text/lines.ts";
import { textAt } from "../text/span.ts";
import type { MatchedBlock } from "./compare-structure.ts";
import { UNTRANSLATED_MARK, withLineEndsOf } from "./insert-english.ts";
import type { LostRows } from "./lost-rows.ts";

/** Puts English rows into a translated table, each with a mark in its last cell. */
export function insertRows(
  document: Document,
  english: Document,
  { target }: MatchedBlock,
  { rows, after }: LostRows,
): Fix {
  // The row of dashes has no cells of its own: it is the line below the header.
  const header = target.table?.headerCells[0]?.start ?? target.span.start;
  const dashes = lineAt(document.text, document.text.indexOf("\n", header) + 1);
  const at = after === undefined ? dashes.end : lineAt(document.text, after.span.end).end;
  const prefix = target.prefix.replace(/[^>\s]/g, " ");
  const lines = rows.map((row) => {
    const end = (row.cells.at(-1)?.end ?? row.span.end) - row.span.start;
    const written = textAt(english.text, row.span);
    return `\n${prefix}${written.slice(0, end)} ${UNTRANSLATED_MARK}${written.slice(end)}`;
  });
  return {
    title: rows.length === 1 ? "Insert the English row" : `Insert the ${rows.length} English rows`,
    edits: [{ span: { start: at, end: at }, newText: withLineEndsOf(document, lines.join("")) }],
    isPreferred: true,
  };
}
