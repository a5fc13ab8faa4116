import type { SegmentCounts } from "../../core/freshness/count-segments.ts";
import type { PageStatus } from "../page-status.ts";
import type { Paint } from "../paint.ts";
import { counted } from "../../core/text/counted.ts";

type State = PageStatus["state"];

/** From the best to what needs most work. */
const STATES: readonly State[] = [
  "current",
  "metadata-only",
  "outdated",
  "source-missing",
  "unknown",
  "not-localized",
];
const NO_SEGMENTS: SegmentCounts = {
  total: 0,
  current: 0,
  changed: 0,
  new: 0,
  removed: 0,
  untranslated: 0,
  moved: 0,
};

/** The stable report for scripts: one JSON object. */
export function reportStatusJson(documents: readonly PageStatus[]): string {
  const report = {
    version: 1,
    documents: documents.map(({ root, file, state, segments, marked, translationType, locale }) => ({
      ...(root === undefined ? {} : { root }),
      file,
      state,
      segments: segments ?? null,
      marked,
      translationType: translationType ?? null,
      locale: locale ?? null,
    })),
    totals: {
      documents: documents.length,
      ...Object.fromEntries(STATES.map((state) => [state, countOf(documents, state)])),
      segments: sumSegments(documents),
      marked: sumMarked(documents),
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The report for people: one line for each page. */
export function reportStatusText(documents: readonly PageStatus[], paint: Paint): string {
  return documents.map((each) => `${toLine(each, paint)}\n`).join("");
}

/** What it all came to, in one line or two. */
export function summarizeStatus(documents: readonly PageStatus[], paint: Paint): string {
  const states = STATES.filter((state) => countOf(documents, state) > 0)
    .map((state) => `${countOf(documents, state)} ${state}`)
    .join(", ");
  const pages = counted(documents.length, "page", "pages");
  const stale = listWork(sumSegments(documents), sumMarked(documents));
  return `${paint.strong(pages)}${states === "" ? "" : `: ${states}`}.${stale === "" ? "" : ` ${stale.replace(/^o/, "O")}.`}\n`;
}

const WIDTH = Math.max(...STATES.map((state) => state.length));

function toLine({ state, shownPath, segments = NO_SEGMENTS, marked }: PageStatus, paint: Paint): string {
  const stale = listWork(segments, marked);
  return `${paintState(state, marked, paint)} ${shownPath}${stale === "" ? "" : `  ${paint.faint(stale)}`}`;
}

function paintState(state: State, marked: number, paint: Paint): string {
  const padded = state.padEnd(WIDTH);
  if (marked > 0) return paint.poor(padded);
  if (state === "current" || state === "metadata-only") return paint.good(padded);
  return state === "outdated" || state === "source-missing" ? paint.poor(padded) : paint.faint(padded);
}

/** `of 80 segments 3 changed, 1 removed; 2 new; 4 need work`. */
function listWork(
  { total, changed, removed, moved, new: added, untranslated }: SegmentCounts,
  marked: number,
): string {
  const stale = [
    [changed, "changed"],
    [removed, "removed"],
    [moved, "moved"],
    [untranslated, "untranslated"],
  ] as const;
  const listed = stale.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const parts =
    listed.length === 0 ? [] : [`of ${counted(total, "segment", "segments")} ${listed.join(", ")}`];
  if (added > 0) parts.push(`${added} new`);
  if (marked > 0) parts.push(`${marked} ${marked === 1 ? "needs" : "need"} work`);
  return parts.join("; ");
}

function countOf(documents: readonly PageStatus[], state: State): number {
  return documents.filter((each) => each.state === state).length;
}

function sumMarked(documents: readonly PageStatus[]): number {
  return documents.reduce((sum, { marked }) => sum + marked, 0);
}

function sumSegments(documents: readonly PageStatus[]): SegmentCounts {
  return documents.reduce<SegmentCounts>((sum, { segments = NO_SEGMENTS }) => {
    const entries = Object.entries(sum) as [keyof SegmentCounts, number][];
    return Object.fromEntries(
      entries.map(([key, count]) => [key, count + segments[key]]),
    ) as unknown as SegmentCounts;
  }, NO_SEGMENTS);
}
