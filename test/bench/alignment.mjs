// Clean pages beside their English: are the pairs of the side-by-side page found again?
import { toItem } from "./segments.mjs";
import { score } from "./table.mjs";

/**
 * Texts are compared like those of whole segments; a pair is right when both of its halves are. Of a p segment, an
 * old translation of several sentences as one, nothing in the two pages tells that its sentences belong together: it
 * also counts as found where a run of pairs gives its English and its translation.
 */
export function measureAlignment(corpora, core) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    for (const form of ["stripped", "published"]) {
      const strict = emptyCounts();
      const lenient = emptyCounts();
      const times = [];
      for (const page of pagesOf(corpus, form, core)) {
        const { pairs, time } = align(page, core);
        times.push(time);
        add(strict, judge(pairs, page.truth, false));
        const { right, ...rest } = judge(pairs, page.truth, true);
        add(lenient, { right, ...rest });
        const where = { corpus: corpus.name, form, path: page.path };
        for (const pair of rest.wrong) differences.push({ ...where, got: pair.text, at: pair.confidence });
        for (const pair of rest.missed) differences.push({ ...where, missed: pair.text });
      }
      if (times.length === 0) continue;
      const { precision, recall, F1 } = score(strict);
      const { real, predicted, pages, exact } = lenient;
      rows.push({
        corpus: `${corpus.name}, ${form}`,
        segments: real,
        predicted,
        P: precision,
        R: recall,
        F1,
        "F1 (p as runs)": score(lenient).F1,
        pages,
        exact,
        share: exact / pages,
        "ms/page": times.reduce((sum, time) => sum + time, 0) / times.length,
        "ms most": Math.round(Math.max(...times)),
      });
    }
  }
  return { title: "Alignment of clean pages with their English", notes: [], rows, differences };
}

const BINS = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99];

/** Whether a confidence of 0.9 means nine in ten. */
export function measureConfidence(corpora, core) {
  const rows = [];
  for (const corpus of corpora) {
    const bins = BINS.map(() => ({ count: 0, right: 0 }));
    const judged = { count: 0, right: 0 };
    let all = 0;
    for (const page of pagesOf(corpus, "stripped", core)) {
      const { pairs } = align(page, core);
      const { right } = judge(pairs, page.truth, true);
      all += page.truth.length;
      for (const pair of pairs) {
        const isRight = right.has(pair) ? 1 : 0;
        const bin = bins[BINS.findLastIndex((from) => pair.confidence >= from)];
        for (const counts of pair.confidence >= core.CERTAIN ? [bin, judged] : [bin]) {
          counts.count += 1;
          counts.right += isRight;
        }
      }
    }
    const row = { corpus: corpus.name };
    BINS.forEach((from, nth) => {
      const { count, right } = bins[nth];
      row[`from ${from}`] = count === 0 ? "-" : `${((100 * right) / count).toFixed(1)}% of ${count}`;
    });
    row["judged"] = `${((100 * judged.right) / judged.count).toFixed(2)}% of ${judged.count}`;
    row["of all"] = judged.count / all;
    rows.push(row);
  }
  return {
    title: "Confidence of aligned pairs: how many are right",
    notes: ["Parts of a p segment that line up count as right. Rules look at the judged ones only."],
    rows,
    differences: [],
  };
}

function* pagesOf(corpus, form, { stripPage, parseDocument }) {
  for (const { path, document, english, clean } of corpus.pages()) {
    if (document.segments.length === 0) continue;
    const text = form === "stripped" ? stripPage(document) : clean;
    if (text === undefined) continue;
    const truth = document.segments.map(({ id, source, target }) => ({
      ...toPair(source, target),
      isParagraph: id.includes("-p"),
    }));
    yield { path, truth, target: parseDocument(text), source: parseDocument(english) };
  }
}

function align({ target, source }, { alignDocuments }) {
  const start = performance.now();
  const aligned = alignDocuments(target, source);
  const time = performance.now() - start;
  const pairs = aligned.flatMap(({ source: from, target: to, confidence }) =>
    from === undefined || to === undefined ? [] : [{ ...toPair(from.text, to.text), confidence }],
  );
  return { pairs, time };
}

function toPair(source, target) {
  // The two forms of a page escape asterisks and underscores each in its own way.
  const from = toItem(source.replace(/\\?\*/g, "*").replace(/\\?_/g, "_"));
  const to = toItem(target.replace(/\\?\*/g, "*").replace(/\\?_/g, "_"));
  return { text: `${source} => ${target}`, key: `${from.key}\0${to.key}`, from: from.bare, to: to.bare };
}

/** Which pairs are right. With `asRuns`, those that together give a p segment are, and stand for it. */
function judge(pairs, truth, asRuns) {
  const wanted = new Map();
  for (const { key } of truth) wanted.set(key, (wanted.get(key) ?? 0) + 1);
  const right = new Set();
  for (const pair of pairs) {
    const count = wanted.get(pair.key) ?? 0;
    if (count === 0) continue;
    wanted.set(pair.key, count - 1);
    right.add(pair);
  }
  let missed = truth.filter(({ key }) => {
    const count = wanted.get(key);
    if (count > 0) wanted.set(key, count - 1);
    return count > 0;
  });
  let predicted = pairs.length;
  if (asRuns) {
    const found = new Set();
    for (const paragraph of missed.filter(({ isParagraph }) => isParagraph)) {
      const run = findRun(pairs, paragraph, right);
      if (run === undefined) continue;
      for (const pair of run) right.add(pair);
      found.add(paragraph);
      predicted -= run.length - 1;
    }
    missed = missed.filter((pair) => !found.has(pair));
  }
  return { right, missed, wrong: pairs.filter((pair) => !right.has(pair)), real: truth.length, predicted };
}

function findRun(pairs, { from, to }, taken) {
  for (let start = 0; start < pairs.length; start++) {
    let source = "";
    let target = "";
    for (let end = start; end < pairs.length && !taken.has(pairs[end]); end++) {
      source += pairs[end].from;
      target += pairs[end].to;
      if (!from.startsWith(source) || !to.startsWith(target)) break;
      if (from === source && to === target) return pairs.slice(start, end + 1);
    }
  }
  return undefined;
}

function emptyCounts() {
  return { pages: 0, exact: 0, real: 0, predicted: 0, both: 0 };
}

function add(counts, { missed, wrong, real, predicted }) {
  counts.pages += 1;
  counts.real += real;
  counts.predicted += predicted;
  counts.both += real - missed.length;
  if (missed.length + wrong.length === 0) counts.exact += 1;
}
