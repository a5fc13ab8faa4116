import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadBundle } from "../load-bundle.mjs";
import { spread } from "./statistics.mjs";

const QUERIES = 500;
/** Comparing with every segment takes so long that fewer queries have to do at the larger size. */
const SIZES = [
  { count: 40_000, compared: QUERIES },
  { count: 200_000, compared: 100 },
];
const QUICK_SIZES = [{ count: 40_000, compared: 50 }];
const PAGE = 60;
const MEGABYTE = 1e6;

/**
 * The translation memory at two sizes (`isQuick`: at the smaller one), in time of the processor: time to take up and to
 * index all segments, the longest piece of that work, memory, times of look-ups, and recall: how many of the three most
 * similar segments are found that comparing with every single one finds. Segments are those of the corpora where they
 * are at hand, and variants of them beyond. Queries are segments with two words changed, and segments of the corpora
 * that English has changed since.
 */
export async function measureMemory(root, corpus, isQuick) {
  const core = await loadBundle(root, CONTENTS);
  const seeds = existsSync(corpus) ? readSegments(corpus, core) : generateSegments(core);
  const figures = {};
  for (const { count, compared } of isQuick ? QUICK_SIZES : SIZES) {
    const name = `${count / 1000}k`;
    for (const [figure, value] of Object.entries(await measureSize(seeds, count, compared, core)))
      figures[`${name} ${figure}`] = value;
  }
  return figures;
}

async function measureSize({ texts, changed }, count, compared, core) {
  const random = core.createRandom(7);
  const segments = grow(texts, count, random);
  const pages = Array.from({ length: Math.ceil(count / PAGE) }, (_, nth) =>
    segments.slice(nth * PAGE, (nth + 1) * PAGE).map((english, place) => ({
      english,
      // As long as Chinese is; a string of one piece from the start, which weighs the same before and after.
      translation: [nth * PAGE + place, ..."译".repeat(Math.ceil(english.length * 0.35))].join(""),
      trust: 1,
    })),
  );
  const before = await memoryInUse();
  const memory = new core.LocaleMemory();
  const slices = [];
  let indexing = 0;
  for (const [nth, pairs] of pages.entries()) {
    const putting = timeOf(() => memory.put(`docs/${nth}.md`, pairs));
    const ordering = timeOf(() => memory.index());
    indexing += ordering;
    slices.push(putting + ordering);
  }
  const megabytes = ((await memoryInUse()) - before) / MEGABYTE;
  const queries = [
    ...Array.from({ length: QUERIES - changed.length }, () =>
      withTwoOtherWords(random.pick(segments), texts, random),
    ),
    ...changed,
  ];
  for (const query of queries.slice(0, 20)) memory.findSimilar(query, "docs/new.md", 3);
  const answers = [];
  const fuzzy = spread(
    queries.map((query) => timeOf(() => answers.push(memory.findSimilar(query, "docs/new.md", 3)))),
  );
  const exact = segments
    .filter((_, nth) => nth % 97 === 0)
    .map((each) => timeOf(() => memory.find(each, "docs/new.md")));
  const { found, there } = recallOf(queries, answers, segments, compared, core);
  return {
    "build ms (with index)": Math.round(slices.reduce((sum, each) => sum + each, 0)),
    "of that, index ms": Math.round(indexing),
    "longest slice ms": spread(slices).max,
    "megabytes with all texts": Math.round(megabytes),
    "exact p95 µs": Math.round(spread(exact.map((each) => each * 1000)).p95),
    "similar p50 ms": fuzzy.p50,
    "similar p95 ms": fuzzy.p95,
    recall: `${found} of ${there} (${(found / there).toFixed(4)})`,
  };
}

