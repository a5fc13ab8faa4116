import { type InlineLink, scanInline } from "../markdown/scan-inline.ts";
import { hasWords } from "../text/signs.ts";
import type { Span } from "../text/span.ts";

/**
 * Whether there is anything in inline Markdown that the pipeline wraps. It leaves alone, where nothing else is there:
 * - code and tags, but not code with so much as a comma;
 * - pictures, alternative text included, unless they have a title or are links themselves;
 * - addresses;
 * - `*`, `+`, `-`, `<`, `>`, `@`, which look like a list in a cell or like markup, but no other mark;
 * - `[!name …]` and `:emoji:`.
 */
export function needsTranslation(text: string): boolean {
  const { links, codeSpans, htmlTags } = scanInline(text);
  if (links.length + codeSpans.length + htmlTags.length === 0) return isSpoken(text, text);
  if (links.some((link, nth) => isSpokenPicture(text, link, links[nth - 1]))) return true;
  const rest = without(
    text,
    [...codeSpans, ...htmlTags].map(({ span }) => span).concat(links.flatMap(silentParts)),
  );
  return isSpoken(text, rest);
}

/** `rest`: what is left of a text without what nobody translates. */
function isSpoken(text: string, rest: string): boolean {
  const words = MAY_BE_SILENT.test(rest) ? rest.replace(SILENT, " ") : rest;
  return /[^\s\u200b*+<>@-]/.test(words) && !EXTENSION.test(text);
}

/** Whether it is a picture with a text: as a sentence among others it is wrapped like any other. */
export function isPicture(text: string): boolean {
  return scanInline(text).links.some(({ isImage, textSpan }) => isImage && holdsWords(text, textSpan));
}

const EXTENSION = /^\s*\[![a-z][^[\]]*\]\s*$/i;
const SILENT = /&nbsp;|:[a-z0-9_+-]{1,40}:|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/g;
/** What each of those has. */
const MAY_BE_SILENT = /[&:@]/;

/** A picture with a title (of 536 pictures one, and that one is wrapped), or inside a link (9 of 9). */
function isSpokenPicture(text: string, picture: InlineLink, outer: InlineLink | undefined): boolean {
  const { isImage, span, textSpan, targetSpan } = picture;
  if (!isImage || !holdsWords(text, textSpan)) return false;
  const isInLink = outer !== undefined && outer.span.start < span.start && outer.span.end > span.end;
  return isInLink || hasTitle(text, span, targetSpan);
}

/** Whether a link or picture is `[text](target "title")`. */
export function hasTitle(text: string, span: Span, targetSpan: Span | undefined): boolean {
  return targetSpan !== undefined && /["'(]/.test(text.slice(targetSpan.end, span.end - 1));
}

function holdsWords(text: string, span: Span | undefined): boolean {
  return span !== undefined && hasWords(text.slice(span.start, span.end));
}

/** Of a link all but its text. */
function silentParts({ isImage, span, textSpan }: InlineLink): Span[] {
  if (isImage || textSpan === undefined) return [span];
  return [
    { start: span.start, end: textSpan.start },
    { start: textSpan.end, end: span.end },
  ];
}

function without(text: string, spans: readonly Span[]): string {
  let rest = "";
  let position = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    rest += text.slice(position, Math.max(position, start));
    position = Math.max(position, end);
  }
  return rest + text.slice(position);
}
