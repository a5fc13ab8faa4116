import { type AlignedSegment, alignDocuments } from "../../../server/src/core/align/align-documents.ts";
import { CERTAIN } from "../../../server/src/core/align/confidence.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";

/** What the localization pipeline writes into the header of a page. */
export const HEADER = "---\nms.translationtype: MT\n---\n";

export function align(page: string, english: string): readonly AlignedSegment[] {
  return alignDocuments(parseDocument(HEADER + page), parseDocument(english));
}

/** One line for each aligned segment: `English => translation`, `?` for one that no rule trusts, `-` for a missing side. */
export function alignedLines(page: string, english: string): string[] {
  return align(page, english).map(({ source, target, confidence }) => {
    const isGuess = source !== undefined && target !== undefined && confidence < CERTAIN;
    return `${isGuess ? "? " : ""}${source?.text ?? "-"} => ${target?.text ?? "-"}`;
  });
}
