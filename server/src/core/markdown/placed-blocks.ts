import type { CleanText } from "../document/clean-text.ts";
import type { Span } from "../text/span.ts";
import type { PageDefinitions } from "./page-definitions.ts";
import type { ContainerKind, RawBlock } from "./raw-block.ts";
import { BlockScanner } from "./scan-blocks.ts";
import type { Block, BlockKind } from "./structure.ts";

/** The leaf blocks of a page, looked for anew by each who goes through them: to check a page, nobody needs but the first. */
export class PlacedBlocks implements Iterable<Block> {
  private readonly clean: CleanText;
  private readonly definitions: PageDefinitions;

  constructor(clean: CleanText, definitions: PageDefinitions) {
    this.clean = clean;
    this.definitions = definitions;
  }

  *[Symbol.iterator](): Iterator<Block> {
    const scanner = new BlockScanner(this.clean.text);
    for (let blocks = scanner.readSome(); blocks.length > 0; blocks = scanner.readSome()) {
      for (const block of blocks) {
        if (block.kind === "paragraph") yield* this.placeParagraph(block);
        else yield this.place(block.kind, block.start, block.end, block.containers);
      }
    }
  }

  private *placeParagraph(block: RawBlock): Iterable<Block> {
    const { containers } = block;
    const contentEnd = block.lineEnd(block.lineCount - 1);
    const defining = this.definitions.paragraphAt(block.start);
    if (defining === undefined) {
      yield this.place("paragraph", block.lineStart(0), contentEnd, containers);
      return;
    }
    for (const { start, end } of defining) yield this.place("definition", start, end, containers);
    const contentStart = defining.inline?.originOf(0);
    if (contentStart !== undefined)
      yield this.place("paragraph", contentStart, Math.max(contentStart, contentEnd), containers);
  }

  private place(kind: BlockKind, start: number, end: number, containers: readonly ContainerKind[]): Block {
    return new PlacedBlock(kind, containers, this.clean, start, end);
  }
}

/** A leaf block; its offsets are into the clean text. */
class PlacedBlock implements Block {
  readonly kind: BlockKind;
  readonly containers: readonly ContainerKind[];
  private readonly clean: CleanText;
  private readonly start: number;
  private readonly end: number;

  constructor(
    kind: BlockKind,
    containers: readonly ContainerKind[],
    clean: CleanText,
    start: number,
    end: number,
  ) {
    this.kind = kind;
    this.containers = containers;
    this.clean = clean;
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return this.clean.toPage(this.start, this.end);
  }
}
