import type { Document } from "../document/document.ts";
import type { Comment } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";

/**
 * Comments in the page that turn rules off:
 * `<!-- lockstep-disable-next-line link/insecure-link -->` for the line below it, and
 * `<!-- lockstep-disable rule … -->` up to `<!-- lockstep-enable rule … -->` or the end of the page.
 * Several ids are separated by blanks or commas; without ids, all rules are meant. In the front matter, which knows no
 * HTML comments, the same words stand in a YAML comment: `# lockstep-disable-next-line metadata/unknown-key`.
 */
export interface Suppressions {
  /** Whether a finding of this rule that starts at `span` is turned off. */
  isSuppressed(ruleId: string, span: Span): boolean;
}

interface Stretch {
  readonly rules: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

const NONE: Suppressions = { isSuppressed: () => false };
const YAML_COMMENT = /^[ \t]*#[ \t]*(lockstep-[^\r\n]*)/gm;
const DIRECTIVE = /^lockstep-(disable-next-line|disable|enable)(?:[\s,]+(.*))?$/s;

export function suppressionsOf(document: Document): Suppressions {
  const stretches = findStretches(document);
  if (stretches.length === 0) return NONE;
  return {
    isSuppressed: (ruleId, span) =>
      stretches.some(
        ({ rules, start, end }) =>
          span.start >= start && span.start < end && (rules.size === 0 || rules.has(ruleId)),
      ),
  };
}

/** Comments of the front matter and of the body, in page order. */
function* commentsOf({ text, frontMatter, structure }: Document): Iterable<Comment> {
  if (frontMatter !== undefined) {
    const { start, end } = frontMatter.yamlSpan;
    for (const match of text.slice(start, end).matchAll(YAML_COMMENT)) {
      const written = match[1] ?? "";
      const from = start + match.index + match[0].length - written.length;
      yield { span: { start: from, end: from + written.length }, text: written.trim() };
    }
  }
  yield* structure.comments;
}

function findStretches(document: Document): Stretch[] {
  const { text } = document;
  const stretches: Stretch[] = [];
  let open: { rules: ReadonlySet<string>; start: number }[] = [];
  for (const comment of commentsOf(document)) {
    const match = DIRECTIVE.exec(comment.text);
    if (match === null) continue;
    const rules = new Set((match[2] ?? "").split(/[\s,]+/).filter((id) => id !== ""));
    switch (match[1] ?? "") {
      case "disable-next-line":
        stretches.push({ rules, ...nextLine(text, comment.span.end) });
        break;
      case "disable":
        open.push({ rules, start: comment.span.end });
        break;
      default: {
        const closed = open.filter((each) => closes(rules, each.rules));
        for (const each of closed) stretches.push({ ...each, end: comment.span.start });
        open = open.filter((each) => !closed.includes(each));
      }
    }
  }
  for (const each of open) stretches.push({ ...each, end: Number.POSITIVE_INFINITY });
  return stretches;
}

/** `enable` without ids ends everything; with ids it ends what was turned off by exactly these or fewer. */
function closes(enabled: ReadonlySet<string>, disabled: ReadonlySet<string>): boolean {
  if (enabled.size === 0) return true;
  return disabled.size > 0 && [...disabled].every((id) => enabled.has(id));
}

function nextLine(text: string, offset: number): Span {
  const newline = text.indexOf("\n", offset);
  if (newline === -1) return { start: text.length, end: text.length };
  const end = text.indexOf("\n", newline + 1);
  // The end of the page counts as part of its last line.
  return { start: newline + 1, end: end === -1 ? text.length + 1 : end + 1 };
}
