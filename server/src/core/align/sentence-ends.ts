import { scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";

/** A place in a translation where one segment may end and the next start. */
export interface Boundary {
  /** Where the earlier one ends: UTF-16 offset. */
  readonly end: number;
  /** Where the later one starts, blanks skipped. */
  readonly start: number;
  /** What it costs to cut here. */
  readonly cut: number;
  /** What it costs not to. */
  readonly join: number;
}

/** A text as long as it was, with code blotted out by `CODE`, and tags and link targets by `MARKUP`. */
export class PlainText {
  readonly text: string;
  /** Code, link texts and tags: a segment ends in none of them. In order, apart from each other. */
  readonly opaque: readonly Span[];

  constructor(text: string) {
    const { links, codeSpans, htmlTags, comments } = scanInline(text);
    const blots: { span: Span; by: string }[] = codeSpans.map(({ span }) => ({ span, by: CODE }));
    for (const { span } of [...htmlTags, ...comments]) blots.push({ span, by: MARKUP });
    for (const { span, textSpan } of links) {
      if (textSpan === undefined) blots.push({ span, by: CODE });
      else {
        blots.push({ span: { start: textSpan.end, end: span.end }, by: MARKUP });
        blots.push({ span: { start: span.start, end: textSpan.start }, by: MARKUP });
      }
    }
    this.text = blot(text, blots);
    this.opaque = merge([...links, ...codeSpans, ...htmlTags, ...comments].map(({ span }) => span));
  }
}

const CODE = "\u0001";
const MARKUP = "\u0002";

function blot(text: string, blots: { span: Span; by: string }[]): string {
  let result = "";
  for (const { span, by } of blots.sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(result.length, span.start);
    if (span.end <= start) continue;
    result += text.slice(result.length, start) + by.repeat(span.end - start);
  }
  return result + text.slice(result.length);
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

// End marks of all scripts, by Unicode's Sentence_Terminal, with what may close behind them. French has a blank
// before its closing quotation marks.
const END = String.raw`[\p{Sentence_Terminal}…](?:[\u00A0\u202F ]?[\p{Pf}\p{Pe}]|["'“*_~\u0002])*`;
const ENDS = new RegExp(`${END}$`, "u");
/** Code, links and markers that machine translation leaves behind the sentence that they belong to. */
const ENDS_WITH_REST = new RegExp(String.raw`${END}(?:\s|[\u0001\u0002*_()（）[\]、，,：:]|&\w+;)+$`, "u");
const ENDS_WIDE = /[。！？｡।॥]["'”’」』）》*_\u0002]*$/;
const CANDIDATE = /[。！？｡।॥]["'”’」』）》*_\u0002]*(?=[^\s"'”’」』）》*_\u0002。！？])|\s+/gu;
/** Nothing that a segment starts with: closing marks, and those that French puts a blank before. */
const NEVER_FIRST = /^[\p{Pf}\p{Pe}:;!?,.%：；！？，。、]/u;
/** Scripts that write no blanks between words: a blank between two letters is there for some reason. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** And those that have a blank where others have an end mark. */
const BLANK_ENDS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const LOOK_BACK = 60;

/** How sure an end is, as costs: see `Boundary`. */
const COSTS = {
  wide: { cut: 0, join: 4 },
  wideAfterEmphasis: { cut: 0.2, join: 1.5 },
  end: { cut: 0.2, join: 2 },
  endBeforeSmallLetter: { cut: 2, join: 0.3 },
  unspacedWide: { cut: 0.5, join: 1 },
  unspacedWideAmongSpaced: { cut: 8, join: 0 },
  rest: { cut: 2.5, join: 0.2 },
  blankEnd: { cut: 1.5, join: 0.5 },
  oddBlank: { cut: 4, join: 0 },
  emphasis: { cut: 5, join: 0 },
  colon: { cut: 5, join: 0.1 },
  blankBeforeCapital: { cut: 8, join: 0 },
  blank: { cut: 12, join: 0 },
} as const;

/**
 * The places where a translation may be cut into segments. The pipeline puts a blank between two segments of a block
 * also where the language has none (measured on 153,584 pairs), so a blank behind an end mark is nearly certain, an
 * end mark without blank is likely to stand inside a segment, and a blank alone ends a segment that has no end mark.
 */
export function findBoundaries({ text, opaque }: PlainText, spacesSegments: boolean): Boundary[] {
  const boundaries: Boundary[] = [];
  let next = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const isBlank = /^\s/.test(match[0]);
    const end = isBlank ? match.index : match.index + match[0].length;
    const start = match.index + match[0].length;
    while (next < opaque.length && (opaque[next] as Span).end <= end) next += 1;
    const around = opaque[next];
    if (around !== undefined && around.start < end && end < around.end) continue;
    if (end === 0 || start === text.length) continue;
    const costs = isBlank ? costsAtBlank(text, end, start) : costsWithoutBlank(spacesSegments);
    if (costs !== undefined) boundaries.push({ end, start, ...costs });
  }
  return boundaries;
}

function costsWithoutBlank(spacesSegments: boolean): Pick<Boundary, "cut" | "join"> {
  return spacesSegments ? COSTS.unspacedWideAmongSpaced : COSTS.unspacedWide;
}

function costsAtBlank(text: string, end: number, start: number): Pick<Boundary, "cut" | "join"> | undefined {
  const before = text.slice(Math.max(0, end - LOOK_BACK), end);
  const after = text.slice(start, start + 2);
  if (NEVER_FIRST.test(after)) return undefined;
  if (ENDS_WIDE.test(before)) return /[*_]$/.test(before) ? COSTS.wideAfterEmphasis : COSTS.wide;
  // `e.g. like this`: a small letter goes on with the sentence.
  if (ENDS.test(before)) return /^\p{Ll}/u.test(after) ? COSTS.endBeforeSmallLetter : COSTS.end;
  if (ENDS_WITH_REST.test(before)) return COSTS.rest;
  const last = before.slice(-1);
  if (BLANK_ENDS.test(last) && BLANK_ENDS.test(after)) return COSTS.blankEnd;
  if (UNSPACED.test(last) && UNSPACED.test(after.charAt(0))) return COSTS.oddBlank;
  if (/[*_]$/.test(before)) return COSTS.emphasis;
  if (/[:：;；]$/.test(before)) return COSTS.colon;
  return /^\p{Lu}/u.test(after) ? COSTS.blankBeforeCapital : COSTS.blank;
}

/** Ends that tell nothing of a page's habit are too few. */
const LEAST_ENDS = 8;

/**
 * Whether a page puts a blank behind full-width end marks that end a segment. So do all pages that the pipeline made;
 * those that it did not are told by having none.
 */
export function spacesSegments(page: string, isFromPipeline: boolean): boolean {
  if (/[。！？]["'”’」』）*]* +(?=\S)/.test(page)) return true;
  const unspaced = page.match(/[。！？](?=[^\s"'”’」』）》*_。！？])/g)?.length ?? 0;
  return isFromPipeline && unspaced < LEAST_ENDS;
}

/** What a sentence ends with. Translations keep it. */
export type EndMark = "question" | "exclamation" | "colon" | "stop" | "none";

export function endMarkOf(plain: string): EndMark {
  const tail = plain.slice(-LOOK_BACK).replace(/(?:\s|[\p{Pf}\p{Pe}"'“*_~\u0002])+$/u, "");
  const mark = tail.slice(-1);
  if (/[?？؟⸮\u037E፧]/.test(mark)) return "question";
  if (/[!！]/.test(mark)) return "exclamation";
  if (/[:：]/.test(mark)) return "colon";
  return /[\p{Sentence_Terminal}…]/u.test(mark) ? "stop" : "none";
}
