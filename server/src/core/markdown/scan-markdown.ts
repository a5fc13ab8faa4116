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
  const contents = blocks.map((block) => readContent(clean.text, block));
  const definitions = new Map<string, Located>();
  for (const content of contents) {
    for (const definition of content.definitions) {
      // The first definition of a label is the one that counts.
      if (!definitions.has(definition.label))
        definitions.set(definition.label, { definition, block: content.text });
    }
  }
  const builder = new StructureBuilder(clean, definitions);
  const headings = new HeadingSegments(segments);
  for (const [nth, block] of blocks.entries())
    addBlock(builder, clean, page, headings, block, contents[nth] as Content);
  return builder.build();
}

interface Content {
  readonly text: BlockText;
  readonly definitions: readonly RawDefinition[];
  /** Inline content behind the definitions; `undefined`: none. */
  readonly inline: BlockText | undefined;
}

interface Located {
  readonly definition: RawDefinition;
  readonly block: BlockText;
}

function readContent(text: string, block: RawBlock): Content {
  const content = BlockText.of(text, block.lines);
  if (block.kind !== "paragraph") return { text: content, definitions: [], inline: content };
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
  content: Content,
): void {
  for (const definition of content.definitions)
    builder.addDefinition(definition, content.text, block.containers);
  switch (block.kind) {
    case "code":
      builder.addCode(block);
      break;
    case "html":
      builder.addHtml(block, content.text);
      break;
    case "table":
      addTable(builder, clean.text, block);
      break;
    case "heading": {
      const span = clean.toPage(block.span.start, block.span.end);
      builder.addHeading(readHeading(clean, page, block, headings.inside(span)), block, content.text);
      break;
    }
    case "paragraph":
      if (content.inline !== undefined) builder.addParagraph(block, content.inline);
      break;
    case "thematic-break":
      builder.addBlock("thematic-break", block.span, block.containers);
      break;
  }
}

function addTable(builder: StructureBuilder, text: string, block: RawBlock): void {
  const [header, delimiters, ...rows] = block.lines;
  if (header === undefined || delimiters === undefined) return;
  const readRow = (line: Span): { span: Span; cells: Span[] } => ({ span: line, cells: cellsOf(text, line) });
  builder.addTable(block, readRow(header), rows.map(readRow), cellsOf(text, delimiters).length);
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
