import { characterBefore, startsWithMark } from "../../text/signs.ts";
import { contains, type Span } from "../../text/span.ts";
import { type EmphasisDefects, findEmphasisDefects, isSoundIn, readEmphasis } from "./emphasis.ts";
import { findMarkers, type Marker } from "./emphasis-markers.ts";
import { Half } from "../pairs/half.ts";
import { isReadable } from "./is-readable.ts";
import { emphasizeNames } from "./emphasize-names.ts";
import { readRenderedEmphasis } from "./rendered-emphasis.ts";

/** A translation with its emphasis put right. */
export interface EmphasisRepair {
  readonly text: string;
  /** Markers are only moved over blanks or stray ones dropped: what is bold was surely meant to be. */
  readonly isCertain: boolean;
}

/**
 * Puts broken emphasis right where there is one way to do it. Each way is tried on the text and counts only when
 * the result renders: sound, with no more runs than the English. `undefined`: leave it to the writer.
 */
export function repairEmphasis(
  target: Half,
  source: Half,
  defects: EmphasisDefects,
): EmphasisRepair | undefined {
  if (!isReadable(target.text)) return undefined;
  if (defects.shown.length > 0) return writeAsterisks(target, source, defects.shown);
  const most = defects.english.runs.length;
  const before = defects.emphasis.runs.length - defects.nested.length;
  for (const { text, isCertain, mustEmphasizeMore } of waysToRepair(target, source, defects)) {
    if (!isReadable(text)) continue;
    const half = new Half(text);
    const emphasis = readEmphasis(half);
    const count = emphasis.runs.length;
    const isEnough = count <= most && (mustEmphasizeMore !== true || count > before);
    if (isEnough && isSoundIn(half, source, emphasis)) return { text, isCertain };
  }
  return undefined;
}

/** `的__太字__字` to `的**太字**字`: an asterisk works between letters. */
function writeAsterisks(target: Half, source: Half, shown: readonly Span[]): EmphasisRepair | undefined {
  const text = replaceAll(target.text, shown, (run) => "*".repeat(run.length));
  const isSound = findEmphasisDefects(new Half(text), source) === undefined;
  return isSound && countRuns(text) > countRuns(target.text) && countRuns(text) <= countRuns(source.text)
    ? { text, isCertain: false }
    : undefined;
}

function countRuns(text: string): number {
  const { strong, emphasis } = readRenderedEmphasis(new Half(text));
  return strong.length + emphasis.length;
}

interface Way extends EmphasisRepair {
  /** Worth doing only when something renders that did not before. */
  readonly mustEmphasizeMore?: boolean;
}

/** The likeliest first. */
function* waysToRepair(target: Half, source: Half, defects: EmphasisDefects): Iterable<Way> {
  const dropped = dropEmptyRuns(target.text, defects);
  const isInside = dropped !== undefined && standInsideRuns(defects);
  if (dropped !== undefined && !isInside) yield { text: dropped, isCertain: true };

  const unescaped = unescapeMarkers(target.text, defects);
  if (unescaped !== undefined) yield { text: unescaped, isCertain: false, mustEmphasizeMore: true };

  if (defects.escaped.length === 0 && defects.crossing.length === 0) {
    for (const move of [tighten, excludePunctuation, spaceOut]) {
      yield { text: moveMarkers(target, move), isCertain: move === tighten, mustEmphasizeMore: true };
    }
  }
  for (const text of emphasizeNames(target, source, defects)) yield { text, isCertain: false };
  if (dropped !== undefined && isInside) yield { text: dropped, isCertain: false };
}

/** Whether stray asterisks stand inside bold: then two bold runs have grown into one. */
function standInsideRuns({ escaped, emphasis: { runs, literals } }: EmphasisDefects): boolean {
  return [...escaped, ...literals].some((stray) => runs.some(({ span }) => contains(span, stray)));
}

/** `“Save”\*\*\*\*`: what is left of a bold run whose text has gone elsewhere. */
function dropEmptyRuns(
  text: string,
  { escaped, emphasis: { literals } }: EmphasisDefects,
): string | undefined {
  if (escaped.length + literals.length === 0) return undefined;
  const empty = [...escaped.map((span) => [span, 8] as const), ...literals.map((span) => [span, 4] as const)];
  if (empty.some(([span, length]) => span.end - span.start !== length)) return undefined;
  return replaceAll(
    text,
    empty.map(([span]) => span),
    () => "",
  );
}

/** `\*\*Save\*\*`: escaped once too often. */
function unescapeMarkers(text: string, { escaped }: EmphasisDefects): string | undefined {
  if (escaped.length === 0 || escaped.length % 2 === 1) return undefined;
  return replaceAll(text, escaped, (run) => run.replaceAll("\\", ""));
}

function replaceAll(text: string, spans: readonly Span[], replace: (run: string) => string): string {
  let result = "";
  let position = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    result += text.slice(position, start) + replace(text.slice(start, end));
    position = end;
  }
  return result + text.slice(position);
}

/** Text before the opening marker, between the markers, and after the closing one. */
type Parts = readonly [before: string, content: string, after: string];

/** Rewrites each pair of markers, first with second and so on, that does not open and close as it should. */
function moveMarkers(target: Half, move: (parts: Parts) => Parts): string {
  const markers = findMarkers(target);
  let result = "";
  let position = 0;
  for (let nth = 0; nth + 1 < markers.length; nth += 2) {
    const opening = markers[nth] as Marker;
    const closing = markers[nth + 1] as Marker;
    if (opening.opens && closing.closes) continue;
    const before = target.text.slice(position, opening.start);
    const content = target.text.slice(opening.end, closing.start);
    const next = target.text.slice(closing.end, closing.end + 1);
    const [newBefore, newContent, after] = move([before, content, next]);
    const mark = target.text.slice(opening.start, opening.end);
    result += newBefore + mark + newContent + mark + after.slice(0, after.length - next.length);
    position = closing.end;
  }
  return result + target.text.slice(position);
}

/** `** Save**` to ` **Save**`, with no second blank where one stands already. */
function tighten([before, content, after]: Parts): Parts {
  const inner = content.trim();
  const isApartBefore = before === "" || /\s$/.test(before) || inner === content.trimEnd();
  const isApartAfter = after === "" || /^\s/.test(after) || inner === content.trimStart();
  return [isApartBefore ? before : `${before} `, inner, isApartAfter ? after : ` ${after}`];
}

const ENCLOSED = /^(?:「.*」|『.*』|【.*】|“.*”|"[^"]*"|\(.*\)|（.*）|\[.*\]|［.*］|《.*》|«.*»)$/s;
const PUNCTUATION_AFTER = /[:：。、，,．.!！?？;；…]+$/;

/** `**「保存」**を` to `「**保存**」を`, `**注意：**文字` to `**注意**：文字`. */
function excludePunctuation([before, content, after]: Parts): Parts {
  if (ENCLOSED.test(content)) {
    return [before + content.charAt(0), content.slice(1, -1), content.charAt(content.length - 1) + after];
  }
  const inner = content.replace(PUNCTUATION_AFTER, "");
  return [before, inner, content.slice(inner.length) + after];
}

/** A blank outside the markers always lets them open and close. */
function spaceOut([before, content, after]: Parts): Parts {
  const isApartBefore = before === "" || /\s$/.test(before) || !startsWithMark(content);
  const isApartAfter = after === "" || /^\s/.test(after) || !startsWithMark(characterBefore(content));
  return [isApartBefore ? before : `${before} `, content, isApartAfter ? after : ` ${after}`];
}
