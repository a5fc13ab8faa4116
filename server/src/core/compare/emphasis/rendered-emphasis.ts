import { type InlineMeaning, readInlineMeaning } from "../../markdown/meaning.ts";
import type { Span } from "../../text/span.ts";
import { findMarkers, type Marker } from "./emphasis-markers.ts";
import { Half } from "../pairs/half.ts";

/** What of a half renders bold and italic, and which of its `*` the reader sees. */
export type RenderedEmphasis = Pick<InlineMeaning, "strong" | "emphasis" | "literalAsterisks">;

const MARKERS = /\\.|\*+|_+/gs;

/**
 * How the emphasis of a half renders when it is read alone, without the definitions of its page: by CommonMark's own
 * method. Remark, which takes a hundred times as long, is asked where what is no emphasis needs a closer look.
 */
export function readRenderedEmphasis(half: Half): RenderedEmphasis {
  const alone = half.tokens.links.some(({ form }) => form === "reference") ? new Half(half.text) : half;
  return needsCloserLook(alone)
    ? readInlineMeaning(half.text)
    : pairMarkers(half.text, findMarkers(alone, MARKERS));
}

/** Strikethrough, longer markers than anybody writes, mails and URLs, which end where remark says, and texts of pictures. */
function needsCloserLook({ prose, tokens: { links } }: Half): boolean {
  return (
    /~|[\w.+-]@|\*{4}|_{4}/.test(prose) || links.some(({ form, isImage }) => isImage || form !== "inline")
  );
}

/** What is left of a marker that others have taken a part of. */
interface Rest extends Marker {
  readonly character: string;
  start: number;
  end: number;
}

/** CommonMark 0.31, "process emphasis": every marker that closes looks for the nearest one that opens. */
function pairMarkers(text: string, markers: readonly Marker[]): RenderedEmphasis {
  const rests = markers.map((marker) => toRest(text, marker));
  const strong: Span[] = [];
  const emphasis: Span[] = [];
  // Emphasis does not reach over the edge of a link.
  const openByLink = new Map<number, Rest[]>();
  for (const closing of rests) {
    const open = openByLink.get(closing.link) ?? [];
    openByLink.set(closing.link, open);
    while (closing.closes && closing.start < closing.end) {
      const nth = open.findLastIndex((opening) => isPartner(opening, closing));
      const opening = open[nth];
      if (opening === undefined) break;
      // What stands between the two and has found no partner is text.
      open.length = nth + 1;
      const used = Math.min(opening.end - opening.start, closing.end - closing.start, 2);
      opening.end -= used;
      closing.start += used;
      (used === 2 ? strong : emphasis).push({ start: opening.end, end: closing.start });
      if (opening.start === opening.end) open.pop();
    }
    if (closing.opens && closing.start < closing.end) open.push(closing);
  }
  const literalAsterisks = rests
    .filter(({ character, start, end }) => character === "*" && start < end)
    .map(({ start, end }) => ({ start, end }));
  return { strong: inOrder(strong), emphasis: inOrder(emphasis), literalAsterisks };
}

function toRest(text: string, marker: Marker): Rest {
  return { ...marker, character: text.charAt(marker.start) };
}

/** Two that may both open and close must not have three characters together, or six, unless each of them has. */
function isPartner(opening: Rest, closing: Rest): boolean {
  if (opening.character !== closing.character) return false;
  const [a, b] = [opening.end - opening.start, closing.end - closing.start];
  return !((opening.closes || closing.opens) && b % 3 !== 0 && (a + b) % 3 === 0);
}

function inOrder(spans: Span[]): Span[] {
  return spans.sort((a, b) => a.start - b.start);
}
