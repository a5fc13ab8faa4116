// Measures Lockstep against other tools over the same pages, in turns, and prints one table; docs/performance.md
// explains it.
//   npm run bench [-- --only NAME] [--rounds N] [--quick | --full] [--kind WORD]
//   npm run bench -- --document
// NAME is a section, or several with commas between; `--quick` takes a few minutes and says less; `--full` leaves
// nothing out. With `--kind`, `page` measures the kinds with WORD in their names, and leaves no figures. Those of other
// runs are left in bench/results/last.json, section by section: those of an interrupted run, too, and of sections that
// were not measured this time. `--document` writes them into docs/performance.md.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Corpora } from "./bench/corpora.mjs";
import { findingsIn } from "./bench/count-findings.mjs";
import { documentResults } from "./bench/document-results.mjs";
import { installPeers } from "./bench/peers.mjs";
import { runProcess } from "./bench/run-process.mjs";
import * as cold from "./bench/sections/cold.mjs";
import * as listening from "./bench/sections/event-loop.mjs";
import * as first from "./bench/sections/first-findings.mjs";
import * as growth from "./bench/sections/growth.mjs";
import * as page from "./bench/sections/hostile.mjs";
import * as keystroke from "./bench/sections/keystroke.mjs";
import * as links from "./bench/sections/links.mjs";
import * as memory from "./bench/sections/memory.mjs";
import * as scale from "./bench/sections/scale.mjs";
import * as start from "./bench/sections/start.mjs";
import * as sync from "./bench/sections/sync.mjs";
import * as warm from "./bench/sections/warm.mjs";
import { formatTable } from "./bench/table.mjs";
import { runScript } from "../tools/vscode-host/run-script.mjs";

/** Each has a `name` and gives groups of rows by `measure(bench)`. */
const SECTIONS = [start, cold, warm, first, keystroke, listening, sync, growth, page, scale, memory, links];
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const RESULTS = join(ROOT, "bench/results/last.json");

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string" },
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    kind: { type: "string" },
    document: { type: "boolean", default: false },
  },
});
const names = options.only?.split(",") ?? SECTIONS.map(({ name }) => name);
for (const name of names) {
  if (SECTIONS.some((section) => section.name === name)) continue;
  process.stderr.write(
    `No section is called ${name}. There are ${SECTIONS.map((each) => each.name).join(", ")}.\n`,
  );
  process.exit(2);
}

if (options.document) await documentResults(ROOT, lastResults());
else await measureAll();

async function measureAll() {
  await runScript("build.mjs");
  const scratch = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    const bench = newBench(scratch);
    const measured = [];
    for (const section of SECTIONS.filter(({ name }) => names.includes(name))) {
      const groups = (await measureSection(section, bench)).map((group) => ({
        ...group,
        rows: group.rows.map((row) => withFigures(row, bench)),
      }));
      // A part of a section is not what it says in the page about performance.
      if (options.kind === undefined) save(section.name, groups);
      measured.push(...groups);
    }
    process.stdout.write(`${machine()}\n\n${formatTable(measured)}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function save(name, groups) {
  mkdirSync(dirname(RESULTS), { recursive: true });
  const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
  const results = {
    ...before,
    [name]: { date: new Date().toISOString(), machine: machine(), options, groups },
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
}

/** What was measured last of each section, in their order. */
function lastResults() {
  const results = JSON.parse(readFileSync(RESULTS, "utf8"));
  return SECTIONS.flatMap(({ name }) => results[name] ?? []);
}

/** What sections work with. */
function newBench(scratch) {
  // What programs keep between runs is kept here, so that a run of the benchmark starts with nothing.
  const cache = join(scratch, "cache");
  const environment = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, NO_COLOR: "1" };
  const lockstep = (...args) => [process.execPath, join(ROOT, "dist/cli.js"), ...args];
  return {
    root: ROOT,
    scratch,
    environment,
    rounds: options.rounds === undefined ? (options.quick ? 2 : 5) : Number(options.rounds),
    isQuick: options.quick,
    isFull: options.full,
    kind: options.kind,
    corpora: new Corpora(ROOT, scratch),
    peers: installPeers(ROOT),
    lockstep,
    check: (folder, ...args) => lockstep("check", folder, "--format", "json", "--quiet", ...args),
    server: [process.execPath, join(ROOT, "dist/server.js"), "--stdio"],
    serverOptions: ({ folder }) => ({ folder, cwd: scratch, env: environment }),
    program: (name, command) => ({ name, run: () => runProgram(scratch, command, environment) }),
  };
}

/** Time, memory and findings of one run. That there are findings, which exit codes tell, is no failure. */
async function runProgram(scratch, command, env) {
  const run = await runProcess(scratch, command, { env });
  if (run.code !== 0 && run.code !== 1) {
    const said = readFileSync(run.errors, "utf8").trim().split("\n").slice(-3).join(" ");
    throw new Error(`${command.slice(0, 3).join(" ")} ended with ${run.code}: ${said}`);
  }
  return { wall: run.wall, cpu: run.cpu, peak: run.peak, findings: findingsIn(run.output) };
}

async function measureSection(section, bench) {
  const started = performance.now();
  try {
    return await section.measure(bench);
  } catch (error) {
    return [{ title: section.name, rows: [{ name: "could not be measured", note: error.message }] }];
  } finally {
    process.stderr.write(`${section.name}: ${Math.round((performance.now() - started) / 1000)} s\n`);
  }
}

/** The middle of all rounds in place of the rounds, which are told where time did not allow for all of them. */
function withFigures({ series, ...row }, { rounds }) {
  if (series === undefined) return row;
  const count = series.rounds.length;
  const name = count < rounds ? `${row.name} (${count} round${count === 1 ? "" : "s"})` : row.name;
  return { ...row, name, figures: series.median, rounds: series.rounds };
}

function machine() {
  return `Node.js ${process.version} on ${process.platform}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
}
