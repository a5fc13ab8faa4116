import type { Span } from "../text/span.ts";
import { endOfTarget, endOfTitle, isAngled, skipBlanks } from "./link-target.ts";
import { MarkFinder } from "./mark-finder.ts";
import { normalizeLabel, unescapeMarkdown } from "./unescape.ts";

/** A link reference definition; offsets into the paragraph it was read from. */
export class RawDefinition {
  readonly label: string;
  readonly target: string;
  readonly start: number;
  readonly end: number;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly targetStart: number;
  readonly targetEnd: number;

  constructor(label: string, target: string, whole: Span, labelSpan: Span, targetSpan: Span) {
    this.label = label;
    this.target = target;
    this.start = whole.start;
    this.end = whole.end;
    this.labelStart = labelSpan.start;
    this.labelEnd = labelSpan.end;
    this.targetStart = targetSpan.start;
    this.targetEnd = targetSpan.end;
  }
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
    definitions.push(found);
    offset = paragraph[found.end] === "\n" ? found.end + 1 : found.end;
  }
}

function readDefinition(text: string, offset: number, finder: MarkFinder): RawDefinition | undefined {
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
  return new RawDefinition(
    normalizeLabel(written),
    unescapeMarkdown(text.slice(targetSpan.start, targetSpan.end)),
    { start: open, end },
    { start: open + 1, end: open + 1 + written.length },
    targetSpan,
  );
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
