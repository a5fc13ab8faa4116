import type { InlineLink, InlineTokens } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import { hasTitle } from "./needs-translation.ts";
import { trim } from "./trim.ts";

/** Where the link's text stands, if `span` is one link and nothing else: the pipeline wraps inside the brackets. */
export function linkTextOf(text: string, { links }: InlineTokens, span: Span): Span | undefined {
  const link = links.find((each) => each.span.start === span.start && each.span.end === span.end);
  if (link?.textSpan === undefined || !isPlainLink(text, link)) return undefined;
  return trim(text, link.textSpan);
}

/** Whether the pipeline sees the link: it looks not into nested brackets or parentheses, nor at titles and references. */
function isPlainLink(text: string, { form, isImage, span, textSpan, targetSpan }: InlineLink): boolean {
  if (isImage || form !== "inline" || textSpan === undefined || targetSpan === undefined) return false;
  if (/[[\]]/.test(text.slice(textSpan.start, textSpan.end))) return false;
  return !/[()]/.test(text.slice(targetSpan.start, targetSpan.end)) && !hasTitle(text, span, targetSpan);
}
