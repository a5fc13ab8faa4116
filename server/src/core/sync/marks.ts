import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import { hasVariable } from "./merge-variables.ts";
import type { Token } from "./tokens.ts";

/** Why a segment needs a person. */
export type MarkKind =
  /** Its English changed; the translation is that of the old English. */
  | "changed"
  /** It is not translated yet: English stands there. */
  | "new"
  /** Its translation was taken from another place with the same English. */
  | "reused";

/** A mark that a sync left in a page. */
export interface Mark {
  readonly kind: MarkKind;
  /** UTF-16 offset in the text without marks. */
  readonly offset: number;
}

/** A page's text with its marks taken out. */
export interface Unmarked {
  readonly text: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** The offset in the page that an offset of `text` stands for. At a mark: behind it. */
  readonly toMarked: (offset: number) => number;
}

const MARK_START = "<!--lockstep:";
const WHOLE_MARK = /^<!--lockstep:(changed|new|reused)-->$/;

/** A mark, as it follows the text of a segment: an HTML comment, which no reader sees. */
export function markFor(kind: MarkKind): string {
  return `<!--lockstep:${kind}-->`;
}

/** Where the marks stand in the body of a page, in page order. In code, they are text about marks. */
export function marksIn(document: Document): Span[] {
  const { text } = document;
  // Most pages have none, and to know what is a comment, their Markdown has to be scanned.
  if (!text.includes(MARK_START)) return [];
  return document.structure.comments
    .map(({ span }) => span)
    .filter(({ start, end }) => WHOLE_MARK.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

/** Takes the marks out of a page. */
export function takeMarks(document: Document): Unmarked {
  const page = document.text;
  const marks: Mark[] = [];
  /** How much was taken out up to each mark, with it. */
  const removed: number[] = [];
  let text = "";
  let position = 0;
  for (const { start, end } of marksIn(document)) {
    text += page.slice(position, start);
    marks.push({ kind: WHOLE_MARK.exec(page.slice(start, end))?.[1] as MarkKind, offset: text.length });
    removed.push((removed.at(-1) ?? 0) + end - start);
    position = end;
  }
  text += page.slice(position);
  const toMarked = (offset: number): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle] as Mark).offset <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (low === 0 ? 0 : (removed[low - 1] as number));
  };
  return { text, marks, toMarked };
}

/**
 * The pieces of a page in page order, with marks that belong to no segment put back where they stood: what they say is
 * no less true there. A piece between segments takes those in it and at its end.
 */
export function withMarks(tokens: readonly Token[], marks: readonly Mark[]): readonly Token[] {
  if (marks.length === 0) return tokens;
  let nth = 0;
  return tokens.map((token, at) => {
    if (token.segment !== undefined) return token;
    const { start, end } = token.span;
    let text = "";
    let position = start;
    const isLast = at === tokens.length - 1;
    for (let mark = marks[nth]; mark !== undefined && (mark.offset <= end || isLast); mark = marks[nth]) {
      const offset = Math.min(Math.max(mark.offset, start), end);
      text += token.text.slice(position - start, offset - start) + markFor(mark.kind);
      position = offset;
      nth += 1;
    }
    if (text === "") return token;
    text += token.text.slice(position - start);
    // A picture is the same, marked or not.
    return { ...token, text, key: hasVariable(token.text) ? token.key : text };
  });
}

/** Whether a mark says at this place that what stands before it is not translated, or that its English changed. */
export function hasMarkAt(page: string, offset: number): boolean {
  if (!page.startsWith(MARK_START, offset)) return false;
  return page.startsWith(markFor("changed"), offset) || page.startsWith(markFor("new"), offset);
}

/** Whether a mark in a stretch of a page, or right behind it, says that it waits for a translator. */
export function isMarked(page: string, { start, end }: Span): boolean {
  if (hasMarkAt(page, end)) return true;
  const text = page.slice(start, end);
  return text.includes(MARK_START) && (text.includes(markFor("changed")) || text.includes(markFor("new")));
}
