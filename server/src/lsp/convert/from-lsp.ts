import type { Position, Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../core/text/span.ts";

/** The UTF-16 offset of a position. */
export function fromPosition(text: TextDocument, position: Position): number {
  return text.offsetAt(position);
}

/** The span of a range, in UTF-16 offsets. */
export function fromRange(text: TextDocument, { start, end }: Range): Span {
  return { start: text.offsetAt(start), end: text.offsetAt(end) };
}
