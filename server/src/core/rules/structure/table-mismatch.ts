import type { Document } from "../../document/document.ts";
import {
  type MatchedBlock,
  type StructureComparison,
  whereCompared,
} from "../../structure/compare-structure.ts";
import { findingsOfGaps, firstLineOf } from "../../structure/findings-of-gaps.ts";
import { type LostRows, findLostRows } from "../../structure/lost-rows.ts";
import { insertRows } from "../../structure/insert-rows.ts";
import type { Table, TableRow } from "../../markdown/structure.ts";
import { findAt, textAt } from "../../text/span.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";
import { counted } from "../../text/counted.ts";

/** One pipe too many or too few, and a table is a heap of lines. */
export const tableMismatch = defineRule({
  id: "structure/table-mismatch",
  summary: "A page has the tables of its English page, with as many rows and columns.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findDifferences),
});

function* findDifferences(context: RuleContext, { source, matched }: StructureComparison): Iterable<Finding> {
  yield* findingsOfGaps(context, "table");
  for (const pair of matched) yield* checkTable(context, source.document, pair);
}

function* checkTable({ document }: RuleContext, english: Document, pair: MatchedBlock): Iterable<Finding> {
  const source = pair.source.table;
  const { table } = pair.target;
  if (source === undefined) return;
  if (table === undefined) {
    yield { span: firstLineOf(document, pair.target), message: brokenTable(source) };
    return;
  }
  if (source.columnCount !== table.columnCount) {
    yield {
      span: firstLineOf(document, pair.target),
      message: `The table has ${counted(table.columnCount, "column", "columns")}, the English one has ${source.columnCount}.`,
    };
    return;
  }
  if (source.rows.length !== table.rows.length) yield otherRows(document, english, pair, source, table);
  else yield* checkCells(document, source, table);
}

function brokenTable({ columnCount }: Table): string {
  return `This is no table, in the English page it is one with ${counted(columnCount, "column", "columns")}; its header and the dashes below need as many cells.`;
}

function otherRows(
  document: Document,
  english: Document,
  pair: MatchedBlock,
  source: Table,
  table: Table,
): Finding {
  const lost = findLostRows({ document: english, table: source }, { document, table });
  const wrong =
    lost?.after ?? table.rows.find(({ cells }, nth) => cells.length !== source.rows[nth]?.cells.length);
  const span = wrong?.span ?? firstLineOf(document, pair.target);
  const where = lost === undefined ? "" : ` ${describe(lost)}`;
  return {
    span,
    message: `The table has ${counted(table.rows.length, "row", "rows")}, the English one has ${source.rows.length}.${where}`,
    ...(lost !== undefined && { fixes: [insertRows(document, english, pair, lost)] }),
  };
}

function describe({ rows, after }: LostRows): string {
  const lines = rows.length === 1 ? "One is missing" : `${rows.length} are missing`;
  return after === undefined ? `${lines} at the top.` : `${lines} after this one.`;
}

function* checkCells(document: Document, source: Table, table: Table): Iterable<Finding> {
  for (const [nth, row] of table.rows.entries()) {
    const expected = source.rows[nth]?.cells.length ?? 0;
    if (row.cells.length === expected || hasPipeInSegment(document, row)) continue;
    yield {
      span: row.span,
      message: `The row has ${counted(row.cells.length, "cell", "cells")}, the English one has ${expected}.`,
    };
  }
}

/** A pipe that a translation added is a finding of its own. */
function hasPipeInSegment({ segments, text }: Document, { cells }: TableRow): boolean {
  return cells.some((cell) => {
    const segment = findAt(segments, cell.start, (each) => each);
    return (
      segment !== undefined && segment.target.includes("|") && textAt(text, segment.targetSpan).includes("|")
    );
  });
}
