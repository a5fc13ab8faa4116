import type { RawBlock } from "../markdown/raw-block.ts";

const ALMOST_HEADING = /^#{1,6}(?![#\s])/;
/** The row of dashes below a header. */
const DASHES = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t\r]*$/;

/** What a block was before a slip made a paragraph of it: `##Title`, a table with one cell too many in its header. */
export function meantKind(kind: RawBlock["kind"], text: string): RawBlock["kind"] {
  if (kind !== "paragraph") return kind;
  if (ALMOST_HEADING.test(text)) return "heading";
  const [header = "", dashes = ""] = text.split("\n", 2);
  return header.includes("|") && DASHES.test(dashes) ? "table" : kind;
}
