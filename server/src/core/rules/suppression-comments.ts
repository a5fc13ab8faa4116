import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Comment } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";

/** A comment of the page that speaks to Lockstep: `<!-- lockstep-disable-next-line link/insecure-link -->`. */
export interface SuppressionComment {
  /** In the page, with what makes it a comment. */
  readonly span: Span;
  /** `disable`, `enable`, `disable-next-line`, or what somebody took for such a word. */
  readonly command: string;
  /** What is named behind it, separated by blanks or commas: rules, areas (`link/*`), or `*`. */
  readonly names: readonly string[];
  /** All that it says. */
  readonly text: string;
}

/** The words that may follow `lockstep-`, the longest first. */
export const COMMANDS: readonly string[] = ["disable-next-line", "disable", "enable"];

const PREFIX = "lockstep-";
const YAML_COMMENT = /^[ \t]*#[ \t]*(lockstep-[^\r\n]*)/gm;

const known = new Attached<Document, readonly SuppressionComment[]>();

/**
 * The comments of a page that turn rules off and on, in page order. In the front matter, which knows no HTML comments,
 * the same words stand in a YAML comment: `# lockstep-disable-next-line metadata/unknown-key`.
 */
export function suppressionComments(document: Document): readonly SuppressionComment[] {
  return known.of(document, readComments);
}

function readComments(document: Document): readonly SuppressionComment[] {
  const comments = [...commentsInHeader(document)];
  for (const comment of document.structure.comments) {
    if (comment.text.startsWith(PREFIX)) comments.push(read(comment));
  }
  return comments;
}

function commentsInHeader({ text, frontMatter }: Document): SuppressionComment[] {
  if (frontMatter === undefined) return [];
  const { start, end } = frontMatter.yamlSpan;
  const yaml = text.slice(start, end);
  if (!yaml.includes(PREFIX)) return [];
  return Array.from(yaml.matchAll(YAML_COMMENT), (match) => {
    const written = match[1] ?? "";
    const from = start + match.index + match[0].length - written.length;
    return read({ span: { start: from, end: from + written.length }, text: written.trim() });
  });
}

function read({ span, text }: Comment): SuppressionComment {
  const [command = "", ...names] = text.slice(PREFIX.length).split(/[\s,]+/);
  return { span, command, names: names.filter((name) => name !== ""), text };
}
