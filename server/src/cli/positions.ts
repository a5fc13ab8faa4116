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
