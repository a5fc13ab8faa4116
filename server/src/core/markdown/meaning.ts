import type { Nodes } from "mdast";
import { remark, remarkGfm } from "../libraries.ts";
import type { Span } from "../text/span.ts";

/** How a piece of inline Markdown renders, as far as emphasis goes. Spans are UTF-16 offsets into the piece. */
export interface InlineMeaning {
  /** What renders bold, markers included. */
  readonly strong: readonly Span[];
  /** What renders italic, markers included. */
  readonly emphasis: readonly Span[];
  /** Runs of unescaped `*` that the reader sees as they stand. */
  readonly literalAsterisks: readonly Span[];
  /** The text as shown, markup and code marks taken out. */
  readonly shown: string;
}

// A word and a blank in front keep a piece such as `1. Open it` or `# sign` a paragraph, and leave what its first
// characters mean alone: at the start of a paragraph as after a blank, emphasis opens in the same way.
const LEAD = "x ";

// Fewer than a page's doubtful pieces are asked for twice; the limit keeps a server that runs for days small.
const MOST_REMEMBERED = 2000;
// What remark does with delimiters that find no partner is more than linear: 9,500 asterisks take it 16 seconds.
const MOST_DELIMITERS = 2000;
const remembered = new Map<string, InlineMeaning>();
let processor: ReturnType<typeof newProcessor> | undefined;

/**
 * Asks remark (with GFM) what a piece of inline Markdown means: the judge of "does this render bold?". About 200 times
 * slower than a scan, so ask only where a cheap test leaves doubt. This is the only door to remark.
 *
 * A piece with more than 2,000 delimiters, which no writer writes, is taken for text without markup.
 */
export function readInlineMeaning(text: string): InlineMeaning {
  const known = remembered.get(text);
  if (known !== undefined) return known;

  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const meaning = parseMeaning(text);
  remembered.set(text, meaning);
  return meaning;
}

/** How many characters of a piece may begin or end something inline: what reading it costs depends on them. */
export function countDelimiters(text: string): number {
  return text.match(/[*_~[\]`<&]/g)?.length ?? 0;
}

function parseMeaning(text: string): InlineMeaning {
  if (countDelimiters(text) > MOST_DELIMITERS) {
    return { strong: [], emphasis: [], literalAsterisks: [], shown: text };
  }
  // A line end inside a piece is a blank of a paragraph; left standing, it could start a list or a quote.
  const paragraph = LEAD + text.replace(/[\r\n]/g, " ");
  const strong: Span[] = [];
  const emphasis: Span[] = [];
  const literalAsterisks: Span[] = [];
  let shown = "";
  processor ??= newProcessor();
  for (const node of nodesOf(processor.parse(paragraph))) {
    const span = spanOf(node);
    if (node.type === "strong") strong.push(span);
    if (node.type === "emphasis") emphasis.push(span);
    if (node.type === "text") literalAsterisks.push(...findUnescapedAsterisks(text, span));
    if ("value" in node) shown += node.value;
  }
  return { strong, emphasis, literalAsterisks, shown: shown.slice(LEAD.length) };
}

function newProcessor() {
  return remark().use(remarkGfm);
}

/** All nodes in text order, parents before their children. Not recursive: emphasis may be nested without end. */
function* nodesOf(root: Nodes): Iterable<Nodes> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!("children" in node)) continue;
    for (let nth = node.children.length - 1; nth >= 0; nth--) waiting.push(node.children[nth] as Nodes);
  }
}

function spanOf({ position }: Nodes): Span {
  const start = (position?.start.offset ?? 0) - LEAD.length;
  const end = (position?.end.offset ?? 0) - LEAD.length;
  return { start: Math.max(start, 0), end: Math.max(end, 0) };
}

function findUnescapedAsterisks(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\\.|\*+/gs)]
    .filter(([run]) => run.startsWith("*"))
    .map(({ 0: run, index }) => ({ start: start + index, end: start + index + run.length }));
}
