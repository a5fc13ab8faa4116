import type { MarkupProblem, Segment } from "./segment.ts";

// The id is anchored on equality, and no half may hold the start of another pair: literal `<span>` text is content.
const PAIR =
  /<span data-ttu-id="([^"<>\s]{1,40})">((?:(?!<span data-[ts]tu-id=)[^])*?)<\/span><span class="sxs-lookup"><span data-stu-id="([^"<>\s]{1,40})">((?:(?!<span data-[ts]tu-id=)[^])*?)<\/span><\/span>/g;

/** Finds the side-by-side pairs of a page's body. Total: any text gives a result. */
export function scanSegments(text: string, bodyStart: number): { segments: Segment[]; problems: MarkupProblem[] } {
  const segments: Segment[] = [];
  const scan = new RegExp(PAIR);
  scan.lastIndex = bodyStart;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [whole, id = "", target = "", sourceId = "", source = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    const idStart = start + '<span data-ttu-id="'.length;
    const targetStart = idStart + id.length + '">'.length;
    const sourceEnd = end - "</span></span>".length;
    const sourceStart = sourceEnd - source.length;
    const sourceIdEnd = sourceStart - '">'.length;
    segments.push({
      id,
      idSpan: { start: idStart, end: idStart + id.length },
      sourceId,
      sourceIdSpan: { start: sourceIdEnd - sourceId.length, end: sourceIdEnd },
      span: { start, end },
      targetSpan: { start: targetStart, end: targetStart + target.length },
      target,
      sourceSpan: { start: sourceStart, end: sourceEnd },
      source,
      isDamaged: false,
    });
  }
  return { segments, problems: [] };
}
