import { CleanText } from "../document/clean-text.ts";
import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Heading } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";
import { lazyDocument } from "./lazy-document.ts";

/** A page as its English halves tell it. */
export interface EnglishHalves {
  /** The body with each pair replaced by its English; see `englishHalvesOf`. */
  readonly document: Document;
  /** Span of the side-by-side page for a span of `document`. An empty one stays empty. */
  toPage(span: Span): Span;
}

const known = new Attached<Document, EnglishHalves>();

/**
 * The English body of a side-by-side page, rebuilt from its own halves. Left out: the header, whose title and
 * description exist in translation only, and the anchor that the localization pipeline puts into a heading. Texts that
 * it translates without wrapping them, those of images above all, stay translated. `undefined`: there are no segments.
 *
 * Measured on office-js: 54,113 of 54,740 lines are those of the English file; of the others most are texts of images,
 * and code in which the pipeline made a blank of a no-break space.
 */
export function englishHalvesOf(document: Document): EnglishHalves | undefined {
  if (document.segments.length === 0) return undefined;
  return known.of(document, rebuild);
}

function rebuild(document: Document): EnglishHalves {
  let english: CleanText | undefined;
  // Most pages have all that rules ask for without.
  const read = (): CleanText => (english ??= readHalves(document));
  return {
    document: lazyDocument(() => read().text),
    toPage: ({ start, end }) => read().toPage(start, end),
  };
}

function readHalves({ text, frontMatter, segments, structure }: Document): CleanText {
  const kept = segments.map(({ span, sourceSpan }) => ({ span, targetSpan: sourceSpan }));
  const dropped = structure.headings.flatMap((heading) => {
    const span = findPipelineAnchor(text, heading);
    return span === undefined ? [] : [{ span, targetSpan: { start: span.end, end: span.end } }];
  });
  const cuts = [...kept, ...dropped].sort((a, b) => a.span.start - b.span.start);
  return CleanText.of(text, frontMatter?.span.end ?? 0, cuts);
}

/** `<a name="english-slug"></a>` at the start of a heading. An anchor of another name is the author's. */
function findPipelineAnchor(text: string, heading: Heading): Span | undefined {
  const { start } = heading.contentSpan;
  if (!text.startsWith("<a name=", start)) return undefined;
  const anchor = `<a name="${heading.sourceSlug ?? ""}"></a>`;
  return text.startsWith(anchor, start) ? { start, end: start + anchor.length } : undefined;
}
