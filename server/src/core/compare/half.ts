import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";

/** Where a normalised label leads in the page that the half stands in; `undefined`: the page does not define it. */
export type FindDefinition = (label: string) => string | undefined;

/**
 * One half of a pair, raw Markdown, read as far as somebody asks and not more than once. Spans are UTF-16 offsets
 * into `text`. A page has thousands: fields with `#` would cost a step of their own for each.
 */
export class Half {
  readonly text: string;
  private readonly findDefinition: FindDefinition;
  private knownTokens: InlineTokens | undefined;
  private knownProse: string | undefined;

  constructor(text: string, findDefinition: FindDefinition = () => undefined) {
    this.text = text;
    this.findDefinition = findDefinition;
  }

  /** Links, code spans, tags and comments. */
  get tokens(): InlineTokens {
    this.knownTokens ??= scanInline(this.text, { findDefinition: this.findDefinition });
    return this.knownTokens;
  }

  /**
   * The text as long as it was, with blanks in place of all that is no prose: code spans, tags, comments, URLs, link
   * targets and labels. Brackets, emphasis and escapes stay.
   */
  get prose(): string {
    this.knownProse ??= blankOut(this.text, this.tokens);
    return this.knownProse;
  }
}

function blankOut(text: string, { links, codeSpans, htmlTags, comments }: InlineTokens): string {
  if (links.length + codeSpans.length + htmlTags.length + comments.length === 0) return text;
  const spans: Span[] = [];
  for (const { span } of codeSpans) spans.push(span);
  for (const { span } of htmlTags) spans.push(span);
  for (const { span } of comments) spans.push(span);
  for (const link of links) {
    if (link.textSpan === undefined) spans.push(link.span);
    // What follows the text: `](target "title")` or `][label]`, its brackets left standing for who counts them.
    else spans.push({ start: link.textSpan.end + 2, end: link.span.end - 1 });
  }

  let prose = "";
  let position = 0;
  for (const { start, end } of spans.length === 1 ? spans : spans.sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, position);
    // Inside another one, or a link such as `[label]` that has nothing behind its text.
    if (end <= from) continue;
    prose += text.slice(position, from) + " ".repeat(end - from);
    position = end;
  }
  return prose + text.slice(position);
}
