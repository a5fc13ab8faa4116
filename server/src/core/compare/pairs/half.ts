import { InlineLink } from "../../markdown/inline-tokens.ts";
import { type InlineTokens, scanInline } from "../../markdown/scan-inline.ts";

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

/** So many pieces are put together at a time: all those of a long text would be several times the text. */
const MOST_PIECES = 1_000;

function blankOut(text: string, { links, codeSpans, htmlTags, comments }: InlineTokens): string {
  if (links.length + codeSpans.length + htmlTags.length + comments.length === 0) return text;
  const tokens: Token[] = NO_TOKENS.concat(codeSpans, htmlTags, comments, links);
  if (tokens.length > 1) tokens.sort((a, b) => blankStart(a) - blankStart(b));

  let prose = "";
  let pieces: string[] = [];
  let position = 0;
  for (const token of tokens) {
    const from = Math.max(blankStart(token), position);
    const end = blankEnd(token);
    // Inside another one, or a link such as `[label]` that has nothing behind its text.
    if (end <= from) continue;
    pieces.push(text.slice(position, from), " ".repeat(end - from));
    position = end;
    if (pieces.length >= MOST_PIECES) {
      prose += pieces.join("");
      pieces = [];
    }
  }
  return prose + pieces.join("") + text.slice(position);
}

const NO_TOKENS: readonly Token[] = [];

type Token = InlineTokens["links" | "codeSpans" | "htmlTags" | "comments"][number];

/** Of a link with a text, what follows that: `](target "title")` or `][label]`, its brackets left for who counts them. */
function blankStart(token: Token): number {
  return hasText(token) ? token.textEnd + 2 : token.start;
}

function blankEnd(token: Token): number {
  return hasText(token) ? token.end - 1 : token.end;
}

function hasText(token: Token): token is InlineLink {
  return token instanceof InlineLink && token.textStart !== -1;
}
