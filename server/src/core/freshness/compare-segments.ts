import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import { findRest, type Rest } from "./find-rest.ts";
import { type Ground, groundOf, rawText, toPage } from "./ground.ts";
import { locateSegments } from "./locate.ts";
import { matchEqual } from "./match-equal.ts";
import { normalizedText } from "./normalize.ts";
import { pairChanges } from "./pair-changes.ts";

/** A stretch of the English page as it is now. */
export interface EnglishPlace {
  /** Raw Markdown. */
  readonly text: string;
  /** UTF-16 offsets into the English page. */
  readonly span: Span;
}

/** What became of the English of a segment. */
export type Verdict =
  /** It is there as it was. `place` is `undefined` for a segment that holds nothing but marks. */
  | { readonly state: "current"; readonly place: EnglishPlace | undefined }
  /** Another text stands in its place. */
  | { readonly state: "changed"; readonly place: EnglishPlace }
  /** It is there as it was, before or after other segments than it was. */
  | { readonly state: "moved"; readonly place: EnglishPlace }
  | { readonly state: "removed" };

/** English that no segment was made from. */
export interface NewEnglish {
  readonly place: EnglishPlace;
  /** How many segments stand before it, in the order of the page. */
  readonly after: number;
}

/** What became of the English of a page. */
export interface EnglishComparison {
  /** One for each segment, in page order. */
  readonly verdicts: readonly Verdict[];
  /** In the order of the English page. */
  readonly added: readonly NewEnglish[];
}

/**
 * Holds the English that a page was made from, segment by segment, against the English page as it is now. In order:
 * the same short text elsewhere is another one. The pipeline may have cut the English elsewhere than we do; that alone
 * makes no difference.
 *
 * `unwrapped` gives the localized page's raw Markdown before the segment of that number (after the last one: of the
 * number of segments): what the pipeline left as it was is there, too, and is not new.
 */
export function compareSegments(
  sources: readonly string[],
  current: Document,
  unwrapped: (nth: number) => string = () => "",
): EnglishComparison {
  const ground = groundOf(current);
  const keys = sources.map((source) => normalizedText(source));
  const placed = place(keys, ground);
  const verdicts: (Verdict | undefined)[] = [];
  for (let nth = 0; nth < keys.length; nth += 1) {
    const span = placed[nth];
    const isThere = span !== undefined || keys[nth] === "";
    const where = span && toPlace(ground, span);
    verdicts.push(isThere ? { state: "current", place: where } : undefined);
  }
  const rest = findRest(ground, placed, unwrapped).filter((each) => {
    if (each.joins === undefined) return true;
    verdicts[each.joins] = { state: "changed", place: toPlace(ground, each.span) };
    return false;
  });
  findMoved(keys, ground, rest, verdicts);
  findChanged(sources, ground, rest, verdicts);
  const final = verdicts.map((verdict): Verdict => verdict ?? { state: "removed" });
  return { verdicts: final, added: toNewEnglish(ground, rest, final) };
}

/** What is left, behind the segments that stand before it: those that changed, too. */
function toNewEnglish(ground: Ground, rest: readonly Rest[], verdicts: readonly Verdict[]): NewEnglish[] {
  let after = 0;
  return rest.flatMap(({ span, isTaken }) => {
    if (isTaken) return [];
    const place = toPlace(ground, span);
    for (let nth = after; nth < verdicts.length; nth += 1) {
      const verdict = verdicts[nth] as Verdict;
      if (verdict.state === "removed" || verdict.state === "moved" || verdict.place === undefined) continue;
      if (verdict.place.span.start > place.span.start) break;
      after = nth + 1;
    }
    return [{ place, after }];
  });
}

function toPlace(ground: Ground, normalized: Span): EnglishPlace {
  const span = toPage(ground, normalized);
  return { text: ground.page.slice(span.start, span.end), span };
}

/** Where each segment's English stands in the normalized page. */
function place(keys: readonly string[], ground: Ground): (Span | undefined)[] {
  const placed = new Array<Span | undefined>(keys.length).fill(undefined);
  const texts = ground.units.map(({ start, end }) => ground.text.slice(start, end));
  matchEqual(keys, texts).forEach((unit, nth) => {
    if (unit >= 0) placed[nth] = ground.units[unit];
  });
  locateSegments(keys, ground, placed);
  return placed;
}

/** Segments that are not where they were, and that stand as a whole among what no segment covers. */
function findMoved(
  keys: readonly string[],
  ground: Ground,
  rest: readonly Rest[],
  verdicts: (Verdict | undefined)[],
): void {
  const waiting = new Map<string, Rest[]>();
  for (const each of rest) {
    const text = ground.text.slice(each.span.start, each.span.end);
    const alike = waiting.get(text);
    if (alike === undefined) waiting.set(text, [each]);
    else alike.push(each);
  }
  for (const alike of waiting.values()) alike.reverse();
  for (const [nth, key] of keys.entries()) {
    if (verdicts[nth] !== undefined) continue;
    const found = waiting.get(key)?.pop();
    if (found === undefined) continue;
    found.isTaken = true;
    verdicts[nth] = { state: "moved", place: toPlace(ground, found.span) };
  }
}

/** Segments that another text took the place of: between the same two that did not change. */
function findChanged(
  sources: readonly string[],
  ground: Ground,
  rest: readonly Rest[],
  verdicts: (Verdict | undefined)[],
): void {
  let position = 0;
  for (let nth = 0; nth <= sources.length; nth += 1) {
    const old: number[] = [];
    for (; nth < sources.length && !isPlaced(verdicts[nth]); nth += 1) {
      if (verdicts[nth] === undefined) old.push(nth);
    }
    const now: Rest[] = [];
    for (; position < rest.length && (rest[position] as Rest).after <= nth; position += 1) {
      if (!(rest[position] as Rest).isTaken) now.push(rest[position] as Rest);
    }
    applyChanges(old, now, sources, ground, verdicts);
  }
}

function isPlaced(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && verdict.state !== "moved";
}

function applyChanges(
  old: readonly number[],
  now: readonly Rest[],
  sources: readonly string[],
  ground: Ground,
  verdicts: (Verdict | undefined)[],
): void {
  const changes = pairChanges(
    old.map((nth) => sources[nth] as string),
    now.map(({ span }) => rawText(ground, span)),
  );
  for (const { old: oldRange, now: nowRange } of changes) {
    const taken = now.slice(...nowRange);
    const span = { start: (taken[0] as Rest).span.start, end: (taken.at(-1) as Rest).span.end };
    for (const each of taken) each.isTaken = true;
    for (const nth of old.slice(...oldRange))
      verdicts[nth] = { state: "changed", place: toPlace(ground, span) };
  }
}
