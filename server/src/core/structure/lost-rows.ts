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

  const isSame = (nth: number, inEnglish: number): number =>
    localized[nth] !== "" && localized[nth] === english[inEnglish] ? 1 : 0;
  // How many rows are the same where the first `at` stand in front of the lost ones.
  let same = localized.reduce((sum, _, nth) => sum + isSame(nth, nth + lost), 0);
  let best = { at: 0, same };
  let isTie = false;
  for (let at = 1; at <= localized.length; at++) {
    same += isSame(at - 1, at - 1) - isSame(at - 1, at - 1 + lost);
    if (same > best.same) {
      best = { at, same };
      isTie = false;
    } else if (same === best.same) isTie = true;
  }
  if (isTie) return undefined;
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
