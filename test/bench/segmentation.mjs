// Measures how well English pages are cut into segments: the English halves of side-by-side pages are the truth.
//   node test/bench/segmentation.mjs SIDE-BY-SIDE-FOLDER ENGLISH-FOLDER [--show N]
// A `p` segment holds several sentences that one translation covers: it is paired with them and not counted.
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [sxsRoot, englishRoot] = process.argv.slice(2);
const shown = Number(process.argv[process.argv.indexOf("--show") + 1]) || 0;
if (englishRoot === undefined) {
  process.stderr.write(
    "Usage: node test/bench/segmentation.mjs SIDE-BY-SIDE-FOLDER ENGLISH-FOLDER [--show N]\n",
  );
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "lockstep-"));
await build({
  stdin: {
    contents: `export { parseDocument } from "./server/src/core/document/parse-document.ts";
      export { cutSource } from "./server/src/core/segments/cut-source.ts";`,
    resolveDir: process.cwd(),
  },
  outfile: join(folder, "core.mjs"),
  bundle: true,
  format: "esm",
  platform: "node",
  mainFields: ["module", "main"],
  logLevel: "error",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { parseDocument, cutSource } = await import(pathToFileURL(join(folder, "core.mjs")).href);
await rm(folder, { recursive: true });

const total = { pages: 0, perfect: 0, true: 0, predicted: 0, both: 0 };
const plain = { pages: 0, perfect: 0, true: 0, predicted: 0, both: 0 };
const wrong = [];
for (const path of readdirSync(englishRoot, { recursive: true }).filter((each) => each.endsWith(".md"))) {
  const file = join(englishRoot, path);
  const english = readFileSync(file, "utf8");
  let sxs;
  try {
    sxs = readFileSync(join(sxsRoot, relative(englishRoot, file)), "utf8");
  } catch {
    continue;
  }
  measure(path, english, parseDocument(sxs).segments);
}

// The pipeline writes emphasis and escapes in its own way, and blanks as it likes.
function keyOf(text) {
  return text.replace(/[\s\\*_]+/g, "");
}

/** A segment counts as found when it stands in the longest common subsequence of both lists. */
function measure(path, english, segments) {
  const document = parseDocument(english);
  const predicted = cutSource(document).map(({ text }) => ({ text, key: keyOf(text) }));
  const truth = segments.map(({ source, id }) => ({
    text: source,
    key: keyOf(source),
    isParagraph: id.includes("-p"),
  }));
  const { paired, missed, unasked } = align(truth, predicted);
  const counts = { true: paired + missed.length, predicted: paired + unasked.length, both: paired };
  for (const count of truth.some(({ isParagraph }) => isParagraph) ? [total] : [total, plain]) {
    count.pages += 1;
    for (const name of ["true", "predicted", "both"]) count[name] += counts[name];
    if (missed.length === 0 && unasked.length === 0) count.perfect += 1;
  }
  for (const { text } of missed) wrong.push({ path, kind: "missed", text });
  for (const { text } of unasked) wrong.push({ path, kind: "false", text });
}

/** A paragraph segment pairs with as many predicted ones as give its text; these are not counted. */
function align(truth, predicted) {
  const width = predicted.length + 1;
  const best = new Int32Array((truth.length + 1) * width);
  const joined = truth.map(({ key, isParagraph }) =>
    predicted.map((_, from) => (isParagraph ? joinedCount(predicted, from, key) : 0)),
  );
  for (let nth = truth.length - 1; nth >= 0; nth--) {
    for (let at = predicted.length - 1; at >= 0; at--) {
      let most = Math.max(best[(nth + 1) * width + at], best[nth * width + at + 1]);
      const count = stepOf(nth, at);
      if (count > 0) most = Math.max(most, best[(nth + 1) * width + at + count] + 1);
      best[nth * width + at] = most;
    }
  }
  function stepOf(nth, at) {
    return truth[nth].isParagraph ? joined[nth][at] : Number(truth[nth].key === predicted[at].key);
  }
  const result = { paired: 0, missed: [], unasked: [] };
  let nth = 0;
  let at = 0;
  while (nth < truth.length || at < predicted.length) {
    const count = nth < truth.length && at < predicted.length ? stepOf(nth, at) : 0;
    if (count > 0 && best[nth * width + at] === best[(nth + 1) * width + at + count] + 1) {
      if (!truth[nth].isParagraph) result.paired += 1;
      nth += 1;
      at += count;
    } else if (
      at === predicted.length ||
      (nth < truth.length && best[nth * width + at] === best[(nth + 1) * width + at])
    ) {
      if (!truth[nth].isParagraph) result.missed.push(truth[nth]);
      nth += 1;
    } else {
      result.unasked.push(predicted[at]);
      at += 1;
    }
  }
  return result;
}

/** How many predicted segments from `from` on give `key` when put together; 0: none do. */
function joinedCount(predicted, from, key) {
  let length = 0;
  for (let at = from; at < predicted.length && length < key.length; at++) {
    if (!key.startsWith(predicted[at].key, length)) return 0;
    length += predicted[at].key.length;
    if (length === key.length) return at - from + 1;
  }
  return 0;
}

function score({ true: real, predicted, both, pages, perfect }) {
  const precision = both / predicted;
  const recall = both / real;
  const f1 = (2 * precision * recall) / (precision + recall);
  return {
    pages,
    perfect,
    segments: real,
    predicted,
    precision: +precision.toFixed(4),
    recall: +recall.toFixed(4),
    f1: +f1.toFixed(4),
  };
}

process.stdout.write(`All pages: ${JSON.stringify(score(total))}\n`);
process.stdout.write(`Pages without paragraph segments: ${JSON.stringify(score(plain))}\n`);
for (const { path, kind, text } of wrong.slice(0, shown))
  process.stdout.write(`${kind}\t${path}\t${JSON.stringify(text)}\n`);
