import type { Document } from "../document/document.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import type { Table, TableRow } from "../markdown/structure.ts";
import { textAt } from "../text/span.ts";

/** A table with the page that it stands in. */
export interface PlacedTable {
  readonly document: Document;
  readonly table: Table;
}

/** Rows of an English table that its translation lacks. */
export interface LostRows {
  readonly rows: readonly TableRow[];
  /** The translated row that they follow. `undefined`: they are the first. */
  readonly after: TableRow | undefined;
}

/**
 * Finds the rows that are missing: one run of them, told by what surrounds it. Rows are known by their code, their
 * links and their names. `undefined`: more than that is different, or nothing says which rows they are.
 */
export function findLostRows(source: PlacedTable, target: PlacedTable): LostRows | undefined {
  const english = source.table.rows.map((row) => keyOf(source.document, row));
  const localized = target.table.rows.map((row) => keyOf(target.document, row));
  const lost = english.length - localized.length;
  if (lost <= 0) return undefined;

  let best: { at: number; same: number } | undefined;
  let isTie = false;
  for (let at = 0; at <= localized.length; at++) {
    const same = localized.filter(
      (key, nth) => key !== "" && key === english[nth < at ? nth : nth + lost],
    ).length;
    if (best === undefined || same > best.same) {
      best = { at, same };
      isTie = false;
    } else if (same === best.same) isTie = true;
  }
  if (best === undefined || isTie) return undefined;
  return {
    rows: source.table.rows.slice(best.at, best.at + lost),
    after: target.table.rows[best.at - 1],
  };
}

function keyOf({ text }: Document, { cells }: TableRow): string {
  const row = cells.map((cell) => textAt(text, cell)).join(" ");
  const { codeSpans, links } = scanInline(row);
  const parts = [...codeSpans.map(({ content }) => content), ...links.map(({ target }) => target ?? "")];
  return parts.sort().join(" ");
}
