import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../core/text/span.ts";

/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns spans of one text into ranges. Lines are counted once. */
export function rangesOf(text: string): (span: Span) => Range {
  const document = TextDocument.create("", "", 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/**
 * Turns ranges of one text into the lines that they start and end in, the last line's end left out. The same lines are
 * the same string, however many ranges there are in them.
 */
export function linesOf(text: string): (range: Range) => string {
  const document = TextDocument.create("", "", 0, text);
  const known = new Map<string, string>();
  return ({ start, end }) => {
    const key = `${start.line}-${end.line}`;
    const lines = known.get(key) ?? linesBetween(document, start.line, end.line);
    known.set(key, lines);
    return lines;
  };
}

function linesBetween(document: TextDocument, first: number, last: number): string {
  const start = { line: first, character: 0 };
  const end = { line: last + 1, character: 0 };
  return document.getText({ start, end }).replace(/\r?\n$/, "");
}