/** Every segment of similar length is compared; the best three count. */
function recallOf(queries, answers, segments, compared, { comparable, similarity, LEAST_SIMILAR }) {
  const texts = segments.map(comparable);
  const step = queries.length / compared;
  let [found, there] = [0, 0];
  for (let nth = 0; nth < queries.length; nth += step) {
    const asked = comparable(queries[Math.floor(nth)]);
    const truth = [];
    for (const text of texts) {
      const isLong = text.length * LEAST_SIMILAR > asked.length || asked.length * LEAST_SIMILAR > text.length;
      const each = isLong ? 0 : similarity(asked, text);
      if (each >= LEAST_SIMILAR) truth.push(each);
    }
    truth.sort((a, b) => b - a);
    const given = answers[Math.floor(nth)].map((each) => each.similarity);
    for (const [place, each] of truth.slice(0, 3).entries()) {
      there += 1;
      // What differs in its look alone counts as 99 %.
      if ((given[place] ?? 0) >= Math.min(each, 0.99)) found += 1;
    }
  }
  return { found, there };
}

function readSegments(corpus, { parseDocument, compareSegments }) {
  const texts = new Set();
  const changed = [];
  for (const folder of readdirSync(corpus).filter((name) => name.endsWith("-sxs"))) {
    const later = join(corpus, folder.replace(/\.[^.]+$/, ".en-2021-12"));
    for (const path of readdirSync(join(corpus, folder), { recursive: true }).sort()) {
      if (!path.endsWith(".md")) continue;
      const { segments } = parseDocument(readFileSync(join(corpus, folder, path), "utf8"));
      const english = segments.map(({ source }) => source);
      for (const each of english) if (each.trim() !== "") texts.add(each);
      const now = join(later, path);
      if (changed.length >= QUERIES / 2 || !existsSync(now)) continue;
      const { verdicts } = compareSegments(english, parseDocument(readFileSync(now, "utf8")));
      for (const { state, place } of verdicts) if (state === "changed") changed.push(place.text);
    }
  }
  return { texts: [...texts], changed: changed.slice(0, QUERIES / 2) };
}

const WORDS = (
  "the a this your each when after before station sensor battery window settings button reading values page folder " +
  "select open close press mount charge wait replace clean slowly carefully again five ten minutes red green signal"
).split(" ");

/**
 * Sentences of the lengths that English documents have, a median of twelve words: half common ones, half of two
 * thousand others.
 */
function generateSegments({ createRandom }) {
  const random = createRandom(3);
  const word = () => random.pick(WORDS) + (random.below(2) === 0 ? random.pick(WORDS) : "");
  const sentence = () => Array.from({ length: 2 + random.below(12) + random.below(12) }, word).join(" ");
  return { texts: [...new Set(Array.from({ length: 40_000 }, sentence))], changed: [] };
}

/** So many different segments: those that there are, then such with every third word from another one. */
function grow(texts, count, random) {
  const segments = new Set(texts.slice(0, count));
  while (segments.size < count) {
    const words = random.pick(texts).split(" ");
    const others = random.pick(texts).split(" ");
    for (let nth = 0; nth < words.length; nth += 3) words[random.below(words.length)] = random.pick(others);
    segments.add(words.join(" "));
  }
  return [...segments];
}

function withTwoOtherWords(text, texts, random) {
  const words = text.split(" ");
  for (let nth = 0; nth < 2; nth++)
    words[random.below(words.length)] = random.pick(random.pick(texts).split(" "));
  return words.join(" ");
}

/** Milliseconds of the processor: others may use the machine at the same time. */
function timeOf(work) {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1000;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** After a collection, which frees the memory of arrays in a later turn. */
async function memoryInUse() {
  for (let nth = 0; nth < 3; nth++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const CONTENTS = `
  export { parseDocument } from "./server/src/core/document/parse-document.ts";
  export { compareSegments } from "./server/src/core/freshness/compare-segments.ts";
  export { comparable, similarity } from "./server/src/core/memory/comparable.ts";
  export { LEAST_SIMILAR, LocaleMemory } from "./server/src/core/memory/locale-memory.ts";
  export { createRandom } from "./test/random.ts";
`;
