import { normalizedText } from "../freshness/normalize.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import { carryCodeMarks } from "./carry-code.ts";

/** The English of a segment, as it was and as it is. */
interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * Makes the change that English made to a segment in its translation, where English changed nothing that is
 * translated: link targets, code, emphasis, blanks, punctuation, letter case. `undefined`: words changed, or it is not
 * certain what the change is in the translation.
 */
export function carry(before: string, after: string, target: string): string | undefined {
  const [old, mine] =
    isHtmlLinked(before) && !isHtmlLinked(after) ? [before, target].map(toMarkdownLinks) : [before, target];
  const marked = carryCodeMarks(old as string, after, mine as string);
  if (marked === undefined || wordsOf(marked.before) !== wordsOf(after)) return undefined;
  const change = { before: marked.before, after };
  return [carryTargets, carryCode, carryCase, carryAsterisks, carryEmphasis, carryEnd].reduce<
    string | undefined
  >((text, step) => (text === undefined ? undefined : step(change, text)), marked.target);
}

const HTML_LINK = /<a href="([^"\s()]*)">([^<>[\]\n]*)<\/a>/g;

function isHtmlLinked(markdown: string): boolean {
  return markdown.includes("<a href=");
}

function toMarkdownLinks(markdown: string): string {
  return markdown.replace(HTML_LINK, "[$2]($1)");
}

/** The words that a translator translates, with the number of links and code spans between them. */
function wordsOf(markdown: string): string {
  const { links, codeSpans } = scanInline(markdown);
  const cuts = [
    ...codeSpans.map(({ span }) => ({ ...span, by: " \u0001 " })),
    ...links.flatMap(({ span, textSpan }) =>
      textSpan === undefined
        ? [{ ...span, by: " \u0002 " }]
        : [{ start: textSpan.end, end: span.end, by: " \u0003 " }],
    ),
  ].sort((a, b) => a.start - b.start);
  let text = "";
  let position = 0;
  for (const { start, end, by } of cuts) {
    if (start < position) continue;
    text += markdown.slice(position, start) + by;
    position = end;
  }
  text += markdown.slice(position);
  return (normalizedText(text).replace(/[“”]/g, '"').toLowerCase().match(WORDS) ?? []).join("");
}

/**
 * Letters, and what means something else without it: symbols, brackets, quotation marks, points within numbers and
 * signs before them. Blanks are gone here.
 */
const WORDS = /[\p{L}\p{N}\p{M}]+|[\p{S}@#%&/\\\u0001-\u0003()?!"]|(?<=\p{N})[.,:](?=\p{N})|-(?=\p{N})/gu;

function carryTargets({ before, after }: Change, target: string): string | undefined {
  const tailsOf = (markdown: string): string[] =>
    scanInline(markdown).links.map(({ span, textSpan }) =>
      markdown.slice(textSpan === undefined ? span.start : textSpan.end, span.end),
    );
  return replaceEach(tailsOf(before), tailsOf(after), tailsOf(target), target);
}

function carryCode({ before, after }: Change, target: string): string | undefined {
  const codeOf = (markdown: string): string[] =>
    scanInline(markdown).codeSpans.map(({ span }) => markdown.slice(span.start, span.end));
  return replaceEach(codeOf(before), codeOf(after), codeOf(target), target);
}

/** Writes the new one for each old one that differs. `undefined`: the translation has not the same ones. */
function replaceEach(
  before: readonly string[],
  after: readonly string[],
  mine: readonly string[],
  target: string,
): string | undefined {
  if (before.length !== after.length) return undefined;
  const replacements = new Map<string, string>();
  for (const [nth, old] of before.entries()) {
    const now = after[nth] as string;
    if ((replacements.get(old) ?? now) !== now) return undefined;
    replacements.set(old, now);
  }
  if ([...replacements].every(([old, now]) => old === now)) return target;
  const isSame = [...before].sort().join("\u0000") === [...mine].sort().join("\u0000");
  if (!isSame) return undefined;
  let text = "";
  let position = 0;
  for (const old of mine) {
    const at = target.indexOf(old, position);
    if (at === -1) return undefined;
    text += target.slice(position, at) + (replacements.get(old) ?? old);
    position = at + old.length;
  }
  return text + target.slice(position);
}

const NAME = /[A-Za-z][A-Za-z0-9]*/g;

/** A name that stands in the translation as often as in the old English is written as English writes it now. */
function carryCase({ before, after }: Change, target: string): string {
  const [old, now] = [namesIn(before), namesIn(after)];
  const renamed = new Map(
    old.flatMap((name, nth) =>
      now[nth] === undefined || now[nth] === name ? [] : [[name, now[nth]] as const],
    ),
  );
  if (renamed.size === 0) return target;
  const [inOld, inNow, inMine] = [old, now, target.match(NAME) ?? []].map(countEach);
  return target.replace(NAME, (name) => {
    const other = renamed.get(name);
    const isSameName = other?.toLowerCase() === name.toLowerCase() && !inNow?.has(name);
    return isSameName && inOld?.get(name) === inMine?.get(name) ? other : name;
  });
}

function namesIn(markdown: string): readonly string[] {
  return withoutCode(markdown).match(NAME) ?? [];
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Asterisks that the reader saw, and that English took out, leave the translation where it has as many. */
function carryAsterisks({ before, after }: Change, target: string): string {
  const shown = (markdown: string): number => markdown.split("\\*").length - 1;
  const marks = (markdown: string): number => markdown.split("*").length - 1 - shown(markdown);
  const isGone = shown(before) > 0 && shown(after) === 0 && marks(before) === marks(after);
  return isGone && shown(target) === shown(before) ? target.replace(/(?:\\\*)+[ \t]?/g, "") : target;
}

const EMPHASIS = /(?<!\\)(\*{1,3}|(?<![\p{L}\p{N}])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}]))/gu;

