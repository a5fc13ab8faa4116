import type { Span } from "../../text/span.ts";
import type { EmphasisDefects, Run } from "./emphasis.ts";
import type { Half } from "../pairs/half.ts";

/** What a translator encloses the name of a button or page in: what opens it, and the whole. */
const NAMES = [
  ["[", /\[[^[\]]+\]/g],
  ["［", /［[^［］]+］/g],
  ["「", /「[^「」]+」/g],
  ["“", /“[^“”]+”/g],
  ['"', /"[^"]+"/g],
  ["«", /«[^«»]+»/g],
] as const;
/** Of Chinese and Japanese, with their punctuation. By ranges: to name the scripts takes V8 ten times as long to compile. */
const CJK =
  /[\u2e80-\u2fdf\u3000-\u303f\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const KATAKANA =
  /[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\uff66-\uff6f\uff71-\uff9d]/;
const OPENING = /[[(［（「『“«]/;
const CLOSING = /[\])］）」』”»]/;

/**
 * `[Role **] and** [Save]` to `[**Role**] and [**Save**]`: the broken markers go, and the names get them, provided
 * that there are just as many names in brackets (or in quotation marks) as the English has bold runs. Gives the ways
 * to do it, the likeliest first: all names anew, or only those that no sound run emphasizes.
 */
export function* emphasizeNames(target: Half, source: Half, defects: EmphasisDefects): Iterable<string> {
  const { runs } = defects.emphasis;
  const mark = commonMark(source, defects.english.runs);
  if (mark === undefined) return;
  const wanted = defects.english.runs.length;
  const all = emphasizeIn(withoutMarkers(target, defects, runs), mark, wanted);
  if (all !== undefined) yield all;

  const { crossing } = defects;
  const keptCount = runs.length - crossing.length;
  if (keptCount === 0 || keptCount >= wanted) return;
  const others = emphasizeIn(withoutMarkers(target, defects, crossing), mark, wanted - keptCount);
  if (others !== undefined) yield others;
}

/** `undefined`: not just `wanted` names of one kind, or of more than one. */
function emphasizeIn(text: string, mark: string, wanted: number): string | undefined {
  let names: readonly Span[] | undefined;
  for (const [opening, pattern] of NAMES) {
    const found = text.includes(opening) ? findNames(text, pattern) : [];
    if (found.length !== wanted) continue;
    if (names !== undefined) return undefined;
    names = found;
  }
  if (names === undefined) return undefined;

  let result = "";
  let position = 0;
  for (const { start, end } of names) {
    result += text.slice(position, start) + mark + text.slice(start, end).trim() + mark;
    position = end;
  }
  return result + text.slice(position);
}

/** The marker of all runs of a half; `undefined` when they differ or are written with `_`. */
function commonMark({ text }: Half, runs: readonly Run[]): string | undefined {
  const marks = runs.map(({ span, contentSpan }) => text.slice(span.start, contentSpan.start));
  const [first] = marks;
  return first?.startsWith("*") === true && marks.every((mark) => mark === first) ? first : undefined;
}

function findNames(text: string, pattern: RegExp): Span[] {
  const names: Span[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { 0: whole, index } = found;
    const following = text.charAt(index + whole.length);
    const isLink = whole.startsWith("[") && (following === "(" || following === "[");
    const isBold = whole.includes("*") || (text.charAt(index - 1) === "*" && following === "*");
    if (isLink || isBold || whole.includes("`")) continue;
    names.push({ start: index + 1, end: index + whole.length - 1 });
  }
  return names;
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
  if ((before === '"' || after === '"') && text.split('"').length % 2 === 0) return true;
  // Japanese parts foreign words with a blank.
  return CJK.test(before) && CJK.test(after) && !(KATAKANA.test(before) && KATAKANA.test(after));
}
