import type { Position, Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../core/text/span.ts";

export function fromPosition(text: TextDocument, position: Position): number {
  return text.offsetAt(position);
}

export function fromRange(text: TextDocument, { start, end }: Range): Span {
  return { start: text.offsetAt(start), end: text.offsetAt(end) };
}
