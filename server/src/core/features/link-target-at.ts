import { lineAt } from "../text/lines.ts";

/** A link target that is being written: no parser can see it yet, because nothing closes it. */
export interface OpenTarget {
  /** UTF-16 offset where the target starts. */
  readonly start: number;
  /** What is written of it up to the cursor. */
  readonly written: string;
  /** `markdown`: `[…](`, `<…>` and definitions; `include`: `[!INCLUDE[…](`; `attribute`: `href="`, `source="` … */
  readonly form: "markdown" | "include" | "attribute";
  /** Whether a picture is asked for. */
  readonly isImage: boolean;
  /** Whether the target stands in `<…>`, where blanks need no encoding. */
  readonly isAngled: boolean;
}

// Lines of real pages are up to 12,000 characters long, link targets are not.
const LONGEST_TARGET = 1000;
const ANGLED = /^\s*<([^<>]*)$/;
const PLAIN = /^\s*([^\s<>()]*)$/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]*(<?)([^\s<>]*)$/;
const ATTRIBUTE = /[\s"'](href|src|source|lightbox)\s*=\s*(?:"([^"<>]*)|'([^'<>]*))$/i;

/** The link target that the text before an offset starts and does not end. `undefined`: there is none. */
export function linkTargetAt(text: string, offset: number): OpenTarget | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(Math.max(line.start, offset - LONGEST_TARGET), offset);
  const target = inlineTarget(before) ?? definitionTarget(before) ?? attributeTarget(before);
  return target && { start: offset - target.written.length, ...target };
}

type Found = Omit<OpenTarget, "start"> | undefined;

function inlineTarget(before: string): Found {
  const closing = before.lastIndexOf("](");
  if (closing === -1) return undefined;
  const rest = before.slice(closing + 2);
  const angled = ANGLED.exec(rest)?.[1];
  const written = angled ?? PLAIN.exec(rest)?.[1];
  if (written === undefined) return undefined;
  const opening = before.slice(0, Math.max(0, openingBracket(before, closing)));
  const form = /\[!include\s*$/i.test(opening) ? "include" : "markdown";
  return { written, form, isImage: opening.endsWith("!"), isAngled: angled !== undefined };
}

function definitionTarget(before: string): Found {
  const match = DEFINITION.exec(before);
  return match === null
    ? undefined
    : { written: match[2] as string, form: "markdown", isImage: false, isAngled: match[1] === "<" };
}

function attributeTarget(before: string): Found {
  const start = Math.max(before.lastIndexOf("<"), before.lastIndexOf(":::"));
  const tag = start === -1 ? "" : before.slice(start);
  const match = ATTRIBUTE.exec(tag);
  if (match === null) return undefined;
  const isImage = match[1]?.toLowerCase() !== "href" && !/^:::code/i.test(tag);
  return { written: match[2] ?? (match[3] as string), form: "attribute", isImage, isAngled: false };
}

/** Where the bracket opens that closes at an offset; -1 where none does. */
function openingBracket(text: string, closing: number): number {
  let depth = 0;
  for (let position = closing; position >= 0; position--) {
    if (text[position] === "]") depth++;
    else if (text[position] === "[" && --depth === 0) return position;
  }
  return -1;
}
