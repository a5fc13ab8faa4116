import type { Document } from "../document/document.ts";
import { describeChange } from "../freshness/describe-change.ts";
import type { Suggestion } from "../memory/locale-memory.ts";
import type { TranslationMemory } from "../memory/translation-memory.ts";
import type { Segment } from "../segments/segment.ts";
import { findMarks, type PlacedMark } from "../sync/find-marks.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { escapeMarkdown, shorten, showMarkdown } from "./show-markdown.ts";
import { oneLine } from "../text/one-line.ts";

/** More than three nobody reads. */
const MOST_SUGGESTED = 3;
const LONGEST_TITLE = 80;
/** In a hover; both texts of all suggestions have to find room. */
const LONGEST_TEXT = 600;
/** So that 0.29 is 29 %. */
const ROUNDING = 1e-6;

/** A segment that a sync has marked as not translated, or as translated from another English. */
export interface WaitingSegment {
  readonly segment: Segment;
  readonly mark: PlacedMark;
}

/** The segments that wait for a translator and that a selection touches, marks included. A clean page has none. */
export function findWaiting(document: Document, selection: Span): readonly WaitingSegment[] {
  if (document.form !== "sxs") return [];
  const byTarget = new Map(document.segments.map((segment) => [segment.targetSpan.start, segment]));
  return findMarks(document).flatMap((mark): WaitingSegment[] => {
    const segment = byTarget.get(mark.span.start);
    if (segment === undefined || mark.kind === "reused" || mark.markSpan.start !== segment.span.end)
      return [];
    const whole = { start: segment.span.start, end: mark.markSpan.end };
    return selection.start <= whole.end && whole.start <= selection.end ? [{ segment, mark }] : [];
  });
}

/** Translations of similar English that could take the place of a segment's translation, the most similar first. */
export function suggestTranslations(
  memory: TranslationMemory,
  path: string,
  document: Document,
  { source, target }: Segment,
): readonly Suggestion[] {
  return memory
    .findSimilar(source, path, document, MOST_SUGGESTED + 1)
    .filter(({ translation }) => translation.trim() !== target.trim())
    .slice(0, MOST_SUGGESTED);
}

/** What a writer can choose: one line of plain text, an imperative. */
export function titleOf({ similarity, translation }: Suggestion): string {
  const which = similarity === 1 ? "the same English" : "a similar segment";
  return `Use the translation of ${which} (${percent(similarity)}): ${shorten(translation, LONGEST_TITLE)}`;
}

/** Puts a suggestion in the place of a translation. The mark stays: somebody has to see that it fits. */
export function editTo({ translation }: Suggestion, { targetSpan }: Segment): TextEdit {
  return { span: targetSpan, newText: translation };
}

/**
 * Suggestions as a list in Markdown: how similar the English is, what of it is different here, its translation, and the
 * page that has it, as `show` writes its path.
 */
export function describeSuggestions(
  suggestions: readonly Suggestion[],
  { source }: Segment,
  show: (path: string) => string,
): string {
  const items = suggestions.map(({ similarity, english, translation, path }) => {
    const difference = similarity === 1 ? showText(english) : describeChange(cut(english), cut(source));
    const title = `**${percent(similarity)}** · \`${show(path).replaceAll("`", "")}\``;
    return `- ${title}\n\n  ${difference}\n\n  **Translation:** ${showText(translation)}`;
  });
  return [`**Similar English, and what is different here:**`, ...items].join("\n\n");
}

function percent(similarity: number): string {
  return `${Math.floor(similarity * 100 + ROUNDING)} %`;
}

/** Markdown on one line: as it looks, or as it is written where it has to be cut. */
function showText(markdown: string): string {
  const line = oneLine(markdown);
  return line.length <= LONGEST_TEXT ? showMarkdown(line) : escapeMarkdown(cut(line));
}

function cut(text: string): string {
  return shorten(text, LONGEST_TEXT);
}
