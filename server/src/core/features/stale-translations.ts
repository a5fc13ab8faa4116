import type { Document } from "../document/document.ts";
import { type JudgedSegment, judgePage } from "../freshness/judge-page.ts";
import type { PageSources } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";

/** A translation of the English page that somebody has open. */
export interface Translation {
  /** As people write it: `zh-CN`. */
  readonly locale: string;
  readonly document: Document;
  /** With the English page as `current`, as it is at the moment. */
  readonly sources: PageSources;
}

/** What of a translation no longer fits the English page, in one stretch of the English page. */
export interface StaleCounts {
  /** Translated segments whose English changed or is gone. */
  readonly stale: number;
  /** English sentences without a translation. */
  readonly added: number;
  /** Code, links, images and headers that changed, and segments that stand elsewhere now. */
  readonly others: number;
}

/** Something to be said above a line of an English page. */
export interface StaleNote<T extends Translation> {
  /** UTF-16 offset of that line. */
  readonly offset: number;
  /** One sentence without a full stop. */
  readonly title: string;
  /** The translations that it is about, with the first place of each that no longer fits. */
  readonly translations: readonly { readonly translation: T; readonly span: Span | undefined }[];
}

/** One thing that no longer fits. */
interface Stale {
  readonly kind: keyof StaleCounts;
  /** Where in the English page; of what is gone, where it was. */
  readonly offset: number;
  /** The translation of it. */
  readonly span: Span | undefined;
}

/**
 * What an English page, as it is at the moment, does to its translations: a note on the whole at its top, and one on
 * each section in which something no longer fits. None where there are no translations.
 */
export function findStaleNotes<T extends Translation>(
  english: Document,
  translations: readonly T[],
): readonly StaleNote<T>[] {
  if (translations.length === 0) return [];
  const found = translations.map((translation) => ({ translation, stale: findStale(translation) }));
  const sections = sectionsOf(english);
  const ofSections = sections.flatMap(({ offset, end }, nth) => {
    const start = sections[nth - 1]?.end ?? 0;
    const inside = found
      .map(({ translation, stale }) => ({
        translation,
        stale: stale.filter((each) => each.kind !== "others" && start <= each.offset && each.offset < end),
      }))
      .filter(({ stale }) => stale.length > 0);
    return inside.length === 0 ? [] : [toNote(offset, inside)];
  });
  return [toNote(0, found), ...ofSections];
}

function findStale({ document, sources }: Translation): Stale[] {
  const freshness = judgePage(document, sources);
  if (freshness.state !== "outdated") return [];
  return [
    ...staleSegments(freshness.segments ?? [], sources.current?.document.frontMatter?.span.end ?? 0),
    ...freshness.added.map(({ place }): Stale => ({
      kind: "added",
      offset: place.span.start,
      span: undefined,
    })),
    ...freshness.others.map(({ span }): Stale => ({
      kind: "others",
      offset: span?.start ?? 0,
      span: undefined,
    })),
  ];
}

function staleSegments(segments: readonly JudgedSegment[], bodyStart: number): Stale[] {
  const stale: Stale[] = [];
  // What is gone stood behind what stands before it.
  let last = bodyStart;
  for (const { verdict, span } of segments) {
    if (verdict.state === "removed") {
      stale.push({ kind: "stale", offset: last, span });
      continue;
    }
    if (verdict.place === undefined) continue;
    const offset = verdict.place.span.start;
    if (verdict.state === "changed") stale.push({ kind: "stale", offset, span });
    if (verdict.state === "moved") stale.push({ kind: "others", offset, span });
    // What was moved says nothing about where its neighbours were.
    else last = offset;
  }
  return stale;
}

interface Section {
  /** Where a note on it belongs: its heading, or its first block. */
  readonly offset: number;
  readonly end: number;
}

function sectionsOf({ text, frontMatter, structure: { headings, blocks } }: Document): Section[] {
  const bodyStart = frontMatter?.span.end ?? 0;
  const [first] = blocks;
  const starts = headings.map(({ span }) => span.start);
  // What stands above the first heading has none to be named by.
  if (first !== undefined && first.span.start !== starts[0])
    starts.unshift(Math.max(first.span.start, bodyStart));
  return starts.map((offset, nth) => ({ offset, end: starts[nth + 1] ?? text.length + 1 }));
}

function toNote<T extends Translation>(
  offset: number,
  found: readonly { readonly translation: T; readonly stale: readonly Stale[] }[],
): StaleNote<T> {
  const byCounts = new Map<string, string[]>();
  for (const { translation, stale } of found) {
    const counts = describeCounts(countStale(translation, stale));
    byCounts.set(counts, [...(byCounts.get(counts) ?? []), translation.locale]);
  }
  return {
    offset,
    title: Array.from(byCounts, ([counts, locales]) => `${listLocales(locales)}: ${counts}`).join(" · "),
    translations: found.map(({ translation, stale }) => ({
      translation,
      span: stale.find(({ span }) => span !== undefined)?.span,
    })),
  };
}

function countStale(
  { document, sources }: Translation,
  stale: readonly Stale[],
): StaleCounts | "current" | "outdated" {
  if (stale.length === 0) {
    const { state } = judgePage(document, sources);
    return state === "outdated" ? "outdated" : "current";
  }
  const count = (kind: keyof StaleCounts): number => stale.filter((each) => each.kind === kind).length;
  return { stale: count("stale"), added: count("added"), others: count("others") };
}

/** Counts in words: `3 segments go stale, 1 new`. */
function describeCounts(counts: StaleCounts | "current" | "outdated"): string {
  if (typeof counts === "string") return counts === "current" ? "up to date" : "made from another version";
  const { stale, added, others } = counts;
  const parts = [
    stale === 0 ? "" : stale === 1 ? "1 segment goes stale" : `${stale} segments go stale`,
    added === 0 ? "" : stale > 0 ? `${added} new` : added === 1 ? "1 new segment" : `${added} new segments`,
    others === 0 ? "" : others === 1 ? "1 other change" : `${others} other changes`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** More would not fit above a line. */
const MOST_LISTED = 6;

function listLocales(locales: readonly string[]): string {
  const sorted = [...locales].sort();
  const rest = sorted.length - MOST_LISTED;
  return rest <= 1 ? sorted.join(", ") : `${sorted.slice(0, MOST_LISTED).join(", ")} and ${rest} more`;
}
