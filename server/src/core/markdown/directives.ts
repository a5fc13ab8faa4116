import type { HtmlAttribute } from "./structure.ts";
import { decodeEntities } from "./unescape.ts";

const DIRECTIVE = /^[ \t]*(:::[ \t]*([A-Za-z][\w-]*)([^\n]*))/gm;
const ATTRIBUTE = /([A-Za-z][\w-]*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)')/g;

/**
 * Goes through the lines of a paragraph that start with three colons: `:::image …:::`, `:::zone …`, `:::moniker-end` and
 * the like. Offsets are into the paragraph.
 */
export class DirectiveCursor {
  /** Of the directive that the cursor is at, blanks around it excluded. */
  start = 0;
  end = 0;
  /** Lower case. */
  name = "";
  /** What stands behind the name, and where. */
  private rest = "";
  private restStart = 0;
  private next = 0;
  private readonly text: string;

  constructor(paragraph: string) {
    this.text = paragraph;
  }

  get attributes(): HtmlAttribute[] {
    return readAttributes(this.rest, this.restStart);
  }

  /** Goes to the next directive. `false`: there is none. */
  advance(): boolean {
    DIRECTIVE.lastIndex = this.next;
    const match = DIRECTIVE.exec(this.text);
    if (match === null) return false;
    const [, written = "", name = "", rest = ""] = match;
    this.next = DIRECTIVE.lastIndex;
    this.start = this.next - written.length;
    this.end = this.start + written.trimEnd().length;
    this.name = name.toLowerCase();
    this.rest = rest;
    this.restStart = this.next - rest.length;
    return true;
  }
}

function readAttributes(text: string, base: number): HtmlAttribute[] {
  return Array.from(text.matchAll(ATTRIBUTE), (match) => {
    const value = match[2] ?? match[3] ?? "";
    const end = base + match.index + match[0].length - 1;
    return {
      name: (match[1] as string).toLowerCase(),
      value: decodeEntities(value),
      valueSpan: { start: end - value.length, end },
    };
  });
}
