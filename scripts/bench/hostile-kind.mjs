// Measures how the work of one page grows with its size, for `measureHostile`, and prints what was found as JSON:
//   node --expose-gc scripts/bench/hostile-kind.mjs BUNDLE KIND LARGEST [quick]
import { GCProfiler } from "node:v8";
import { importBundle } from "../load-bundle.mjs";
import { builderOf } from "./hostile.mjs";
import { exponent } from "./statistics.mjs";

/** Each page is four times as large as the one before, in bytes, until it is as large or takes as long as it may. */
const [SMALLEST, STEP] = [62_500, 4];
/** No larger page than one that is foreseen to take longer than this, in milliseconds. */
const LONGEST = 10_000;
/**
 * Pages that are smaller are checked so often in a row that they have this many bytes together. Of a small page nothing
 * would be collected while it is checked: as many bytes of small pages leave as much garbage as a large one.
 */
const BATCH = 1_000_000;
/** The smallest pages are checked until all this has taken so many milliseconds: by then the code is compiled. */
const WARM = 300;
/**
 * The same after garbage was collected: with the last objects of a kind goes the optimised code that knew it. To compile
 * it again takes 25 ms, which is more than 1 MB of the cheapest kinds.
 */
const WARM_AGAIN = 100;
/** All sizes in turns, so often at least, and while they have taken no more than so many milliseconds: the best counts. */
const THOROUGH = { rounds: 3, mostRounds: 8, enough: 1_000 };
const QUICK = { rounds: 2, mostRounds: 2, enough: 0 };
/** Below this many milliseconds a page is mostly what every page costs, however small. */
const LEAST_TIME = 4;

const [bundle, kind, largest, quick] = process.argv.slice(2);
const { hostilePages, checkText, tuneEngine } = await importBundle(bundle);
// As the command line does it: where it checks a page, that is what counts.
tuneEngine();
process.stdout.write(JSON.stringify(growthOf(builderOf(kind, hostilePages), Number(largest))));

/**
 * `milliseconds` of CPU for the largest page, of `size` bytes; all `points`, characters and milliseconds; the exponent
 * that fits them best, `undefined` where pages are checked too fast to tell; and how many `collections` of garbage there
 * were while all that was measured.
 */
function growthOf(build, most) {
  const small = build(SMALLEST);
  warmUp(small, WARM);

  const samples = [];
  for (let size = SMALLEST; size <= most; size *= STEP) {
    samples.push({
      size,
      text: build(size),
      count: Math.max(1, BATCH / size),
      best: Infinity,
      collections: 0,
    });
    if (runOnce(samples.at(-1), small) * STEP > LONGEST) break;
  }
  const { rounds, mostRounds, enough } = quick === "quick" ? QUICK : THOROUGH;
  let all = 0;
  for (let round = 1; round < rounds || (round < mostRounds && all < enough); round++)
    for (const sample of samples) all += runOnce(sample, small) * sample.count;

  const points = samples.map(({ text, best }) => [text.length, best]);
  const { size, best } = samples.at(-1);
  const measured = points.filter(([, milliseconds]) => milliseconds >= LEAST_TIME);
  return {
    size,
    milliseconds: best,
    points,
    exponent: measured.length < 2 ? undefined : exponent(measured),
    collections: samples.reduce((sum, { collections }) => sum + collections, 0),
  };
}

/** The milliseconds that one page of the sample takes; the best of all times so far is kept with it. */
function runOnce(sample, small) {
  // What was kept of other sizes would be looked at again and again, and collected at the cost of this one.
  globalThis.gc();
  warmUp(small, WARM_AGAIN);
  const collector = new GCProfiler();
  collector.start();
  const milliseconds = timeOf(sample.text, sample.count) / sample.count;
  sample.collections += collector.stop().statistics.length;
  sample.best = Math.min(sample.best, milliseconds);
  return milliseconds;
}

/** Checks a page until that has taken so many milliseconds. */
function warmUp(text, milliseconds) {
  let taken = 0;
  while (taken < milliseconds) taken += timeOf(text, 1);
}

function timeOf(text, count) {
  const before = process.cpuUsage();
  for (let nth = 0; nth < count; nth++) checkText(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
