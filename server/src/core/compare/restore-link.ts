import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";
import type { ComparedLink } from "./link-difference.ts";

/** The target as the English writes it, its `<>` included. */
export function rawTargetOf({ text }: Half, { targetSpan, target }: ComparedLink): string {
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
  const opening = link.isImage ? "!" : "";
  return rebuildBrokenLink(target, opening, resource) ?? wrapLinkText(target, source, link, resource);
}

// `[text] (url)`, `[text]（url）`, `［text］(url)`, or `[text]` alone.
const BROKEN_LINK = /(!?)[[［]([^[\]［］]+)[\]］](?:[ \u3000]*[(（][^()（）]*[)）]|(?![([]))/g;

function rebuildBrokenLink(
  { text, prose, tokens }: Half,
  opening: string,
  resource: string,
): TextEdit | undefined {
  // The URL of a link that has come apart is a link by itself.
  const links = tokens.links.filter(({ form }) => form !== "bare").map(({ span }) => span);
  const candidates = without([...text.matchAll(BROKEN_LINK)], links).filter(
    ({ index }) => prose[index] !== " ",
  );
  const looksLikeLink = candidates.filter(([whole]) => /[[\]］][ \u3000]*[(（]\S*[./#]\S*[)）]$/.test(whole));
  const [match, ...others] =
    looksLikeLink.length > 0 ? looksLikeLink : candidates.filter(([whole]) => !/[)）]$/.test(whole));
  if (match === undefined || others.length > 0) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return { span, newText: `${opening}[${match[2] ?? ""}]${resource}` };
}

/** The matches, in text order, that share no character with any of the spans. */
function without(matches: readonly RegExpExecArray[], spans: readonly Span[]): RegExpExecArray[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  let nth = 0;
  let covered = 0;
  return matches.filter(({ 0: { length }, index }) => {
    for (; nth < inOrder.length && (inOrder[nth] as Span).start < index + length; nth++)
      covered = Math.max(covered, (inOrder[nth] as Span).end);
    return covered <= index;
  });
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
  const span = { start, end: start + words.length };
  if (target.tokens.links.some((other) => other.span.start < span.end && span.start < other.span.end))
    return undefined;
  return { span, newText: `${link.isImage ? "!" : ""}[${words}]${resource}` };
}