/** Emphasis is certain where it is around all of the segment, or where it only is written otherwise. */
function carryEmphasis({ before, after }: Change, target: string): string | undefined {
  const marksOf = (markdown: string): string =>
    (withoutCode(markdown).match(EMPHASIS) ?? []).map((mark) => mark.replaceAll("_", "*")).join(" ");
  if (marksOf(before) === marksOf(after)) return target;
  const [old, now, mine] = [before, after, target].map(aroundAll);
  if (old === undefined || now === undefined || mine === undefined) return undefined;
  if (marksOf(old.inner) !== "" || marksOf(now.inner) !== "" || marksOf(mine.inner) !== "") return undefined;
  if (old.mark.length !== mine.mark.length) return undefined;
  return now.mark + mine.inner + now.mark;
}

function withoutCode(markdown: string): string {
  return markdown.replace(/`[^`\n]*`/g, "").replace(/\]\([^()\s]*\)/g, "]");
}

/** The emphasis around a whole segment, empty where there is none. */
function aroundAll(markdown: string): { mark: string; inner: string } | undefined {
  const match = /^(\*{1,3}|_{1,3})(\S(?:[\s\S]*\S)?)\1$/.exec(markdown);
  return match === null
    ? { mark: "", inner: markdown }
    : { mark: match[1] as string, inner: match[2] as string };
}

const ENDS: Readonly<Record<string, string>> = {
  ".": "。",
  ":": "：",
  "!": "！",
  "?": "？",
  ";": "；",
  ",": "，",
};
const END = /(?:[.:!?;,]|[。：！？；，])?$/;

/** A full stop, colon or the like at the end; punctuation further in needs no change. */
function carryEnd({ before, after }: Change, target: string): string | undefined {
  const [old, now] = [endOf(before), endOf(after)];
  if (old === now) return target;
  const mine = endOf(target);
  if (mine !== old && mine !== (ENDS[old] ?? old)) return undefined;
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(target);
  // Which mark of its own a language has for these is known for some languages only.
  if (/[?!]/.test(old + now)) return undefined;
  const body = target.slice(0, target.length - mine.length);
  return body + (isWide ? (ENDS[now] ?? now) : now === "." || now === "" ? now : spaced(now, target));
}

/** French has a blank before a colon, where the translator sets one. */
function spaced(mark: string, target: string): string {
  return /[\u00a0\u202f ][:;]/.test(target) ? `\u00a0${mark}` : mark;
}

function endOf(text: string): string {
  return END.exec(text)?.[0] ?? "";
}
