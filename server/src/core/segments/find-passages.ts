import { BlockText } from "../markdown/block-text.ts";
import type { RawBlock } from "../markdown/raw-block.ts";
import { scanBlocks } from "../markdown/scan-blocks.ts";
import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import { linesOf } from "../markdown/stretches.ts";
import type { HtmlTag } from "../markdown/structure.ts";
import { cellsOf, delimiterColumns } from "../markdown/table-row.ts";
import type { Span } from "../text/span.ts";
import { linkTextOf } from "./link-text.ts";
import { needsTranslation } from "./needs-translation.ts";
import { trim } from "./trim.ts";

/** A stretch of running text that the pipeline wraps: a paragraph, a heading, a cell, what stands between `<br>`s. */
export interface Passage {
  /** The text that it is part of: container prefixes and indentation left out. */
  readonly flow: BlockText;
  /** The block that it belongs to; offsets into the page's body. */
  readonly block: RawBlock;
  /** In the flow's text, blanks around it excluded. */
  readonly span: Span;
  /** Whether it is one segment as it is, however many sentences: the text of a link that is all there is. */
  readonly isWhole: boolean;
}

/** A text of a block, with the passages in it, which are looked for when somebody asks. */
export class PassageFlow {
  readonly flow: BlockText;
  /** Whether nothing of it is wrapped, whatever it says. Otherwise its text alone tells where its passages are. */
  readonly isSkipped: boolean;
  readonly #block: RawBlock;

  constructor(flow: BlockText, block: RawBlock, isSkipped: boolean) {
    this.flow = flow;
    this.isSkipped = isSkipped;
    this.#block = block;
  }

  get passages(): Passage[] {
    return this.isSkipped ? [] : passagesIn(this.flow, this.#block);
  }
}

/** The texts of an English page from `bodyStart` on, in page order; those without passages too. */
export function findFlows(page: string, bodyStart: number): PassageFlow[] {
  const body = page.slice(bodyStart);
  return scanBlocks(body).flatMap((block) => flowsOf(page, bodyStart, body, block));
}

/** The passages of one block of a page's body. */
export function passagesOf(page: string, bodyStart: number, body: string, block: RawBlock): Passage[] {
  const flows = flowsOf(page, bodyStart, body, block);
  return flows.length === 1 ? (flows[0] as PassageFlow).passages : flows.flatMap(({ passages }) => passages);
}

function flowsOf(page: string, bodyStart: number, body: string, block: RawBlock): PassageFlow[] {
  return textsOf(body, block).map(({ lines, isSkipped }) => {
    const flow = BlockText.of(
      page,
      lines.map(({ start, end }) => ({ start: start + bodyStart, end: end + bodyStart })),
    );
    return new PassageFlow(flow, block, isSkipped);
  });
}

interface BlockPart {
  readonly lines: Span[];
  /** Whether nothing of it is wrapped. */
  readonly isSkipped: boolean;
}

function textsOf(body: string, block: RawBlock): BlockPart[] {
  switch (block.kind) {
    case "heading":
    case "html":
      return [{ lines: linesOf(body, block), isSkipped: false }];
    case "paragraph":
      return isLooseTable(body, block) ? cellsIn(body, block) : splitParagraph(body, block.stretches);
    case "table":
      return cellsIn(body, block);
    case "code":
    case "thematic-break":
      return [];
  }
}

/** The pipeline takes a table for one even where the header has not as many cells as the row of dashes. */
function isLooseTable(body: string, block: RawBlock): boolean {
  return block.lineCount > 1 && delimiterColumns(body, block.lineStart(1), block.lineEnd(1)) > 0;
}

function cellsIn(body: string, block: RawBlock): BlockPart[] {
  // The second line is the row of dashes.
  const rows = linesOf(body, block).filter((_, nth) => nth !== 1);
  return rows.flatMap((row) => splitRow(body, row).map((cell) => ({ lines: [cell], isSkipped: false })));
}

/** Unlike GitHub's tables, and like those of the site, a pipe in code ends no cell. */
function splitRow(body: string, row: Span): Span[] {
  const text = body.slice(row.start, row.end);
  if (!text.includes("`")) return cellsOf(body, row);
  let masked = "";
  for (const { span } of scanInline(text).codeSpans) {
    masked += text.slice(masked.length, span.start) + "`".repeat(span.end - span.start);
  }
  masked += text.slice(masked.length);
  return cellsOf(masked, { start: 0, end: masked.length }).map(({ start, end }) => ({
    start: row.start + start,
    end: row.start + end,
  }));
}

/** A line of a paragraph that is only text to CommonMark and more to the pipeline. */
interface LineRule {
  readonly because: string;
  readonly pattern: RegExp;
  /**
   * `start`: a new text starts behind what the pattern matches; `line`: and ends with the line;
   * `skip`: nothing in the line is wrapped.
   */
  readonly then: "start" | "line" | "skip";
}

const LINE_RULES: readonly LineRule[] = [
  { because: "`::: zone`, `:::row:::`", pattern: /^\s*:::/, then: "skip" },
  { because: "what shares a line with a `:::image … :::`", pattern: /:::image\s/, then: "skip" },
  {
    because: "a link definition, or a comment that is written as one",
    pattern: /^\s*\[[^\]]+\]:\s+(?:#|\S+(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$)/,
    then: "skip",
  },
  {
    because: "`[!NOTE]`, which text may follow on its line",
    pattern: /^\s*\[!(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING|div)\b[^\]]*\]/i,
    then: "start",
  },
  { because: "`####Heading` without a blank", pattern: /^\s*#{2,6}(?=[^\s#])/, then: "line" },
  {
    because: "`4. Next` and `- deep` below text",
    pattern: /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)/,
    then: "start",
  },
];

