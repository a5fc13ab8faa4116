import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import { isReadable, LONGEST_SENTENCE } from "./is-readable.ts";
import { readRenderedEmphasis } from "./rendered-emphasis.ts";

const MAY_BE_SHOWN = /[_＊]/;
const NONE: readonly Span[] = [];
const UNDERSCORES = /\\.|_+/gs;
const FULL_WIDTH = /＊+/g;
const WORD = /[A-Za-z0-9_]/;

/**
 * Emphasis of the English that the translation has written with markers that do nothing: `的__太字__字`, since an `_`
 * between letters is one, and `＊＊保存＊＊`. Gives the markers, in text order. Only what comes in pairs, and no more of
 * them than the English has emphasis that the translation lacks; an `_` of `snake_case` is none.
 */
export function findShownMarkers(target: Half, source: Half): readonly Span[] {
  if (!MAY_BE_SHOWN.test(target.text)) return NONE;
  return [...findUnderscores(target, source), ...findFullWidth(target, source)].sort(
    (a, b) => a.start - b.start,
  );
}

function findUnderscores(target: Half, source: Half): Span[] {
  if (!target.text.includes("_") || !source.text.includes("_")) return [];
  // What `isReadable` says of it in the end, without a list of its runs.
  if (target.text.length > LONGEST_SENTENCE) return [];
  const candidates = findRuns(target);
  if (candidates.length < 2 || !isReadable(target.text) || !isReadable(source.text)) return [];

  const wanted = findRendered(source, "_");
  if (wanted.length === 0) return [];
  const rendered = findRendered(target, "_");
  const lost = wanted.length - rendered.length;
  if (lost < 1 || withoutRendered(findRuns(source), wanted).length > 0) return [];
  const shown = withoutRendered(candidates, rendered);
  return shown.length <= 2 * lost && arePairs(target.text, shown) ? shown : [];
}

/** Unescaped `_` in prose that are no part of a name such as `snake_case`. */
function findRuns({ prose }: Half): Span[] {
  return [...prose.matchAll(UNDERSCORES)]
    .filter(
      ({ 0: run, index }) =>
        run.startsWith("_") &&
        !(WORD.test(prose.charAt(index - 1)) && WORD.test(prose.charAt(index + run.length))),
    )
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}

function findRendered(half: Half, marker: string): Span[] {
  const { strong, emphasis } = readRenderedEmphasis(half);
  return [...strong, ...emphasis].filter(({ start }) => half.text.startsWith(marker, start));
}

/** The runs that no rendered emphasis begins or ends with. */
function withoutRendered(runs: readonly Span[], rendered: readonly Span[]): Span[] {
  const edges = new Set(rendered.flatMap(({ start, end }) => [start, end - 1]));
  return runs.filter(({ start, end }) => {
    for (let offset = start; offset < end; offset++) if (edges.has(offset)) return false;
    return true;
  });
}

/** Whether markers follow each other as opening and closing ones do, with no blank inside. */
function arePairs(text: string, markers: readonly Span[]): boolean {
  if (markers.length % 2 === 1) return false;
  return markers.every(({ start, end }, nth) => {
    const other = markers[nth + (nth % 2 === 0 ? 1 : -1)] as Span;
    const inner = nth % 2 === 0 ? text.charAt(end) : text.charAt(start - 1);
    return end - start === other.end - other.start && end !== other.start && inner.trim() !== "";
  });
}

function findFullWidth(target: Half, source: Half): Span[] {
  if (!target.text.includes("＊") || source.text.includes("＊") || !source.text.includes("*")) return [];
  if (!isReadable(target.text) || !isReadable(source.text)) return [];
  const shown = [...target.prose.matchAll(FULL_WIDTH)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  const lost = findRendered(source, "*").length - findRendered(target, "*").length;
  return shown.length <= 2 * lost && arePairs(target.text, shown) ? shown : [];
}
