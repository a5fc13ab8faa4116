import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What a module exports that is written in TypeScript: `contents` is its text, with imports relative to `root`. */
export function loadBundle(root, contents) {
  return withBundle(root, contents, importBundle);
}

/** What `use` gives of the path of such a module as one file. The file is there until then. */
export async function withBundle(root, contents, use) {
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
    return await use(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the module exports that is the file at `path`. */
export async function importBundle(path) {
  return (await import(pathToFileURL(path).href)).default;
}
