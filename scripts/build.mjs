// Bundles client, server and command line, one CommonJS file each, into dist/; server and command line have a second one
// with their engine, whose compiled code they keep.
// `--development` keeps the code readable and adds source maps; `--watch` builds again on every change.
import { chmod } from "node:fs/promises";
import { context } from "esbuild";

const development = process.argv.includes("--development");
const watch = process.argv.includes("--watch");

const entries = [
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
    // The packages' ES modules first: the CommonJS builds of some load their parts by computed names.
    mainFields: ["module", "main"],
    external: entry.external,
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
  if (warnings.length > 0) process.exitCode = 1;
}
if (!watch) await chmod("dist/cli.js", 0o755);
