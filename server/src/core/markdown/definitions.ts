import { endOfTarget, endOfTitle, isAngled, skipBlanks } from "./link-target.ts";
import { MarkFinder } from "./mark-finder.ts";
import { normalizeLabel, unescapeMarkdown } from "./unescape.ts";

const LABEL = /[ \t]{0,3}\[((?:\\[^\n]|[^\\[\]]){1,999})\]:/y;

/** Goes through the definitions that a paragraph starts with. Offsets are into the paragraph. */
export class DefinitionCursor {
  /** Of the definition that the cursor is at. */
  start = 0;
  end = 0;
  labelStart = 0;
  labelEnd = 0;
  /** `<>` excluded. */
  targetStart = 0;
  targetEnd = 0;
  /** Where what follows it starts. */
  rest = 0;
  private readonly text: string;
  private finder: MarkFinder | undefined = undefined;

  constructor(paragraph: string) {
    this.text = paragraph;
  }

  /** Normalised. */
  get label(): string {
    return normalizeLabel(this.text.slice(this.labelStart, this.labelEnd));
  }

  /** Escapes and entities undone. */
  get target(): string {
    return unescapeMarkdown(this.text.slice(this.targetStart, this.targetEnd));
  }

  /** Goes to the next definition. `false`: none follows. */
  advance(): boolean {
    const { text, rest } = this;
    LABEL.lastIndex = rest;
    if (!LABEL.test(text)) return false;
    const afterColon = LABEL.lastIndex;
    const open = text.indexOf("[", rest);
    if (!isLabel(text.slice(open + 1, afterColon - 2))) return false;

    const targetStart = skipBlanks(text, afterColon);
    const targetEnd = endOfTarget(text, targetStart);
    if (targetEnd === -1) return false;
    this.finder ??= new MarkFinder(text);
    const end = endOfDefinition(text, targetEnd, this.finder);
    if (end === undefined) return false;

    const marks = isAngled(text, targetStart) ? 1 : 0;
    this.start = open;
    this.end = end;
    this.labelStart = open + 1;
    this.labelEnd = afterColon - 2;
    this.targetStart = targetStart + marks;
    this.targetEnd = targetEnd - marks;
    this.rest = text.charCodeAt(end) === 0x0a ? end + 1 : end;
    return true;
  }
}

/** Where the rest of a paragraph starts behind its definitions: 0 if it starts with none, its length if nothing is left. */
export function endOfDefinitions(paragraph: string): number {
  if (paragraph.charCodeAt(skipBlanks(paragraph, 0)) !== 0x5b /* [ */) return 0;
  const cursor = new DefinitionCursor(paragraph);
  while (cursor.advance());
  return cursor.rest;
}

// `[^1]:` is a footnote.
function isLabel(written: string): boolean {
  return !written.startsWith("^") && written.trim() !== "";
}

/** The end of the line that the title, or else the target, stands on. `undefined`: something else follows there. */
function endOfDefinition(text: string, afterTarget: number, finder: MarkFinder): number | undefined {
  const titleStart = skipBlanks(text, afterTarget);
  if (titleStart > afterTarget) {
    const afterTitle = endOfTitle(text, titleStart, finder);
    const end = afterTitle === -1 ? undefined : endOfBlankLine(text, afterTitle);
    if (end !== undefined) return end;
  }
  return endOfBlankLine(text, afterTarget);
}

function endOfBlankLine(text: string, offset: number): number | undefined {
  let end = offset;
  while (text[end] === " " || text[end] === "\t" || text[end] === "\r") end += 1;
  return end === text.length || text[end] === "\n" ? end : undefined;
}
