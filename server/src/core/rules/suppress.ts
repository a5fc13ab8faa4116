import type { Document } from "../document/document.ts";
import type { Comment } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";

/**
 * Comments in the page that turn rules off:
 * `<!-- lockstep-disable-next-line link/insecure-link -->` for the next line that is not blank, and
 * `<!-- lockstep-disable rule … -->` up to `<!-- lockstep-enable rule … -->` or the end of the page.
 * Several ids are separated by blanks or commas; `link/*` means a whole area; without ids, all rules are meant. In the
 * front matter, which knows no HTML comments, the same words stand in a YAML comment:
 * `# lockstep-disable-next-line metadata/unknown-key`.
 */
export interface Suppressions {
  /** Whether a finding of this rule that starts at `span` is turned off. */
  isSuppressed(ruleId: string, span: Span): boolean;
}

interface Directive {
  readonly kind: "disable" | "enable" | "disable-next-line";
  /** Ids or areas; empty: all rules. */
  readonly ids: readonly string[];
  /** Where it takes effect; for `disable-next-line` the start of that line. */
  readonly offset: number;
}

const NONE: Suppressions = { isSuppressed: () => false };
const YAML_COMMENT = /^[ \t]*#[ \t]*(lockstep-[^\r\n]*)/gm;
const DIRECTIVE = /^lockstep-(disable-next-line|disable|enable)(?:[\s,]+(.*))?$/s;

/** What the comments of a page turn off. */
export function suppressionsOf(document: Document): Suppressions {
  const directives = readDirectives(document);
  if (directives.length === 0) return NONE;
  const perRule = new Map<string, RuleSwitch>();
  return {
    isSuppressed: (ruleId, span) => {
      const known = perRule.get(ruleId) ?? new RuleSwitch(directives, ruleId);
      perRule.set(ruleId, known);
      return known.isOffAt(document.text, span.start);
    },
  };
}

function readDirectives(document: Document): Directive[] {
  const directives: Directive[] = [];
  for (const comment of commentsOf(document)) {
    const match = comment.text.startsWith("lockstep-") ? DIRECTIVE.exec(comment.text) : null;
    if (match === null) continue;
    const kind = match[1] as Directive["kind"];
    const ids = (match[2] ?? "").split(/[\s,]+/).filter((id) => id !== "");
    const end = comment.span.end;
    directives.push({ kind, ids, offset: kind === "disable-next-line" ? nextLine(document.text, end) : end });
  }
  return directives;
}

/** Comments of the front matter and of the body, in page order. */
function commentsOf({ text, frontMatter, structure }: Document): readonly Comment[] {
  if (frontMatter === undefined) return structure.comments;
  const { start, end } = frontMatter.yamlSpan;
  const yaml = text.slice(start, end);
  if (!yaml.includes("lockstep-")) return structure.comments;
  const inHeader = Array.from(yaml.matchAll(YAML_COMMENT), (match): Comment => {
    const written = match[1] ?? "";
    const from = start + match.index + match[0].length - written.length;
    return { span: { start: from, end: from + written.length }, text: written.trim() };
  });
  return [...inHeader, ...structure.comments];
}

/** Start of the next line that is not blank: a paragraph stands apart from the comment above it. */
function nextLine(text: string, offset: number): number {
  const lineEnd = text.indexOf("\n", offset);
  if (lineEnd === -1) return text.length;
  const content = /\S/g;
  content.lastIndex = lineEnd;
  const found = content.exec(text)?.index ?? text.length;
  return text.lastIndexOf("\n", found - 1) + 1;
}

/** Where one rule is off. */
class RuleSwitch {
  readonly #lines = new Set<number>();
  /** Where it is turned off and on again, in page order. */
  readonly #turns: { readonly offset: number; readonly isOff: boolean }[] = [];

  constructor(directives: readonly Directive[], ruleId: string) {
    for (const { kind, ids, offset } of directives) {
      if (ids.length > 0 && !ids.some((id) => covers(id, ruleId))) continue;
      if (kind === "disable-next-line") this.#lines.add(offset);
      else this.#turns.push({ offset, isOff: kind === "disable" });
    }
  }

  isOffAt(text: string, offset: number): boolean {
    if (this.#lines.has(text.lastIndexOf("\n", offset - 1) + 1)) return true;
    return this.#lastTurnBefore(offset)?.isOff ?? false;
  }

  #lastTurnBefore(offset: number): { readonly isOff: boolean } | undefined {
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#turns[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#turns[low - 1];
  }
}

/** `link/*` covers every rule of the area. */
function covers(written: string, ruleId: string): boolean {
  return written.endsWith("/*") ? ruleId.startsWith(written.slice(0, -1)) : written === ruleId;
}
