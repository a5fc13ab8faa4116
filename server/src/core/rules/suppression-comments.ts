import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Comment } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";

/** What a comment says that speaks to Lockstep: `<!-- lockstep-disable-next-line link/insecure-link -->`. */
export interface SuppressionComment {
  /** In the page, with what makes it a comment. */
  readonly span: Span;
  /** `disable`, `enable`, `disable-next-line`, or what somebody took for such a word. */
  readonly command: string;
  /** What is named behind it, separated by blanks or commas: rules, areas (`link/*`), or `*`. */
  readonly names: readonly string[];
}

/** The words that may follow `lockstep-`, the longest first. */
export const COMMANDS: readonly string[] = ["disable-next-line", "disable", "enable"];

const PREFIX = "lockstep-";
const YAML_COMMENT = /^[ \t]*#[ \t]*(lockstep-[^\r\n]*)/gm;

const known = new Attached<Document, readonly Comment[]>();

/**
 * The comments of a page that turn rules off and on, in page order. In the front matter, which knows no HTML comments,
 * the same words stand in a YAML comment: `# lockstep-disable-next-line metadata/unknown-key`.
 * They are taken apart for who asks: thousands may say the same.
 */
export function suppressionComments(document: Document): readonly Comment[] {
  return known.of(document, findComments);
}

/** Takes one of them apart. */
export function readSuppression({ span, text }: Comment): SuppressionComment {
  const [command = "", ...names] = text.slice(PREFIX.length).split(/[\s,]+/);
  return { span, command, names: names.filter((name) => name !== "") };
}

function findComments(document: Document): readonly Comment[] {
  const inBody = document.structure.comments.filter(({ text }) => text.startsWith(PREFIX));
  return [...commentsInHeader(document), ...inBody];
}

function commentsInHeader({ text, frontMatter }: Document): Comment[] {
  if (frontMatter === undefined) return [];
  const { start, end } = frontMatter.yamlSpan;
  const yaml = text.slice(start, end);
  if (!yaml.includes(PREFIX)) return [];
  return Array.from(yaml.matchAll(YAML_COMMENT), (match) => {
    const written = match[1] ?? "";
    const from = start + match.index + match[0].length - written.length;
    return { span: { start: from, end: from + written.length }, text: written.trim() };
  });
}
