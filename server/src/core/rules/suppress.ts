import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import { isNameOf } from "./rule-names.ts";
import { readSuppression, suppressionComments } from "./suppression-comments.ts";

/**
 * Comments in the page that turn rules off:
 * `<!-- lockstep-disable-next-line link/insecure-link -->` for the next line that is not blank, and
 * `<!-- lockstep-disable rule … -->` up to `<!-- lockstep-enable rule … -->` or the end of the page.
 * Several ids are separated by blanks or commas; `link/*` means a whole area; with `*` or without ids, all rules are
 * meant.
 */
export interface Suppressions {
  /** Whether a finding of this rule that starts at `span` is turned off. */
  isSuppressed(ruleId: string, span: Span): boolean;
}

interface Directive {
  readonly kind: "disable" | "enable" | "disable-next-line";
  /** Ids or areas; empty: all rules. */
  readonly ids: readonly string[];
  /** Where it takes effect: that line for `disable-next-line`, without its line end; for others, from `start` on. */
  readonly span: Span;
}

const NONE: Suppressions = { isSuppressed: () => false };

const known = new Attached<Document, Suppressions>();

/** What the comments of a page turn off. They are read once: the language server asks for each rule by itself. */
export function suppressionsOf(document: Document): Suppressions {
  return known.of(document, readSuppressions);
}

function readSuppressions(document: Document): Suppressions {
  const directives = readDirectives(document);
  if (directives.length === 0) return NONE;
  const perRule = new Map<string, RuleSwitch>();
  return {
    isSuppressed: (ruleId, { start }) => {
      let rule = perRule.get(ruleId);
      if (rule === undefined) perRule.set(ruleId, (rule = new RuleSwitch(directives, ruleId)));
      return rule.isOffAt(start);
    },
  };
}

function readDirectives(document: Document): Directive[] {
  const directives: Directive[] = [];
  let line: NextLine | undefined;
  let before: string | undefined;
  for (const comment of suppressionComments(document)) {
    const { text } = comment;
    const { end } = comment.span;
    // Said again at once, about the same next line: it means nothing more.
    if (text === before && line !== undefined && end <= line.above) continue;
    before = text;
    const { command, names: ids } = readSuppression(comment);
    if (command === "disable" || command === "enable") {
      directives.push({ kind: command, ids, span: { start: end, end } });
    } else if (command === "disable-next-line") {
      // Comments on one line, which may be a long one, are about the same next line.
      if (line === undefined || end > line.above) line = findNextLine(document.text, end);
      directives.push({ kind: command, ids, span: line.span });
    }
  }
  return directives;
}

interface NextLine {
  /** Where the line ends that it was asked for. */
  readonly above: number;
  /** Without its line end. Behind the last line that is not blank: empty, at the end of the text. */
  readonly span: Span;
}

/** The next line that is not blank: a paragraph stands apart from the comment above it. */
function findNextLine(text: string, offset: number): NextLine {
  const above = lineEnd(text, offset);
  const content = /\S/g;
  content.lastIndex = above;
  const found = content.exec(text)?.index ?? text.length;
  const start = Math.max(above, text.lastIndexOf("\n", found - 1) + 1);
  return { above, span: { start, end: lineEnd(text, found) } };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** Where one rule is off. */
class RuleSwitch {
  /** Single lines, in page order. */
  readonly #lines: Span[] = [];
  /** Where it is turned off and on again, in page order. */
  readonly #turns: { readonly start: number; readonly isOff: boolean }[] = [];

  constructor(directives: readonly Directive[], ruleId: string) {
    for (const { kind, ids, span } of directives) {
      if (ids.length > 0 && !ids.some((id) => isNameOf(id, ruleId))) continue;
      if (kind === "disable-next-line") this.#lines.push(span);
      else this.#turns.push({ start: span.start, isOff: kind === "disable" });
    }
  }

  isOffAt(offset: number): boolean {
    const line = lastFrom(this.#lines, offset);
    return (line !== undefined && offset <= line.end) || (lastFrom(this.#turns, offset)?.isOff ?? false);
  }
}

/** The last of some things in page order that starts at an offset or before it. */
function lastFrom<T extends { readonly start: number }>(things: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as T).start <= offset) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}
