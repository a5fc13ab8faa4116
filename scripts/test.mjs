// Runs the tests under test/ with Node's own runner. They are bundled first, because Node 20 does not read TypeScript.
// Arguments pick files: `npm run test:unit -- segments link` runs those whose path holds one of the words.
import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const OUTPUT = "out/test";
// These need a running editor and have launchers of their own.
const ELSEWHERE = ["host", "walk"];

/** @returns {string[]} */
function findTests(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return folder === "test" && ELSEWHERE.includes(entry.name) ? [] : findTests(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

const words = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
const tests = findTests("test").filter(
  (path) => words.length === 0 || words.some((word) => path.includes(word)),
);
if (tests.length === 0) {
  process.stderr.write(`No test file matches ${words.join(" ")}.\n`);
  process.exit(2);
}

const output = words.length === 0 ? OUTPUT : `${OUTPUT}-${process.pid}`;
await rm(output, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outbase: "test",
  outdir: output,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = tests.map((path) => join(output, path.slice("test/".length).replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...flags, ...files], {
  stdio: "inherit",
});
if (output !== OUTPUT) await rm(output, { recursive: true, force: true });
process.exit(status ?? 1);
