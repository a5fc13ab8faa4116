// Bundles client, server and command line, one CommonJS file each, into dist/; server and command line have a second one
// with their engine, whose compiled code they keep, and share a third one with libraries that are seldom asked. The code of
// the command line is left in `dist/code`, for the Node.js that builds: to compile it takes a run as long as to check twenty
// pages.
// `--development` keeps the code readable and adds source maps; `--watch` builds again on every change.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { context } from "esbuild";
import { librariesApart } from "./libraries-apart.mjs";
import { withWarmUpFolders } from "./warm-up.mjs";

const development = process.argv.includes("--development");
const watch = process.argv.includes("--watch");

const entries = [
  // Before the engines, whose digests tell the libraries of one build from those of another, too.
  { in: "server/src/core/libraries.ts", out: "libraries", external: [] },
  { in: "client/src/extension.ts", out: "client", external: ["vscode"] },
  { in: "server/src/main.ts", out: "server", external: [] },
  { in: "server/src/serve.ts", out: "server-engine", external: [] },
  { in: "server/src/cli/main.ts", out: "cli", external: [], banner: "#!/usr/bin/env node" },
  { in: "server/src/cli/run.ts", out: "cli-engine", external: [] },
];

for (const entry of entries) {
  const bundle = await context({
    entryPoints: [{ in: entry.in, out: entry.out }],
    outdir: "dist",
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    // esbuild takes classes of Unicode for newer than that, and has expressions with one made anew wherever they stand.
    supported: { "regexp-unicode-property-escapes": true },
    // The packages' ES modules first: the CommonJS builds of some load their parts by computed names.
    mainFields: ["module", "main"],
    external: entry.external,
    plugins: [librariesApart],
    banner: entry.banner === undefined ? {} : { js: entry.banner },
    minify: !development,
    // No `keepNames`: it names each closure when it is made, a twentieth of the time of a check. `--development` has names.
    sourcemap: development ? "linked" : false,
    logLevel: "warning",
    legalComments: "none",
  });
  if (watch) {
    await bundle.watch();
    continue;
  }
  const { warnings } = await bundle.rebuild();
  await bundle.dispose();
  if (!development) await toAscii(`dist/${entry.out}.js`);
  if (entry.out === "libraries") await stateDigest("dist/libraries.js");
  if (entry.out.endsWith("-engine")) await stateDigest(`dist/${entry.out}.js`, "dist/libraries.js");
  if (warnings.length > 0) process.exitCode = 1;
}
if (!watch) await chmod("dist/cli.js", 0o755);
await writeShortManifest();

const CODE = "dist/code";
await rm(CODE, { recursive: true, force: true });
if (!development && !watch) await keepCode();

/** All that Node.js and the command line want to know at each start: the whole manifest has forty times as much. */
async function writeShortManifest() {
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  await writeFile("dist/package.json", `${JSON.stringify({ version, type: "commonjs" })}\n`);
}

/**
 * esbuild writes ASCII but for expressions and `String.raw`, of which we make expressions, and there an escape means the
 * same. A program of nothing else takes V8 half the memory, and is decoded in no time.
 */
async function toAscii(path) {
  const program = await readFile(path, "utf8");
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // Unit by unit: of a character beyond U+FFFF, both.
  await writeFile(path, program.replace(/[\u0080-\uffff]/g, escape));
}

/** So that a program which is loaded with compiled code need not be read through to know whether that is its own. */
async function stateDigest(path, part) {
  const program = await readFile(path, "utf8");
  const hash = createHash("sha256").update(program);
  if (part !== undefined) hash.update(await readFile(part));
  await writeFile(path, `${program}\n// SHA-256: ${hash.digest("hex")}\n`);
}

/** Has the command line check what takes it through nearly all of its rules, and keep what was compiled for that. */
async function keepCode() {
  const env = { ...process.env, LOCKSTEP_CACHE_DIR: resolve(CODE) };
  const { status, stderr } = await withWarmUpFolders((folders) =>
    spawnSync(process.execPath, ["dist/cli.js", "check", "--fail-on", "error", ...folders], { env }),
  );
  // 1: the pages have planted defects.
  if (status !== 1) throw new Error(`The pages for a first run cannot be checked: ${stderr.toString()}`);
  for (const name of await readdir(CODE)) {
    // Whoever may run the program may read it; its findings are kept for the next run of the same user.
    if (name.startsWith("code-")) await chmod(join(CODE, name), 0o644);
    else await rm(join(CODE, name));
  }
}
