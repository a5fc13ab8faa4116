// The numbers in the ids: what a segment would be numbered, from the English page alone.

import { joinedCount, toItem } from "./segments.mjs";

/** Pages that are cut right are compared. P segments have a counter of their own, but take as many numbers as any. */
export function measureNumbering(corpora, { numberSegments, parseDocument, parseSegmentId }) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    const counts = { pages: 0, starts: 0, exact: 0, segments: 0, right: 0 };
    for (const { path, document, english } of corpus.pages()) {
      const truth = document.segments.map(({ id, source }) => ({ source, id: parseSegmentId(id) }));
      const pairs = pairUp(truth, numberSegments(parseDocument(english)));
      if (pairs === undefined || pairs.length === 0) continue;
      // The title of a page that is put together from its halves is not English.
      const shift = corpus.isRebuilt ? pairs[0].number - pairs[0].foretold : 0;
      const wrong = pairs.filter(({ number, foretold }) => number !== foretold + shift);
      counts.pages += 1;
      counts.starts += Number(pairs[0].number === pairs[0].foretold);
      counts.segments += pairs.length;
      counts.right += pairs.length - wrong.length;
      counts.exact += Number(wrong.length === 0);
      if (wrong.length > 0) differences.push({ corpus: corpus.name, path, ...wrong[0] });
    }
    const { pages, starts, exact, segments, right } = counts;
    rows.push({
      corpus: corpus.name,
      pages,
      "first right": corpus.isRebuilt ? "-" : starts,
      "all right": exact,
      share: exact / pages,
      segments,
      right,
      "share of segments": right / segments,
    });
  }
  return {
    title: "Numbers of segments",
    notes: [
      "Pages that are cut into the segments they have, p segments expanded. Where the English is put together from",
      "the halves, its title and description are not there: numbers are compared from the first one on.",
    ],
    rows,
    differences,
  };
}

/** The true and the foretold number of each segment but the p segments; `undefined` if the page is cut otherwise. */
function pairUp(truth, numbered) {
  const pairs = [];
  const items = numbered.map(({ text, number }) => ({ ...toItem(text), number }));
  let at = 0;
  for (const { source, id } of truth) {
    if (id === undefined || at >= items.length) return undefined;
    const { key, bare } = toItem(source);
    const count = id.isParagraph ? joinedCount(items, at, bare) : Number(items[at].key === key);
    if (count === 0) return undefined;
    if (!id.isParagraph) pairs.push({ number: id.number, foretold: items[at].number, text: source });
    at += count;
  }
  return at === items.length ? pairs : undefined;
}
