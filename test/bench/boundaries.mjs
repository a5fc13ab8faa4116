// Inside blocks: where sentences are cut, given the blocks.
import { score } from "./table.mjs";

/** Pairs with nothing but blanks between them are one block; their English, put together, is cut again. */
export function measureBoundaries(corpora, { cutSentences, parseSegmentId }) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    const counts = { blocks: 0, exact: 0, real: 0, predicted: 0, both: 0 };
    for (const { path, document } of corpus.pages()) {
      for (const { text, ends } of blocksOf(document, parseSegmentId)) {
        const predicted = cutSentences(text)
          .map(({ end }) => end)
          .slice(0, -1);
        const missed = ends.filter((end) => !predicted.includes(end));
        const extra = predicted.filter((end) => !ends.includes(end));
        counts.blocks += 1;
        counts.real += ends.length;
        counts.predicted += predicted.length;
        counts.both += ends.length - missed.length;
        if (missed.length + extra.length === 0) counts.exact += 1;
        for (const end of missed) differences.push({ corpus: corpus.name, path, missed: around(text, end) });
        for (const end of extra) differences.push({ corpus: corpus.name, path, extra: around(text, end) });
      }
    }
    const { blocks, exact, real, predicted } = counts;
    rows.push({
      corpus: corpus.name,
      boundaries: real,
      predicted,
      ...score(counts),
      blocks,
      exact,
      share: exact / blocks,
    });
  }
  return {
    title: "Inner boundaries, given the blocks",
    notes: [
      "Runs of pairs with only blanks between them; runs that hold a p segment, and link texts, are left out.",
    ],
    rows,
    differences,
  };
}

function* blocksOf({ text, segments }, parseSegmentId) {
  let block;
  for (const [nth, { id, span, source }] of segments.entries()) {
    const gap = nth === 0 ? undefined : text.slice(segments[nth - 1].span.end, span.start);
    if (block !== undefined && /^[^\S\n]*$/.test(gap)) {
      block.ends.push(block.text.length);
      block.text += gap === "" ? " " : gap;
    } else {
      if (block !== undefined && !block.isLeftOut) yield block;
      // The text of a link that stands alone is never cut.
      block = { text: "", ends: [], isLeftOut: text[span.start - 1] === "[" };
    }
    block.text += source;
    block.isLeftOut ||= parseSegmentId(id)?.isParagraph === true;
  }
  if (block !== undefined && !block.isLeftOut) yield block;
}

function around(text, end) {
  return `${text.slice(Math.max(0, end - 90), end)}|${text.slice(end, end + 60)}`;
}
