import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What a module exports that is written in TypeScript: `contents` is its text, with imports relative to `root`. */
export async function loadBundle(root, contents) {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-bundle-"));
  try {
    const outfile = join(folder, "bundle.cjs");
    await build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node20.19",
      mainFields: ["module", "main"],
      logLevel: "error",
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
