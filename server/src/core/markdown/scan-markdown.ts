import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import type { Span } from "../text/span.ts";
import { BlockText } from "./block-text.ts";
import { type RawDefinition, readDefinitions } from "./definitions.ts";
import { readHeading } from "./heading.ts";
import { type RawBlock, scanBlocks } from "./scan-blocks.ts";
import { type Structure } from "./structure.ts";
import { StructureBuilder } from "./structure-builder.ts";
import { cellsOf } from "./table-row.ts";

/**
 * Scans the Markdown of a page: blocks first, then, once all definitions are known, the inline content of each. Linear
 * in the page's length; total.
 */
export function scanMarkdown(clean: CleanText, page: string, segments: readonly Segment[]): Structure {
  const blocks = scanBlocks(clean.text);
  const paragraphs = blocks.map((block) => readParagraph(clean.text, block));
  const definitions = new Map<string, Located>();
  for (const paragraph of paragraphs) {
    if (paragraph === undefined) continue;
    for (const definition of paragraph.definitions) {
      // The first definition of a label is the one that counts.
      if (!definitions.has(definition.label))
        definitions.set(definition.label, { definition, block: paragraph.text });
    }
  }
  const builder = new StructureBuilder(clean, definitions);
  const headings = new HeadingSegments(segments);
  for (const [nth, block] of blocks.entries())
    addBlock(builder, clean, page, headings, block, paragraphs[nth]);
  return builder.build();
}

/** What a paragraph holds: definitions, and what follows them. */
interface Paragraph {
  readonly text: BlockText;
  readonly definitions: readonly RawDefinition[];
  /** Inline content behind the definitions; `undefined`: none. */
  readonly inline: BlockText | undefined;
}

interface Located {
  readonly definition: RawDefinition;
  readonly block: BlockText;
}

/** `undefined`: the block is no paragraph. */
function readParagraph(text: string, block: RawBlock): Paragraph | undefined {
  if (block.kind !== "paragraph") return undefined;
  const content = BlockText.of(text, block.lines);
  const { definitions, end } = readDefinitions(content.text);
  if (definitions.length === 0) return { text: content, definitions, inline: content };
  return { text: content, definitions, inline: end < content.text.length ? content.from(end) : undefined };
}

function addBlock(
  builder: StructureBuilder,
  clean: CleanText,
  page: string,
  headings: HeadingSegments,
  block: RawBlock,
  paragraph: Paragraph | undefined,
): void {
  switch (block.kind) {
    case "code":
      builder.addCode(block);
      break;
    case "html":
      builder.addHtml(block, BlockText.of(clean.text, block.lines));
      break;
    case "table":
      addTable(builder, clean.text, block);
      break;
    case "heading": {
      const heading = readHeading(
        clean,
        page,
        block,
        headings.inside(clean.toPage(block.span.start, block.span.end)),
      );
      builder.addHeading(heading, block, BlockText.of(clean.text, block.lines));
      break;
    }
    case "paragraph":
      if (paragraph !== undefined) addParagraph(builder, block, paragraph);
      break;
    case "thematic-break":
      builder.addBlock("thematic-break", block.span, block.containers);
      break;
  }
}

function addParagraph(builder: StructureBuilder, block: RawBlock, paragraph: Paragraph): void {
  const { definitions, text, inline } = paragraph;
  for (const definition of definitions) builder.addDefinition(definition, text, block.containers);
  if (inline !== undefined) builder.addParagraph(block, inline);
}

function addTable(builder: StructureBuilder, text: string, block: RawBlock): void {
  const header = block.lines[0];
  const delimiters = block.lines[1];
  if (header === undefined || delimiters === undefined) return;
  const readRow = (line: Span): { span: Span; cells: Span[] } => ({ span: line, cells: cellsOf(text, line) });
  builder.addTable(
    block,
    readRow(header),
    block.lines.slice(2).map(readRow),
    cellsOf(text, delimiters).length,
  );
}

/** Hands out the segments of one heading after another. Headings must be asked for in page order. */
class HeadingSegments {
  readonly #segments: readonly Segment[];
  #next = 0;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  inside(span: Span): Segment[] {
    const inside: Segment[] = [];
    for (; this.#next < this.#segments.length; this.#next++) {
      const segment = this.#segments[this.#next] as Segment;
      if (segment.targetSpan.start > span.end) break;
      if (segment.targetSpan.start >= span.start) inside.push(segment);
    }
    return inside;
  }
}
