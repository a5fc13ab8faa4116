import type { Document } from "../document/document.ts";
import type { Fix } from "../rules/rule.ts";
import { findAt, type Span, textAt } from "../text/span.ts";
import type { MatchedBlock } from "./compare-structure.ts";

// `1.설치`, `１．`, `2、`, `•`: what is meant for a marker and is none.
const ALMOST_MARKER = /^(?:[\d０-９]{1,3}[.．、。)）](?!\d)|[-+](?![-+])|[•・‣◦–—－])[ \t\u3000\u00A0]*/;
const LAST_MARKER = /(?:\d{1,9}(?=[.)])|(?=[-*+]))[-*+.)][ \t]*$/;

/** Gives a block the list marker and the indentation of its English. `undefined`: it is not clear how. */
export function restoreListMarker(document: Document, pair: MatchedBlock): Fix | undefined {
  const { source, target } = pair;
  if (textAt(document.text, target.prefixSpan) !== target.prefix) return undefined;
  if (source.items.length === 0 && target.items.length > 0) return escapeMarker(pair);
  const span = spanOfMarker(document, pair);
  // Of a block further down in an item, the English prefix is blanks; of what follows a title in HTML, it is text.
  if (span === undefined || !/^[\s>\d.)*+-]*$/.test(source.prefix)) return undefined;
  return {
    title: "Restore the list marker of the English page",
    edits: [{ span, newText: source.prefix }],
    isPreferred: true,
  };
}

/** What stands in the marker's place: in front of side-by-side markup, or up to where the text begins. */
function spanOfMarker({ segments }: Document, { source, target }: MatchedBlock): Span | undefined {
  const { start, end } = target.prefixSpan;
  const almost = source.items.length > target.items.length ? ALMOST_MARKER.exec(target.text)?.[0] : undefined;
  const segment = findAt(segments, target.span.start, (each) => each);
  if (segment === undefined) return { start, end: end + (almost?.length ?? 0) };
  if (almost !== undefined) return undefined;
  return target.prefix === "" ? { start: segment.span.start, end: segment.span.start } : { start, end };
}

/** `29. juni` starts a list with the number 29, and `* Footnote` one with a bullet, unless the sign is escaped. */
function escapeMarker({ target: { prefix, prefixSpan } }: MatchedBlock): Fix | undefined {
  const match = LAST_MARKER.exec(prefix);
  if (match === null) return undefined;
  const at = prefixSpan.start + match.index + match[0].search(/[-*+.)]/);
  return {
    title: "Escape the marker, so that it starts no list",
    edits: [{ span: { start: at, end: at }, newText: "\\" }],
    isPreferred: true,
  };
}
