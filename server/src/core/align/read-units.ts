import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { RawBlock } from "../markdown/raw-block.ts";
import { scanBlocks } from "../markdown/scan-blocks.ts";
import { slugOf } from "../markdown/slug.ts";
import { linesOf } from "../markdown/stretches.ts";
import { cellsOf } from "../markdown/table-row.ts";
import { type Passage, passagesOf } from "../segments/find-passages.ts";
import { shift, type Span } from "../text/span.ts";
import { type EndMark, endMarkOf } from "./sentence-ends.ts";
import { type Features, TokenizedText } from "./tokens.ts";

/** What is lined up as a whole: a block, or a row of a table. */
export interface Unit {
  readonly kind: RawBlock["kind"] | "row";
  readonly level: number;
  /** Enclosing containers, from the outside in. */
  readonly containers: string;
  readonly text: string;
  /** UTF-16 offsets into the page. */
  readonly span: Span;
  readonly features: Features;
  readonly end: EndMark;
  /** What is translated in it. Nothing in code. */
  readonly passages: readonly Passage[];
  /** Of a row: the column of each passage, `columnCount` for what is in none. */
  readonly columns: readonly number[] | undefined;
  readonly columnCount: number;
}

const unitsOf = new Attached<Document, readonly Unit[]>();

/** The units of a page, in order. */
export function readUnits(document: Document): readonly Unit[] {
  const known = unitsOf.get(document);
  if (known !== undefined) return known;
  const units = cutUnits(document);
  unitsOf.set(document, units);
  return units;
}

function cutUnits({ text, frontMatter, structure }: Document): Unit[] {
  const bodyStart = frontMatter?.span.end ?? 0;
  const headings = new Map(structure.headings.map((heading) => [heading.span.start, heading]));
  const body = text.slice(bodyStart);
  return scanBlocks(body).flatMap((raw) => {
    const passages = passagesOf(text, bodyStart, body, raw);
    if (raw.kind === "table") return rowsOf(text, bodyStart, linesOf(body, raw), raw, passages);
    const span = shift(raw.span, bodyStart);
    const heading = headings.get(span.start);
    const names = heading === undefined ? [] : [slugOf(heading.text), ...heading.anchorNames];
    return [toUnit(text, raw, raw.kind, span, passages, names)];
  });
}

function rowsOf(
  page: string,
  bodyStart: number,
  lines: readonly Span[],
  block: RawBlock,
  passages: readonly Passage[],
): Unit[] {
  let next = 0;
  // The second line is the row of dashes.
  return lines.flatMap((line, nth) => {
    if (nth === 1) return [];
    const row = shift(line, bodyStart);
    const cells = cellsOf(page, row);
    const inRow: Passage[] = [];
    const columns: number[] = [];
    let column = 0;
    for (; next < passages.length; next++) {
      const passage = passages[next] as Passage;
      const { start } = passage.flow.originOfSpan(passage.span);
      if (start > row.end) break;
      inRow.push(passage);
      while ((cells[column]?.end ?? start) < start) column += 1;
      columns.push(column);
    }
    return [{ ...toUnit(page, block, "row", row, inRow), columns, columnCount: cells.length }];
  });
}

function toUnit(
  page: string,
  block: RawBlock,
  kind: Unit["kind"],
  span: Span,
  passages: readonly Passage[],
  anchors: readonly string[] = [],
): Unit {
  const text = page.slice(span.start, span.end);
  return {
    kind,
    level: block.level,
    containers: block.containers.join(),
    text,
    span,
    features:
      kind === "code"
        ? codeFeatures(text)
        : new TokenizedText(text).wholeWith(anchors.map((name) => `a:${name}`)),
    end: endMarkOf(text),
    passages,
    columns: undefined,
    columnCount: 0,
  };
}

/** Code is not translated: the same block stands on both sides, or another version of it. */
function codeFeatures(text: string): Features {
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const tokens = new Map<string, number>([[`b:${lines.join("\n")}`, 1]]);
  return { tokens, words: new Set(lines), length: text.length };
}
