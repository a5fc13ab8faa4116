import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";

/** Where a normalised label leads in the page that the half stands in; `undefined`: the page does not define it. */
export type FindDefinition = (label: string) => string | undefined;

/**
 * One half of a pair, raw Markdown, read as far as somebody asks and not more than once. Spans are UTF-16 offsets
 * into `text`.
 */
export class Half {
  readonly text: string;
  readonly #findDefinition: FindDefinition;
  #tokens: InlineTokens | undefined;
  #prose: string | undefined;

  constructor(text: string, findDefinition: FindDefinition = () => undefined) {
    this.text = text;
    this.#findDefinition = findDefinition;
  }

  /** Links, code spans, tags and comments. */
  get tokens(): InlineTokens {
    this.#tokens ??= scanInline(this.text, { findDefinition: this.#findDefinition });
    return this.#tokens;
  }

  /**
   * The text as long as it was, with blanks in place of all that is no prose: code spans, tags, comments, URLs, link
   * targets and labels. Brackets, emphasis and escapes stay.
   */
  get prose(): string {
    this.#prose ??= blankOut(this.text, this.tokens);
    return this.#prose;
  }
}

function blankOut(text: string, { links, codeSpans, htmlTags, comments }: InlineTokens): string {
  const spans: Span[] = [...codeSpans, ...htmlTags, ...comments].map(({ span }) => span);
  for (const link of links) {
    if (link.textSpan === undefined) spans.push(link.span);
    // What follows the text: `](target "title")` or `][label]`, its brackets left standing for who counts them.
    else spans.push({ start: link.textSpan.end + 2, end: link.span.end - 1 });
  }
  if (spans.length === 0) return text;

  let prose = "";
  let position = 0;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, position);
    // Inside another one, or a link such as `[label]` that has nothing behind its text.
    if (end <= from) continue;
    prose += text.slice(position, from) + " ".repeat(end - from);
    position = end;
  }
  return prose + text.slice(position);
}
