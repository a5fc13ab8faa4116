// Measures how well the pipeline's work is foretold from clean pages, against real side-by-side pages as the truth.
//   npm run bench:align [-- --corpus FOLDER] [--only NAME] [--show COUNT]
// FOLDER holds folders like `office-js.zh-cn-sxs` and `office-js.en-at-handoff`. NAME is a word of a section's title;
// COUNT is how many of each section's differences are printed below its table.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureAlignment, measureConfidence } from "../test/bench/alignment.mjs";
import { measureBoundaries } from "../test/bench/boundaries.mjs";
import { openCorpora } from "../test/bench/corpora.mjs";
import { loadCore } from "../test/bench/load-core.mjs";
import { measureMovedOn } from "../test/bench/moved-on.mjs";
import { measureNumbering } from "../test/bench/numbering.mjs";
import { measureSegments } from "../test/bench/segments.mjs";
import { measureSync } from "../test/bench/sync.mjs";
import { formatTable } from "../test/bench/table.mjs";

/** Each measures all corpora and gives a table: `{ title, notes, rows, differences }`. */
const SECTIONS = [
  measureSegments,
  measureBoundaries,
  measureNumbering,
  measureAlignment,
  measureConfidence,
  measureMovedOn,
  measureSync,
];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = option("--corpus") ?? join(root, "../shared/corpus");
if (!existsSync(folder)) {
  process.stderr.write(
    "No corpus. Usage: npm run bench:align -- --corpus FOLDER [--only NAME] [--show COUNT]\n",
  );
  process.exit(2);
}

const core = await loadCore(root);
const corpora = openCorpora(folder, core);
for (const measure of SECTIONS) {
  if (option("--only") !== undefined && !measure.name.toLowerCase().includes(option("--only"))) continue;
  const { title, notes, rows, differences } = await measure(corpora, core, folder);
  process.stdout.write(`${title}\n${notes.map((note) => `  ${note}\n`).join("")}\n${formatTable(rows)}\n`);
  for (const difference of differences.slice(0, Number(option("--show") ?? 0))) {
    process.stdout.write(`${JSON.stringify(difference)}\n`);
  }
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
