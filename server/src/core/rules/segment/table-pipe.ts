import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import type { Half } from "../../compare/pairs/half.ts";
import type { Comparison } from "../../compare/pairs/pair-list.ts";
import { inTarget, PIPE } from "../../compare/pairs/traits.ts";
import type { Document } from "../../document/document.ts";
import { lineAt } from "../../text/lines.ts";
import { findAt, type Span } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** A table is split at every `|` without a backslash, even inside code: the rest of the row moves one column on. */
export const tablePipe = defineRule({
  id: "segment/table-pipe",
  summary: "A translation inside a table adds no `|` that would split its cell.",
  severity: "error",
  check: (context) =>
    comparePairs(context, addedPipes, function* (pair, { pipes, english }) {
      if (!isInTable(context.document, pair)) return;
      const spans = pipes.map((offset) => toPageSpan(pair, { start: offset, end: offset + 1 }));
      const edits = english === 0 ? spans.map((span) => ({ span, newText: "\\|" })) : [];
      yield {
        span: spans[0] ?? pair.span,
        message: "`|` is not in the English and splits the table cell here. Write `\\|`.",
        ...(edits.length > 0 && {
          fixes: [{ title: "Write `\\|`", edits, isPreferred: true, isSafe: true }],
        }),
      };
    }),
});

/** The pipes of a translation with more of them than its English: `english` says how many that has. */
interface AddedPipes {
  readonly pipes: readonly number[];
  readonly english: number;
}

/** The backslash before it, if any, is itself the second of two. */
const MAY_BE_PIPE = /(?<!(?<!\\)\\)\|/;

const addedPipes: Comparison<AddedPipes> = {
  needs: inTarget(PIPE),
  mayFind: (_target, _source, _traits, { target }) => MAY_BE_PIPE.test(target),
  find: findAddedPipes,
};

function findAddedPipes({ text }: Half, source: Half): AddedPipes | undefined {
  const pipes = findPipes(text);
  const english = findPipes(source.text).length;
  return pipes.length > english ? { pipes, english } : undefined;
}

function findPipes(text: string): number[] {
  return [...text.matchAll(/\\.|\|/gs)].filter(([found]) => found === "|").map(({ index }) => index);
}

const ROW_START = /^[\s>]*\|/;
const DELIMITER_ROW = /^[\s>]*\|?\s*:?-+:?\s*\|[\s|:-]*$/;
/** More than the beginning of a line tells nothing more. */
const ENOUGH = 1000;

/** A pipe too many in the header keeps the table from being one: then the lines tell. */
function isInTable({ text, structure }: Document, { span }: ComparablePair): boolean {
  if (findAt(structure.tables, span.start, (table) => table.span) !== undefined) return true;
  const line = lineAt(text, span.start);
  const next = lineAt(text, Math.min(text.length, text.indexOf("\n", line.end) + 1 || text.length));
  const beginning = ({ start, end }: Span): string => text.slice(start, Math.min(end, start + ENOUGH));
  return ROW_START.test(beginning(line)) || DELIMITER_ROW.test(beginning(next));
}
