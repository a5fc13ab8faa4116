import type { TextEdit } from "../../text/edit.ts";
import { textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { ComparedLink } from "./link-difference.ts";

/** An edit of the translation that writes the English target in place of another. `undefined`: a definition has it. */
export function replaceTarget(
  target: Half,
  source: Half,
  { form, span, targetSpan }: ComparedLink,
  expected: ComparedLink,
): TextEdit | undefined {
  if (targetSpan === undefined) return undefined;
  const { start, end } = targetSpan;
  const isAngled = target.text[start - 1] === "<" && target.text[end] === ">";
  // Those of `[text](<target>)` may be needed by one of the two alone.
  if (form === "inline" && isAngled)
    return { span: { start: start - 1, end: end + 1 }, newText: rawTargetOf(source, expected) };
  // Those of `<https://…>`, and the marks of an attribute, stay as they are.
  const hasMarks = form === "autolink" || form === "html" || target.text[span.start - 1] === "<";
  const isWritten = hasMarks && expected.targetSpan !== undefined;
  const newText = isWritten ? textAt(source.text, expected.targetSpan) : rawTargetOf(source, expected);
  return { span: targetSpan, newText };
}

/** Whether the rest of the English target stands behind a link, `[…](b).md`, and would be there twice. */
export function isCut({ text }: Half, { target, span }: ComparedLink, expected: ComparedLink): boolean {
  const rest = expected.target.startsWith(target) ? expected.target.slice(target.length) : "";
  return rest !== "" && text.startsWith(rest, span.end);
}

/** The target as the English writes it, its `<>` included. */
function rawTargetOf({ text }: Half, { targetSpan, target }: ComparedLink): string {
  if (targetSpan === undefined) return target;
  const isAngled = text[targetSpan.start - 1] === "<" && text[targetSpan.end] === ">";
  return isAngled
    ? text.slice(targetSpan.start - 1, targetSpan.end + 1)
    : text.slice(targetSpan.start, targetSpan.end);
}

/**
 * An edit of the translation that brings a lost link back: round a pair of brackets that has lost its target, or
 * round the English link text where that still stands. `undefined`: neither is there, or it is not clear which.
 */
export function restoreLink(target: Half, source: Half, link: ComparedLink): TextEdit | undefined {
  if (link.form !== "inline" || link.textSpan === undefined) return undefined;
  const resource = source.text.slice(link.textSpan.end + 1, link.span.end);
  const edit = rebuildBrokenLink(target, link, resource) ?? wrapLinkText(target, source, link, resource);
  // A link that is whole, with a part of it in code, because a backtick has no partner.
  const isAsBefore = edit?.newText === target.text.slice(edit?.span.start, edit?.span.end);
  return isAsBefore ? undefined : edit;
}

// `[text] (url)`, `[text]（url）`, `［text］(url)`, or `[text]` alone.
const BROKEN_LINK = /(!?)[[［]([^[\]［］]+)[\]］](?:[ \u3000]*[(（][^()（）]*[)）]|(?![([]))/g;
const LIKE_A_LINK = /[[\]］][ \u3000]*[(（]\S*[./#]\S*[)）]$/;

function rebuildBrokenLink(target: Half, link: ComparedLink, resource: string): TextEdit | undefined {
  const match = findBrokenLink(target);
  if (match === undefined) return undefined;
  const newText = `${link.isImage ? "!" : ""}[${match[2] ?? ""}]${resource}`;
  const end = match.index + match[0].length;
  if (isLikely(match)) return { span: { start: match.index, end }, newText };
  const rest = restOfResource(target.text, end, resource);
  // What is left of the link stands elsewhere, and would be there twice.
  if (rest === 0 && holdsTarget(target, link.target)) return undefined;
  return { span: { start: match.index, end: end + rest }, newText };
}

/** The only one, or the only one with a target. */
function findBrokenLink({ text, prose, tokens }: Half): RegExpExecArray | undefined {
  const isPartOfLink = linkCursor(tokens.links);
  let likely: RegExpExecArray | undefined;
  const plain: RegExpExecArray[] = [];
  // One match at a time: a half can hold a hundred thousand of them, and two tell that it is not clear which.
  for (const match of text.matchAll(BROKEN_LINK)) {
    const { 0: whole, index } = match;
    if (isPartOfLink(index, index + whole.length) || prose[index] === " ") continue;
    if (isLikely(match)) {
      if (likely !== undefined) return undefined;
      likely = match;
    } else if (plain.length < 2 && !/[)）]$/.test(whole)) plain.push(match);
  }
  return likely ?? (plain.length === 1 ? plain[0] : undefined);
}

function isLikely([whole]: RegExpExecArray): boolean {
  return LIKE_A_LINK.test(whole);
}

/** Whether a target that looks like one stands outside of links in brackets. */
function holdsTarget({ prose, tokens }: Half, target: string): boolean {
  if (!/[./#]/.test(target)) return false;
  return (
    prose.includes(target) ||
    tokens.links.some(({ form, target: url }) => form === "bare" && url === target) ||
    // With a backtick that has no partner, a part of the link reads as code.
    tokens.codeSpans.some(({ content }) => content.includes(target))
  );
}

/** Length of what is left of a resource at an offset, where one bracket is wrong: `](b.md)`, `)b.md)`, `b.md)`. */
function restOfResource(text: string, offset: number, resource: string): number {
  const inner = resource.slice(1, -1);
  const rests = [`]${resource}`, `)${inner})`, `${inner})`];
  return rests.find((rest) => text.startsWith(rest, offset))?.length ?? 0;
}

/** Says of one span after another, in text order, whether it shares a character with a link. */
function linkCursor(links: Half["tokens"]["links"]): (start: number, end: number) => boolean {
  // The URL of a link that has come apart is a link by itself.
  const inOrder = links.filter(({ form }) => form !== "bare").sort((a, b) => a.span.start - b.span.start);
  let nth = 0;
  let covered = 0;
  return (start, end) => {
    for (let link = inOrder[nth]; link !== undefined && link.span.start < end; link = inOrder[++nth])
      covered = Math.max(covered, link.span.end);
    return covered > start;
  };
}

function wrapLinkText(
  target: Half,
  source: Half,
  link: ComparedLink,
  resource: string,
): TextEdit | undefined {
  const words = source.text.slice(link.textSpan?.start, link.textSpan?.end);
  const start = words.trim() === "" ? -1 : target.prose.indexOf(words);
  if (start === -1 || target.prose.includes(words, start + 1)) return undefined;
  // Text that is the name of the target, or a part of what is left of the link.
  if (!words.includes(link.target) && holdsTarget(target, link.target)) return undefined;
  const span = { start, end: start + words.length };
  if (target.tokens.links.some((other) => other.span.start < span.end && span.start < other.span.end))
    return undefined;
  return { span, newText: `${link.isImage ? "!" : ""}[${words}]${resource}` };
}
