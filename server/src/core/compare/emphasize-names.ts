import type { Span } from "../text/span.ts";
import { type EmphasisDefects, readEmphasis, type Run } from "./emphasis.ts";
import type { Half } from "./half.ts";

/** What a translator encloses the name of a button or page in. */
const NAMES = [
  /\[([^[\]]+)\]/g,
  /［([^［］]+)］/g,
  /「([^「」]+)」/g,
  /“([^“”]+)”/g,
  /"([^"]+)"/g,
  /«([^«»]+)»/g,
];
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const KATAKANA = /[\p{Script=Katakana}ー]/u;
const OPENING = /[[(［（「『“«]/;
const CLOSING = /[\])］）」』”»]/;

/**
 * `[Role **] and** [Save]` to `[**Role**] and [**Save**]`: the broken markers go, and the names get them, provided
 * that there are just as many names in brackets (or in quotation marks) as the English has bold runs. Gives the ways
 * to do it, the likeliest first: all names anew, or only those that no sound run emphasizes.
 */
export function emphasizeNames(target: Half, source: Half, defects: EmphasisDefects): string[] {
  const mark = commonMark(source);
  if (mark === undefined) return [];
  const wanted = readEmphasis(source).runs.length;
  const { runs } = defects.emphasis;
  const kept = runs.filter((run) => !defects.crossing.includes(run));
  const texts = [
    emphasizeIn(withoutMarkers(target, defects, runs), mark, wanted),
    emphasizeIn(withoutMarkers(target, defects, defects.crossing), mark, wanted - kept.length),
  ];
  return texts.filter((text) => text !== undefined);
}

/** `undefined`: not just `wanted` names of one kind, or of more than one. */
function emphasizeIn(text: string, mark: string, wanted: number): string | undefined {
  const matches = NAMES.map((pattern) => findNames(text, pattern)).filter((names) => names.length === wanted);
  if (wanted < 1 || matches.length !== 1) return undefined;

  let result = "";
  let position = 0;
  for (const { start, end } of matches[0] ?? []) {
    result += text.slice(position, start) + mark + text.slice(start, end).trim() + mark;
    position = end;
  }
  return result + text.slice(position);
}

/** The marker of all runs of a half; `undefined` when they differ or are written with `_`. */
function commonMark(half: Half): string | undefined {
  const marks = readEmphasis(half).runs.map(({ span, contentSpan }) =>
    half.text.slice(span.start, contentSpan.start),
  );
  const [first] = marks;
  return first?.startsWith("*") === true && marks.every((mark) => mark === first) ? first : undefined;
}

function findNames(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)]
    .filter(({ 0: whole, index }) => {
      const following = text.charAt(index + whole.length);
      const isLink = whole.startsWith("[") && (following === "(" || following === "[");
      const isBold = whole.includes("*") || (text.charAt(index - 1) === "*" && following === "*");
      return !isLink && !isBold && !whole.includes("`");
    })
    .map(({ 0: whole, index }) => ({ start: index + 1, end: index + whole.length - 1 }));
}

/** The text without stray asterisks and without the markers of some runs. */
function withoutMarkers(target: Half, defects: EmphasisDefects, runs: readonly Run[]): string {
  const markers: Span[] = [...defects.emphasis.literals, ...defects.escaped];
  for (const { span, contentSpan } of runs) {
    markers.push({ start: span.start, end: contentSpan.start }, { start: contentSpan.end, end: span.end });
  }
  let text = "";
  let position = 0;
  for (const { start, end } of markers.sort((a, b) => a.start - b.start)) {
    const rest = target.text.slice(end);
    text = join(text, target.text.slice(position, start), rest);
    const tightened = rest.replace(/^ +/, "");
    const isBlankNeedless = text === "" || text.endsWith(" ") || isTight(text, tightened.charAt(0));
    position = isBlankNeedless ? target.text.length - tightened.length : end;
  }
  return text + target.text.slice(position);
}

/** Appends a stretch; its blank at the end goes where the pipeline put it only to keep the marker behind it working. */
function join(text: string, stretch: string, rest: string): string {
  const joined = text + stretch;
  const trimmed = joined.trimEnd();
  return trimmed !== joined && isTight(trimmed, rest.trimStart().charAt(0)) ? trimmed : joined;
}

/** Whether no blank belongs between a text and the character after it. */
function isTight(text: string, after: string): boolean {
  const before = text.charAt(text.length - 1);
  if (OPENING.test(before) || CLOSING.test(after)) return true;
  const isInQuotes = text.split('"').length % 2 === 0;
  if (before === '"' && isInQuotes) return true;
  if (after === '"' && isInQuotes) return true;
  // Japanese parts foreign words with a blank.
  return CJK.test(before) && CJK.test(after) && !(KATAKANA.test(before) && KATAKANA.test(after));
}
