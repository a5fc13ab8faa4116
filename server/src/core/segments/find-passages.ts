import { type RawBlock, scanBlocks } from "../markdown/scan-blocks.ts";
import { type InlineLink, type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import { cellsOf, delimiterColumns } from "../markdown/table-row.ts";
import type { Span } from "../text/span.ts";
import { Flow } from "./flow.ts";

/** A stretch of running text that the pipeline wraps: a paragraph, a heading, a cell, what stands between `<br>`s. */
export interface Passage {
  readonly flow: Flow;
  /** The block that it belongs to; offsets into the page's body. */
  readonly block: RawBlock;
  /** In the flow's text, blanks around it excluded. */
  readonly span: Span;
  /** Whether it is one segment as it is, however many sentences: the text of a link that is all there is. */
  readonly isWhole: boolean;
}

/** The passages of an English page from `bodyStart` on, in page order. */
export function findPassages(page: string, bodyStart: number): Passage[] {
  const body = page.slice(bodyStart);
  const toPage = ({ start, end }: Span): Span => ({ start: start + bodyStart, end: end + bodyStart });
  return scanBlocks(body).flatMap((block) =>
    textsOf(body, block).flatMap((lines) => passagesIn(new Flow(page, lines.map(toPage)), block)),
  );
}

/** The texts of a block, each as a list of lines. */
function textsOf(body: string, block: RawBlock): Span[][] {
  switch (block.kind) {
    case "heading":
    case "html":
      return [[...block.lines]];
    case "paragraph":
      return isLooseTable(body, block.lines) ? cellsIn(body, block.lines) : splitParagraph(body, block.lines);
    case "table":
      return cellsIn(body, block.lines);
    case "code":
    case "thematic-break":
      return [];
  }
}

/** The pipeline takes a table for one even where the header has not as many cells as the row of dashes. */
function isLooseTable(body: string, [, second]: readonly Span[]): boolean {
  return second !== undefined && delimiterColumns(body, second) !== undefined;
}

function cellsIn(body: string, lines: readonly Span[]): Span[][] {
  // The second line is the row of dashes.
  return lines.filter((_, nth) => nth !== 1).flatMap((row) => cellsOf(body, row).map((cell) => [cell]));
}

/** `[!NOTE]`, which text may follow on its line, or what takes a line of its own: `:::` and link definitions. */
const LINE_START = /^\s*(?:\[!(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING|div)\b[^\]]*\]|:::|\[[^\]]+\]:\s)/i;

function splitParagraph(body: string, lines: readonly Span[]): Span[][] {
  const texts: Span[][] = [[]];
  for (const line of lines) {
    const match = LINE_START.exec(body.slice(line.start, line.end));
    if (match === null) texts.at(-1)?.push(line);
    else if (match[0].endsWith("]")) texts.push([{ start: line.start + match[0].length, end: line.end }]);
    else texts.push([]);
  }
  return texts.filter((each) => each.length > 0);
}

function passagesIn(flow: Flow, block: RawBlock): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const each of [...breaksIn(flow.text), { start: flow.text.length, end: flow.text.length }]) {
    const passage = each.start > start ? toPassage(flow, block, { start, end: each.start }) : undefined;
    if (passage !== undefined) passages.push(passage);
    start = Math.max(start, each.end);
  }
  return passages;
}

/** Tags that stand between texts. Text flows through all others. */
const BREAK_TAGS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img legend li link main menu meta nav ol " +
    "optgroup option p pre script section source style summary table tbody td tfoot th thead title tr track ul video"
  ).split(" "),
);
/** `[!INCLUDE [text](path)]`, `[!VIDEO url]` and the like. */
const CONSTRUCT =
  /\[!(?:note|tip|important|caution|warning|include|video|code(?:-[a-z]+)?|div|selector|section)\b[^[\]\n]*(?:\[[^\]\n]*\]\([^)\n]*\))?[^[\]\n]*\]/gi;
/** `:::image … :::` */
const DIRECTIVE = /:::[a-z-]+(?:\s[^\n]*?)?:::/gi;
/** Two blanks or a backslash at the end of a line. */
const HARD_BREAK = /(?: {2}|\\)\n/g;

/** What ends one passage of a text and starts the next. */
function breaksIn(text: string): Span[] {
  const { htmlTags, comments } = scanInline(text);
  const tags = htmlTags.filter(({ name }) => BREAK_TAGS.has(name));
  const matches = [CONSTRUCT, DIRECTIVE, HARD_BREAK].flatMap((pattern) => [...text.matchAll(pattern)]);
  return [
    ...[...tags, ...comments].map(({ span }) => span),
    ...matches.map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  ].sort((a, b) => a.start - b.start);
}

function toPassage(flow: Flow, block: RawBlock, stretch: Span): Passage | undefined {
  const text = flow.text.slice(stretch.start, stretch.end);
  const tokens = scanInline(text);
  const span = withoutAnchors(text, tokens, trim(text, { start: 0, end: text.length }));
  const link = tokens.links.find((each) => each.span.start === span.start && each.span.end === span.end);
  const isLink = link !== undefined && isPlainLink(text, link);
  const inner = isLink && link.textSpan !== undefined ? trim(text, link.textSpan) : span;
  const wrapped = isLink ? withoutAnchors(text, tokens, inner) : inner;
  if (!needsTranslation(text.slice(wrapped.start, wrapped.end))) return undefined;
  const inFlow = { start: stretch.start + wrapped.start, end: stretch.start + wrapped.end };
  return { flow, block, span: inFlow, isWhole: isLink };
}

/** Whether the pipeline sees the link: it does not look into nested brackets or parentheses, nor at references. */
function isPlainLink(text: string, { form, isImage, textSpan, targetSpan }: InlineLink): boolean {
  if (isImage || form !== "inline" || textSpan === undefined || targetSpan === undefined) return false;
  if (/[[\]]/.test(text.slice(textSpan.start, textSpan.end))) return false;
  return !/[()]/.test(text.slice(targetSpan.start, targetSpan.end));
}

/** Without the empty `<a name="…"></a>` at its start. */
function withoutAnchors(text: string, { htmlTags }: InlineTokens, span: Span): Span {
  let { start } = span;
  for (const [nth, tag] of htmlTags.entries()) {
    const next = htmlTags[nth + 1];
    const isAnchor = tag.name === "a" && !tag.isClosing && tag.span.start === start;
    if (tag.span.start < start) continue;
    if (!isAnchor || next?.name !== "a" || !next.isClosing || next.span.start !== tag.span.end) break;
    start = trim(text, { start: next.span.end, end: span.end }).start;
  }
  return { start, end: span.end };
}

/**
 * Whether there is anything in it for a translator. Code, pictures and tags alone are left unwrapped, and so is what
 * a list in a cell looks like, `- ` and code; but code with so much as a comma is wrapped.
 */
export function needsTranslation(text: string): boolean {
  const { codeSpans, links, htmlTags } = scanInline(text);
  const others: Span[] = [...codeSpans, ...htmlTags].map(({ span }) => span);
  for (const { isImage, span, textSpan } of links) {
    if (isImage) others.push(span);
    else if (textSpan !== undefined) {
      others.push({ start: span.start, end: textSpan.start }, { start: textSpan.end, end: span.end });
    }
  }
  let rest = "";
  let position = 0;
  for (const { start, end } of others.sort((a, b) => a.start - b.start)) {
    rest += text.slice(position, Math.max(position, start));
    position = Math.max(position, end);
  }
  rest += text.slice(position);
  return /[^\s+*-]/.test(rest.replaceAll("&nbsp;", " "));
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
