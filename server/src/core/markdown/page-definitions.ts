import type { CleanText } from "../document/clean-text.ts";
import type { BlockText } from "./block-text.ts";
import { DefinitionCursor, endOfDefinitions } from "./definitions.ts";
import { PlacedDefinition } from "./placed.ts";

/** A paragraph that starts with definitions, which are read anew by each who goes through them. */
export class DefiningParagraph implements Iterable<PlacedDefinition> {
  private readonly content: BlockText;
  private readonly clean: CleanText;
  /** Where the definitions end. */
  private readonly end: number;

  constructor(content: BlockText, end: number, clean: CleanText) {
    this.content = content;
    this.end = end;
    this.clean = clean;
  }

  *[Symbol.iterator](): Iterator<PlacedDefinition> {
    const cursor = new DefinitionCursor(this.content.text);
    while (cursor.advance()) yield new PlacedDefinition(cursor, this.content, this.clean);
  }

  /** Inline content behind the definitions; `undefined`: none. */
  get inline(): BlockText | undefined {
    return this.end < this.content.text.length ? this.content.from(this.end) : undefined;
  }
}

/**
 * The definitions of a page. Of most, nobody asks more than how they are written, where a link uses them: nothing is kept
 * of them but the paragraphs, and, once a link has a label, what the labels lead to.
 */
export class PageDefinitions implements Iterable<PlacedDefinition> {
  private readonly clean: CleanText;
  /** By the offset at which each starts in the clean text. */
  private readonly paragraphs = new Map<number, DefiningParagraph>();
  private byLabel: Map<string, PlacedDefinition> | undefined;

  constructor(clean: CleanText) {
    this.clean = clean;
  }

  get isEmpty(): boolean {
    return this.paragraphs.size === 0;
  }

  /** Adds the definitions of a paragraph that starts at an offset, if it starts with any. In page order. */
  addFrom(content: BlockText, start: number): void {
    const end = endOfDefinitions(content.text);
    if (end > 0) this.paragraphs.set(start, new DefiningParagraph(content, end, this.clean));
  }

  /** The paragraph that starts at an offset; `undefined`: it starts with no definition. */
  paragraphAt(start: number): DefiningParagraph | undefined {
    return this.paragraphs.get(start);
  }

  /** What a normalised label leads to; `undefined`: nothing. */
  find(label: string): PlacedDefinition | undefined {
    if (this.isEmpty) return undefined;
    this.byLabel ??= this.readLabels();
    return this.byLabel.get(label);
  }

  *[Symbol.iterator](): Iterator<PlacedDefinition> {
    for (const paragraph of this.paragraphs.values()) yield* paragraph;
  }

  private readLabels(): Map<string, PlacedDefinition> {
    const byLabel = new Map<string, PlacedDefinition>();
    for (const definition of this) {
      // The first definition of a label is the one that counts.
      if (!byLabel.has(definition.label)) byLabel.set(definition.label, definition);
    }
    return byLabel;
  }
}
