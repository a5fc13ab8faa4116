import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import { cutPassage } from "./cut-passage.ts";
import { cutSentences } from "./cut-sentences.ts";
import { isWrapped, type SourceSegment } from "./cut-source.ts";
import { findFlows, type PassageFlow } from "./find-passages.ts";

/** A segment of an English page with the number that the pipeline gives it. */
export interface NumberedSource extends SourceSegment {
  /** What follows the prefix in its id: 103 for `45297-103`. Ids have three digits or four. */
  readonly number: number;
}

/**
 * Foretells the numbers of the segments that `cutSource` finds. They count the sentences of the page from 101: first
 * those of the title and the description, then those of the body, and among them some that are not wrapped.
 */
export function numberSegments(document: Document): NumberedSource[] {
  if (!isWrapped(document)) return [];
  const { text, frontMatter } = document;
  let number = FIRST_NUMBER + sentencesOfHeader(document);
  const numbered: NumberedSource[] = [];
  for (const flow of findFlows(text, frontMatter?.span.end ?? 0)) {
    for (const { segment, count } of readFlow(flow)) {
      if (segment !== undefined) numbered.push({ ...segment, number });
      number += count;
    }
  }
  return numbered;
}

const FIRST_NUMBER = 101;
/** The fields that are translated. */
const TRANSLATED_FIELDS = ["title", "description"];

function sentencesOfHeader({ frontMatter }: Document): number {
  return TRANSLATED_FIELDS.reduce((sum, key) => {
    const entry = findEntry(frontMatter, key);
    return sum + countSentences(entry === undefined ? undefined : textOf(entry));
  }, 0);
}

function countSentences(text: string | undefined): number {
  return text === undefined ? 0 : cutSentences(text).length;
}

/** Something that takes numbers: a segment one, an unwrapped text as many as it has sentences. */
interface Counted {
  readonly start: number;
  readonly count: number;
  readonly segment?: SourceSegment;
}

function readFlow({ flow, passages }: PassageFlow): Counted[] {
  const segments = passages.flatMap(cutPassage);
  const counted: Counted[] = segments.map((span) => ({
    start: span.start,
    count: 1,
    segment: { span: flow.originOfSpan(span), text: flow.text.slice(span.start, span.end) },
  }));
  let nth = 0;
  for (const silent of silentTexts(flow.text)) {
    while ((segments[nth]?.end ?? Infinity) <= silent.start) nth += 1;
    if ((segments[nth]?.start ?? Infinity) > silent.start) counted.push(silent);
  }
  return counted.sort((a, b) => a.start - b.start);
}

const DIRECTIVE_TEXT = /\balt-text="([^"\n]*)"/g;
/** `[//]: # (text)` */
const COMMENT = /^\s*\[\/\/\]:\s+#\s*[("'](.*)[)"']\s*$/;
/** `[label]: target`, `:heavy_check_mark:` or `[!x-z]` and nothing else. */
const SILENT_SENTENCE =
  /^\s*(?:\[(?!\/\/\])[^\]]+\]:\s.*|:[a-z0-9_+-]+:|\[!(?!include|video)[a-z][^[\]]*\])\s*$/i;

/** What takes numbers without being wrapped: alternative texts, above all; comments written as link definitions. */
function silentTexts(text: string): Counted[] {
  const counted: Counted[] = [];
  for (const { isImage, span, textSpan } of scanInline(text).links) {
    if (!isImage || textSpan === undefined) continue;
    counted.push({ start: span.start, count: countSentences(text.slice(textSpan.start, textSpan.end)) });
  }
  for (const { 0: found, 1: alternative, index } of text.matchAll(DIRECTIVE_TEXT)) {
    counted.push({ start: index + found.length, count: countSentences(alternative) });
  }
  const comment = COMMENT.exec(text)?.[1];
  if (comment !== undefined) counted.push({ start: 0, count: countSentences(comment) });
  if (SILENT_SENTENCE.test(text)) counted.push({ start: 0, count: 1 });
  return counted.sort((a, b) => a.start - b.start);
}
