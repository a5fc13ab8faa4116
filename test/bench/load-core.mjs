// The parts of the core that the measurements need, bundled, because Node 20 does not read TypeScript.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const EXPORTS = `
  export { alignDocuments } from "./server/src/core/align/align-documents.ts";
  export { CERTAIN } from "./server/src/core/align/confidence.ts";
  export { parseDocument } from "./server/src/core/document/parse-document.ts";
  export { cutSentences } from "./server/src/core/segments/cut-sentences.ts";
  export { cutSource } from "./server/src/core/segments/cut-source.ts";
  export { stripPage } from "./server/src/core/segments/strip.ts";
  export { numberSegments } from "./server/src/core/segments/number-segments.ts";
  export { rules } from "./server/src/core/rules/registry.ts";
  export { runRules } from "./server/src/core/rules/run.ts";
  export { buildWorkspace } from "./server/src/core/workspace/build-workspace.ts";
  export { readProjectConfig } from "./server/src/core/config/read-project-config.ts";
  export { englishHalvesOf } from "./server/src/core/source/english-halves.ts";
  export { takeMarks } from "./server/src/core/sync/marks.ts";
  export { syncPage } from "./server/src/core/sync/sync-page.ts";
  export { parseSegmentId } from "./server/src/core/segments/segment.ts";
`;

export async function loadCore(root) {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-"));
  try {
    await build({
      stdin: { contents: EXPORTS, resolveDir: root },
      outfile: join(folder, "core.mjs"),
      bundle: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      logLevel: "error",
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    });
    return await import(pathToFileURL(join(folder, "core.mjs")).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
