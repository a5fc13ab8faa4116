// Measures what a writer waits for: a keystroke in the largest page, in the engine alone and through the language
// server, a cold check of a whole folder, and how a check grows with pages that are made to be slow. Prints a table and,
// after it, the same as one line of JSON.
//   npm run bench [-- --folder FOLDER]     (after `npm run build`)
// Without FOLDER the measured corpus is taken where it is at hand, else pages of the same statistics are generated.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { measureEngine } from "./bench/engine.mjs";
import { generateFolder } from "./bench/generate-folder.mjs";
import { measureHostile } from "./bench/hostile.mjs";
import { measureMemory } from "./bench/memory.mjs";
import { measureServer } from "./bench/server.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const CORPUS = join(ROOT, "../shared/corpus/office-js.zh-cn-sxs");
const EDITS = 60;
const WIDTH = 44;

const named = process.argv.indexOf("--folder");
const scratch = await mkdtemp(join(tmpdir(), "lockstep-bench-"));
try {
  const folder = await chooseFolder();
  const page = largestPage(folder);
  const results = [
    ["Keystroke, engine (parse and all rules)", await measureEngine(ROOT, folder, page, EDITS)],
    ["Keystroke, language server (edit to diagnostics)", await measureServer(ROOT, folder, page, EDITS)],
    ["Cold check of the folder", await measureCheck(folder)],
    ["Hostile pages of 200 kB (time, exponent of its growth)", await measureHostile(ROOT)],
    ["Translation memory (time of the processor)", await measureMemory(ROOT, dirname(CORPUS))],
  ];
  print(folder, page, results);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function chooseFolder() {
  if (named !== -1) return process.argv[named + 1];
  if (existsSync(CORPUS)) return CORPUS;
  const folder = join(scratch, "generated.zh-cn");
  await mkdir(folder);
  await generateFolder(folder);
  return folder;
}

function pagesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".md"));
}

function largestPage(folder) {
  const pages = pagesIn(folder).map((path) => ({ path, size: statSync(path).size }));
  return pages.sort((a, b) => b.size - a.size)[0].path;
}

/** The whole process, start included; the median of three runs. */
async function measureCheck(folder) {
  const hook = join(scratch, "peak.cjs");
  await writeFile(
    hook,
    `process.on("exit", () => require("fs").writeSync(3, String(process.resourceUsage().maxRSS)));`,
  );
  const runs = [];
  for (let nth = 0; nth < 3; nth++) runs.push(await checkOnce(hook, folder));
  runs.sort((a, b) => a.seconds - b.seconds);
  const { seconds, peak, findings } = runs[1];
  const bytes = pagesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0);
  return {
    pages: pagesIn(folder).length,
    megabytes: round(bytes / 1e6),
    seconds: round(seconds),
    megabytesPerSecond: round(bytes / 1e6 / seconds),
    peakMegabytes: Math.round(peak / 1024),
    findings,
  };
}

function checkOnce(hook, folder) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ["--require", hook, join(ROOT, "dist/cli.js"), "check", folder, "--format", "json", "--quiet"],
      { stdio: ["ignore", "pipe", "inherit", "pipe"] },
    );
    const output = ["", ""];
    for (const [nth, descriptor] of [1, 3].entries()) {
      child.stdio[descriptor].setEncoding("utf8").on("data", (text) => (output[nth] += text));
    }
    child.on("error", reject);
    child.on("close", () => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, peak: Number(output[1]), findings: JSON.parse(output[0]).findings.length });
    });
  });
}

function print(folder, page, results) {
  const size = Math.round(readFileSync(page).length / 1000);
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}\n`,
  );
  process.stdout.write(`Page: ${relative(folder, page)} (${size} kB), ${EDITS} edits in its middle\n\n`);
  for (const [name, figures] of results) {
    process.stdout.write(`${name}\n`);
    for (const [figure, value] of Object.entries(figures))
      process.stdout.write(`  ${figure.padEnd(WIDTH)} ${value}\n`);
  }
  process.stdout.write(
    `\n${JSON.stringify({ node: process.version, kilobytes: size, ...Object.fromEntries(results) })}\n`,
  );
}

function round(value) {
  return Math.round(value * 100) / 100;
}