/** What all of them have. */
const MAY_BE_RULED = /^\s*[:[#*+\-\d]|:::image\s/;

function ruleFor(line: string): LineRule | undefined {
  return MAY_BE_RULED.test(line) ? LINE_RULES.find(({ pattern }) => pattern.test(line)) : undefined;
}

function splitParagraph(body: string, lines: readonly Span[]): BlockPart[] {
  const parts: BlockPart[] = [];
  let current: BlockPart | undefined;
  for (const line of lines) {
    const content = body.slice(line.start, line.end);
    const rule = ruleFor(content);
    if (rule === undefined && current !== undefined) {
      current.lines.push(line);
      continue;
    }
    const isSkipped = rule?.then === "skip";
    const length = isSkipped ? 0 : (rule?.pattern.exec(content)?.[0].length ?? 0);
    const part = { lines: [{ start: line.start + length, end: line.end }], isSkipped };
    parts.push(part);
    current = isSkipped || rule?.then === "line" ? undefined : part;
  }
  return parts;
}

function passagesIn(flow: BlockText, block: RawBlock): Passage[] {
  const { text } = flow;
  const tokens = scanInline(text);
  const breaks = breaksIn(text, tokens);
  if (breaks.length === 0) {
    const passage = text === "" ? undefined : toPassage(flow, block, 0, text, tokens);
    return passage === undefined ? [] : [passage];
  }
  const passages: Passage[] = [];
  let start = 0;
  for (const each of [...breaks, { start: text.length, end: text.length }]) {
    const stretch = text.slice(start, each.start);
    const passage =
      each.start > start ? toPassage(flow, block, start, stretch, scanInline(stretch)) : undefined;
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
    "optgroup option p section source summary table tbody td tfoot th thead title tr track ul video"
  ).split(" "),
);
/** Tags that have no text for a translator between them. */
const VERBATIM_TAGS: ReadonlySet<string> = new Set(["pre", "script", "style"]);
/** `[!INCLUDE [text](path)]`, `[!VIDEO url]` and the like. */
const CONSTRUCT =
  /\[!(?:note|tip|important|caution|warning|include|video|code(?:-[a-z]+)?|div|selector|section)\b[^[\]\n]*(?:\[[^[\]\n]*\]\([^()\n]*\)[^[\]\n]*)?\]/gi;
/** `:::image … :::` */
const DIRECTIVE = /:::[a-z-]+(?:\s[^\n]*?)?:::/gi;
/** Two blanks or a backslash at the end of a line. */
const HARD_BREAK = /(?: {2}|\\)\n/g;

/** What ends one passage of a text and starts the next. */
function breaksIn(text: string, { htmlTags, comments }: InlineTokens): Span[] {
  const hasMarks = text.includes("[!") || text.includes(":::") || text.includes("\n");
  if (!hasMarks && htmlTags.length + comments.length === 0) return [];
  const tags = htmlTags.filter(({ name }) => BREAK_TAGS.has(name));
  const matches = [CONSTRUCT, DIRECTIVE, HARD_BREAK].flatMap((pattern) => [...text.matchAll(pattern)]);
  return [
    ...[...tags, ...comments].map(({ span }) => span),
    ...verbatimIn(text, htmlTags),
    ...matches.map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  ].sort((a, b) => a.start - b.start);
}

/** From a tag like `<pre>` to its end tag, or to the end of the text. */
function verbatimIn(text: string, tags: readonly HtmlTag[]): Span[] {
  const spans: Span[] = [];
  let open: HtmlTag | undefined;
  for (const tag of tags) {
    if (!VERBATIM_TAGS.has(tag.name)) continue;
    if (!tag.isClosing) open ??= tag;
    else if (tag.name === open?.name) {
      spans.push({ start: open.span.start, end: tag.span.end });
      open = undefined;
    }
  }
  if (open !== undefined) spans.push({ start: open.span.start, end: text.length });
  return spans;
}

/** `text`: of the stretch of the flow that starts at `start`. */
function toPassage(
  flow: BlockText,
  block: RawBlock,
  start: number,
  text: string,
  tokens: InlineTokens,
): Passage | undefined {
  const span = withoutAnchors(text, tokens, trim(text, { start: 0, end: text.length }));
  const inner = linkTextOf(text, tokens, span);
  const wrapped = inner === undefined ? span : withoutAnchors(text, tokens, inner);
  if (!needsTranslation(text.slice(wrapped.start, wrapped.end))) return undefined;
  const inFlow = { start: start + wrapped.start, end: start + wrapped.end };
  return { flow, block, span: inFlow, isWhole: inner !== undefined };
}

/** Without the empty `<a name="…"></a>` at its start; those further on are part of the text. */
function withoutAnchors(text: string, { htmlTags }: InlineTokens, span: Span): Span {
  if (htmlTags.length === 0) return span;
  let { start } = span;
  for (const [nth, tag] of htmlTags.entries()) {
    if (tag.span.start < start) continue;
    const end = tag.span.start === start ? endOfAnchor(text, tag, htmlTags[nth + 1]) : undefined;
    if (end === undefined) break;
    start = trim(text, { start: end, end: span.end }).start;
  }
  return { start, end: span.end };
}

function endOfAnchor(text: string, tag: HtmlTag, next: HtmlTag | undefined): number | undefined {
  if (tag.name !== "a" || tag.isClosing || next?.name !== "a" || !next.isClosing) return undefined;
  return text.slice(tag.span.end, next.span.start).trim() === "" ? next.span.end : undefined;
}
