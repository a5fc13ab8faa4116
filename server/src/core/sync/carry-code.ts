import { scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";

/** A segment's English and translation in which the same words are code. */
export interface WithCode {
  readonly before: string;
  readonly target: string;
}

/**
 * Makes code, in the old English and in the translation, of what is code in the new English, and text of what is none
 * any more. `undefined`: the translation has these words not as often as the English has.
 */
export function carryCodeMarks(before: string, after: string, target: string): WithCode | undefined {
  const [old, now] = [countCode(before), countCode(after)];
  let result: WithCode | undefined = { before, target };
  for (const content of new Set([...old.keys(), ...now.keys()])) {
    const more = (now.get(content) ?? 0) - (old.get(content) ?? 0);
    // Code in place of other code is another matter.
    if (more === 0 || result === undefined) continue;
    const isPlain = more > 0 ? findPlain(before, content).length > 0 : findPlain(after, content).length > 0;
    if (isPlain) result = rewrite(result, content, more);
  }
  return result;
}

function countCode(markdown: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { content } of scanInline(markdown).codeSpans)
    counts.set(content, (counts.get(content) ?? 0) + 1);
  return counts;
}

function rewrite({ before, target }: WithCode, content: string, more: number): WithCode | undefined {
  const find = more > 0 ? findPlain : findCode;
  const written = more > 0 ? `\`${content}\`` : content;
  const [inBefore, inTarget] = [find(before, content), find(target, content)];
  if (inBefore.length !== Math.abs(more) || inTarget.length !== inBefore.length) return undefined;
  return { before: replace(before, inBefore, written), target: replace(target, inTarget, written) };
}

function findCode(markdown: string, content: string): Span[] {
  return scanInline(markdown)
    .codeSpans.filter((code) => code.content === content)
    .map(({ span }) => span);
}

const WORD = /[A-Za-z0-9_`]/;

/** Where words stand by themselves, outside of code, tags and link targets. */
function findPlain(markdown: string, words: string): Span[] {
  const { codeSpans, htmlTags, links } = scanInline(markdown);
  const taken = [
    ...codeSpans.map(({ span }) => span),
    ...htmlTags.map(({ span }) => span),
    ...links.map(({ span, textSpan }) => (textSpan === undefined ? span : { ...span, start: textSpan.end })),
  ];
  const found: Span[] = [];
  if (words === "") return found;
  for (let at = markdown.indexOf(words); at !== -1; at = markdown.indexOf(words, at + words.length)) {
    const span = { start: at, end: at + words.length };
    const isWhole = !WORD.test(markdown.charAt(at - 1)) && !WORD.test(markdown.charAt(span.end));
    if (isWhole && !taken.some(({ start, end }) => start < span.end && at < end)) found.push(span);
  }
  return found;
}

function replace(markdown: string, spans: readonly Span[], by: string): string {
  let text = "";
  let position = 0;
  for (const { start, end } of spans) {
    text += markdown.slice(position, start) + by;
    position = end;
  }
  return text + markdown.slice(position);
}
