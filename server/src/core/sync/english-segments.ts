import type { Document } from "../document/document.ts";
import { compareSegments, type EnglishComparison } from "../freshness/compare-segments.ts";
import { normalizedText } from "../freshness/normalize.ts";
import { bagOf, similarity } from "../freshness/similarity.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import type { SourceSegment } from "../segments/cut-source.ts";
import { findAt, type Span } from "../text/span.ts";
import { SourceCut } from "./source-cut.ts";
import type { TranslatedSegment } from "./translated-segments.ts";

/** A segment of the English page as it is now. */
export interface EnglishSegment {
  /** UTF-16 offsets into the English page. */
  readonly span: Span;
  /** As the English half of a pair holds it: without the quote markers of later lines. */
  readonly text: string;
  /** Numbers of the translated segments that it comes from: more than one where English joined sentences. */
  readonly from: readonly number[];
  /** Whether the English of these is what stands here, but for what `normalizedText` takes out. */
  readonly isSame: boolean;
}

/** The English page cut into segments, with what became of those of the translation. */
export interface EnglishReading {
  /** In the order of the English page, not overlapping. */
  readonly segments: readonly EnglishSegment[];
  /** Numbers of the translated segments whose English is gone. */
  readonly removed: readonly number[];
}

/** Cuts the English page into segments: where the translation has one as it has it, and elsewhere as the pipeline cuts. */
export function readEnglish(
  translated: readonly TranslatedSegment[],
  current: Document,
  unwrapped: ((nth: number) => string) | undefined,
): EnglishReading {
  const comparison = compareSegments(
    translated.map(({ source }) => source),
    current,
    unwrapped,
  );
  const cut = new SourceCut(current);
  const places = withPictures(cut.widenAll(placesOf(comparison)), comparison, translated, current);
  const placed = joinAlike(cut, places, translated);
  const segments: EnglishSegment[] = [];
  let position = current.frontMatter?.span.end ?? 0;
  for (const each of placed) {
    if (each.span.start < position) continue;
    for (const segment of split(cut, each, translated)) segments.push(segment);
    position = each.span.end;
  }
  const used = new Set(segments.flatMap(({ from }) => from));
  return { segments, removed: translated.flatMap((_, nth) => (used.has(nth) ? [] : [nth])) };
}

type Placed = Omit<EnglishSegment, "text">;

function placesOf({ verdicts, added }: EnglishComparison): Placed[] {
  const changed = new Map<number, { span: Span; from: number[] }>();
  const placed: Placed[] = added.map(({ place }) => ({ span: place.span, from: [], isSame: false }));
  for (const [nth, verdict] of verdicts.entries()) {
    if (verdict.state === "removed" || verdict.place === undefined) continue;
    const { span } = verdict.place;
    if (verdict.state !== "changed") {
      placed.push({ span, from: [nth], isSame: true });
      continue;
    }
    const known = changed.get(span.start);
    if (known === undefined) changed.set(span.start, { span, from: [nth] });
    else known.from.push(nth);
  }
  for (const { span, from } of changed.values()) placed.push({ span, from, isSame: false });
  // At one place, what did not change comes first.
  return placed.sort((a, b) => a.span.start - b.span.start || Number(b.isSame) - Number(a.isSame));
}

/**
 * With the pictures that were wrapped as segments, and whose texts changed: texts of pictures are not compared, but the
 * picture is the same where it shows the same file.
 */
function withPictures(
  places: readonly Placed[],
  { verdicts }: EnglishComparison,
  translated: readonly TranslatedSegment[],
  current: Document,
): readonly Placed[] {
  const lost = verdicts.flatMap(({ state }, nth) => {
    const file = state === "removed" ? pictureIn((translated[nth] as TranslatedSegment).source) : undefined;
    return file === undefined ? [] : [{ nth, file }];
  });
  if (lost.length === 0) return places;
  const free = new Map<string, Span[]>();
  for (const { isImage, span, targetSpan } of current.structure.links) {
    if (!isImage || findAt(places, span.start, (place) => place.span) !== undefined) continue;
    const file = current.text.slice(targetSpan.start, targetSpan.end);
    const known = free.get(file);
    if (known === undefined) free.set(file, [span]);
    else known.push(span);
  }
  // Of several that show the same file, the first is taken first.
  for (const spans of free.values()) spans.reverse();

  const found = lost.flatMap(({ nth, file }): Placed[] => {
    const span = free.get(file)?.pop();
    return span === undefined ? [] : [{ span, from: [nth], isSame: false }];
  });
  return [...places, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** The file of a picture that is all of a segment. */
function pictureIn(source: string): string | undefined {
  const picture = scanInline(source).links.find(({ isImage }) => isImage);
  const isAll = picture?.span.start === 0 && picture.span.end === source.length;
  const target = isAll ? picture.targetSpan : undefined;
  return target === undefined ? undefined : source.slice(target.start, target.end);
}

/**
 * A paragraph that was translated as one segment stays one where some of its sentences changed: the sentences beside
 * the changed ones that it held before belong to it.
 */
function joinAlike(
  cut: SourceCut,
  placed: readonly Placed[],
  translated: readonly TranslatedSegment[],
): Placed[] {
  const joined: Placed[] = [];
  for (const each of placed) {
    const last = joined.at(-1);
    if (last !== undefined && mayJoin(cut, last, each, translated)) {
      const from = last.from.length > 0 ? last.from : each.from;
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: each.span.end },
        from,
        isSame: false,
      };
    } else joined.push(each);
  }
  return joined;
}

function mayJoin(
  cut: SourceCut,
  left: Placed,
  right: Placed,
  translated: readonly TranslatedSegment[],
): boolean {
  const [whole, part] = left.from.length > 0 ? [left, right] : [right, left];
  const [nth] = whole.from;
  if (whole.isSame || whole.from.length !== 1 || part.from.length > 0 || nth === undefined) return false;
  if (!cut.isBlankBetween(left.span, right.span)) return false;
  return normalizedText((translated[nth] as TranslatedSegment).source).includes(
    normalizedText(cut.textOf(part.span)),
  );
}

/** One sentence became two: the one that is most like it keeps the translation, the other is new. */
function split(cut: SourceCut, placed: Placed, translated: readonly TranslatedSegment[]): EnglishSegment[] {
  const { span: place, from, isSame } = placed;
  const whole = { span: place, text: cut.textOf(place), from, isSame };
  const parts = placed.isSame || placed.from.length > 1 ? [] : cut.partsOf(placed.span);
  const old = translated[placed.from[0] ?? -1];
  if (parts.length < 2 || (old !== undefined && heldSeveral(parts, old.source))) return [whole];
  const likeness = parts.map(({ text }) =>
    old === undefined ? 0 : similarity(bagOf(text), bagOf(old.source)),
  );
  const best = likeness.indexOf(likeness.reduce((most, each) => Math.max(most, each)));
  return parts.map(({ span, text }, nth) => ({
    span,
    text,
    from: nth === best ? placed.from : [],
    isSame: false,
  }));
}

function heldSeveral(parts: readonly SourceSegment[], source: string): boolean {
  const old = normalizedText(source);
  return parts.some(({ text }) => old.includes(normalizedText(text))) && parts.length > 1;
}
