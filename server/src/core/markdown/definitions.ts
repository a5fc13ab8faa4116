import type { Span } from "../text/span.ts";
import type { BlockText } from "./block-text.ts";
import { endOfTarget, endOfTitle, isAngled, skipBlanks } from "./link-target.ts";
import { MarkFinder } from "./mark-finder.ts";
import { normalizeLabel, unescapeMarkdown } from "./unescape.ts";

/** A link reference definition; spans are offsets into the paragraph it was read from. */
export interface RawDefinition {
  readonly span: Span;
  readonly label: string;
  readonly labelSpan: Span;
  readonly target: string;
  readonly targetSpan: Span;
}

/** A definition, and the text that its offsets are into. */
export interface LocatedDefinition {
  readonly definition: RawDefinition;
  readonly block: BlockText;
}

const LABEL = /[ \t]{0,3}\[((?:\\[^\n]|[^\\[\]]){1,999})\]:/y;

const NONE = { definitions: [], end: 0 } as const;

/** The definitions that a paragraph starts with, and where the rest of it starts (its length, if nothing is left). */
export function readDefinitions(paragraph: string): {
  readonly definitions: readonly RawDefinition[];
  readonly end: number;
} {
  if (paragraph.charCodeAt(skipBlanks(paragraph, 0)) !== 0x5b /* [ */) return NONE;
  const definitions: RawDefinition[] = [];
  let offset = 0;
  const finder = new MarkFinder(paragraph);
  for (;;) {
    const found = readDefinition(paragraph, offset, finder);
    if (found === undefined) return { definitions, end: offset };
    definitions.push(found.definition);
    offset = found.next;
  }
}

function readDefinition(
  text: string,
  offset: number,
  finder: MarkFinder,
): { definition: RawDefinition; next: number } | undefined {
  LABEL.lastIndex = offset;
  const match = LABEL.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined || written.trim() === "" || written.startsWith("^"))
    return undefined;

  const afterColon = offset + match[0].length;
  const targetStart = skipBlanks(text, afterColon);
  const targetEnd = endOfTarget(text, targetStart);
  if (targetEnd === -1) return undefined;
  const end = endOfDefinition(text, targetEnd, finder);
  if (end === undefined) return undefined;

  const open = offset + match[0].indexOf("[");
  const marks = isAngled(text, targetStart) ? 1 : 0;
  const targetSpan = { start: targetStart + marks, end: targetEnd - marks };
  return {
    definition: {
      span: { start: open, end },
      label: normalizeLabel(written),
      labelSpan: { start: open + 1, end: open + 1 + written.length },
      target: unescapeMarkdown(text.slice(targetSpan.start, targetSpan.end)),
      targetSpan,
    },
    next: text[end] === "\n" ? end + 1 : end,
  };
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
