import type { Segment } from "./segment.ts";
import { CANDIDATE, END_TAG, seamMarkup } from "./tags.ts";

const OPENER_HEAD = '<span data-ttu-id="';
const OPENER = /<span data-ttu-id="[\w.-]{1,24}">/y;
/** What surrounds the id in the markup between the halves. */
const [SEAM_HEAD, SEAM_TAIL] = seamMarkup("\n").split("\n") as [string, string];
const CLOSE = END_TAG + END_TAG;

/**
 * Reads the usual page, all of whose side-by-side markup is as the pipeline writes it, several times faster than the
 * reader that tolerates damage, with the same result. `undefined`: the page holds any other span or damage, and this
 * function says nothing about it.
 */
export function readPlainSegments(text: string, from: number): Segment[] | undefined {
  const segments: Segment[] = [];
  const candidates = new RegExp(CANDIDATE);
  candidates.lastIndex = from;
  while (candidates.test(text)) {
    const start = candidates.lastIndex - "<span".length;
    OPENER.lastIndex = start;
    if (!OPENER.test(text)) return undefined;
    const targetStart = OPENER.lastIndex;
    const idStart = start + OPENER_HEAD.length;
    const idEnd = targetStart - SEAM_TAIL.length;
    const id = text.slice(idStart, idEnd);

    candidates.lastIndex = targetStart;
    if (!candidates.test(text)) return undefined;
    const seamStart = candidates.lastIndex - "</span".length;
    const sourceIdStart = seamStart + SEAM_HEAD.length;
    const sourceIdEnd = sourceIdStart + id.length;
    const isSeam =
      text.startsWith(SEAM_HEAD, seamStart) &&
      text.startsWith(id, sourceIdStart) &&
      text.startsWith(SEAM_TAIL, sourceIdEnd);
    if (!isSeam) return undefined;
    const sourceStart = sourceIdEnd + SEAM_TAIL.length;

    candidates.lastIndex = sourceStart;
    if (!candidates.test(text)) return undefined;
    const closeStart = candidates.lastIndex - "</span".length;
    if (!text.startsWith(CLOSE, closeStart)) return undefined;
    const end = closeStart + CLOSE.length;
    candidates.lastIndex = end;
    segments.push({
      id,
      idSpan: { start: idStart, end: idEnd },
      sourceId: id,
      sourceIdSpan: { start: sourceIdStart, end: sourceIdEnd },
      span: { start, end },
      targetSpan: { start: targetStart, end: seamStart },
      target: text.slice(targetStart, seamStart),
      sourceSpan: { start: sourceStart, end: closeStart },
      source: text.slice(sourceStart, closeStart),
      isDamaged: false,
    });
  }
  return segments;
}
