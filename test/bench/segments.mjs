// Whole pages: what an English page is cut into, against the English halves of its side-by-side page.
import { score } from "./table.mjs";

/**
 * Equal are texts that are equal after steps 0 to 3 of the ladder by which the format's facts were measured: white
 * space collapsed, quote markers dropped, entities decoded, backslash escapes undone.
 */
export function measureSegments(corpora, { cutSource, parseDocument }) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    const all = emptyCounts();
    const plain = emptyCounts();
    for (const { path, document, english } of corpus.pages()) {
      const predicted = cutSource(parseDocument(english)).map(({ text }) => toItem(text));
      const truth = document.segments.map(({ source, id }) => ({
        ...toItem(source),
        isParagraph: id.includes("-p"),
      }));
      const { paired, missed, extra } = align(truth, predicted);
      const hasParagraphs = truth.some(({ isParagraph }) => isParagraph);
      for (const counts of hasParagraphs ? [all] : [all, plain]) {
        counts.pages += 1;
        counts.real += paired + missed.length;
        counts.predicted += paired + extra.length;
        counts.both += paired;
        if (missed.length + extra.length === 0) counts.exact += 1;
      }
      for (const { text } of missed) differences.push({ corpus: corpus.name, path, missed: text });
      for (const { text } of extra) differences.push({ corpus: corpus.name, path, extra: text });
    }
    if (plain.pages < all.pages) rows.push(toRow(`${corpus.name}, pages without p segments`, plain));
    rows.push(toRow(plain.pages < all.pages ? `${corpus.name}, all pages` : corpus.name, all));
  }
  return {
    title: "Whole segments, end to end",
    notes: [
      "From the English page alone to the sequence of its segments; pairs in the longest common subsequence count.",
      "A p segment (one old translation of several sentences) pairs with the run of predicted segments that gives",
      "its text, and neither is counted; one without such a run costs what was predicted in its place.",
    ],
    rows,
    differences,
  };
}

function emptyCounts() {
  return { pages: 0, exact: 0, real: 0, predicted: 0, both: 0 };
}

function toRow(name, counts) {
  const { pages, exact, real, predicted } = counts;
  return { corpus: name, segments: real, predicted, ...score(counts), pages, exact, share: exact / pages };
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The text, its form that is compared, and that without blanks. */
export function toItem(text) {
  const key = text
    .replace(/\n[ \t]*>[ \t]?/g, "\n")
    .replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity)
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return { text, key, bare: key.replaceAll(" ", "") };
}

/** The longest common subsequence, in which a paragraph segment may take several predicted ones. */
export function align(truth, predicted) {
  const width = predicted.length + 1;
  const best = new Int32Array((truth.length + 1) * width);
  const stepOf = stepsOver(truth, predicted);
  for (let nth = truth.length - 1; nth >= 0; nth--) {
    for (let at = predicted.length - 1; at >= 0; at--) {
      const step = stepOf(nth, at);
      best[nth * width + at] = Math.max(
        best[(nth + 1) * width + at],
        best[nth * width + at + 1],
        step === 0 ? 0 : best[(nth + 1) * width + at + step] + 1,
      );
    }
  }
  const result = { paired: 0, missed: [], extra: [] };
  for (let nth = 0, at = 0; nth < truth.length || at < predicted.length;) {
    const here = best[nth * width + at];
    const step = nth < truth.length && at < predicted.length ? stepOf(nth, at) : 0;
    if (step > 0 && here === best[(nth + 1) * width + at + step] + 1) {
      if (!truth[nth].isParagraph) result.paired += 1;
      nth += 1;
      at += step;
    } else if (nth < truth.length && (at === predicted.length || here === best[(nth + 1) * width + at])) {
      if (!truth[nth].isParagraph) result.missed.push(truth[nth]);
      nth += 1;
    } else {
      result.extra.push(predicted[at]);
      at += 1;
    }
  }
  return result;
}

/** How many predicted segments from `at` on give the true one; 0: none do. */
function stepsOver(truth, predicted) {
  const ofParagraphs = truth.map(({ isParagraph, bare }) =>
    isParagraph ? predicted.map((_, at) => joinedCount(predicted, at, bare)) : undefined,
  );
  return (nth, at) => ofParagraphs[nth]?.[at] ?? Number(truth[nth].key === predicted[at].key);
}

export function joinedCount(predicted, from, bare) {
  let length = 0;
  for (let at = from; at < predicted.length && length < bare.length; at++) {
    if (!bare.startsWith(predicted[at].bare, length)) return 0;
    length += predicted[at].bare.length;
    if (length === bare.length) return at - from + 1;
  }
  return 0;
}
