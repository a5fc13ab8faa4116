import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { importBundle, withBundle } from "../load-bundle.mjs";
import { ordinaryPage, tablePage } from "./generate-pages.mjs";

/** Measures one kind, in a process of its own: what kinds before it have compiled and left in the heap decides a lot. */
const KIND = fileURLToPath(new URL("hostile-kind.mjs", import.meta.url));

const ORDINARY = {
  "ordinary: paragraphs, lists, tables": ordinaryPage,
  "ordinary: one table": tablePage,
};

/**
 * How the CPU time of a whole check (the page parsed, all rules run with their fixes) grows with pages that are made to
 * be slow, and with ordinary ones, up to `largest` bytes: of each kind, what `growthOf` gives, the slowest first. `isQuick`
 * is content with two rounds.
 */
export function measureHostile(root, largest, { isQuick }) {
  return withBundle(root, CONTENTS, async (path) => {
    const { hostilePages } = await importBundle(path);
    const rows = [];
    // One after another: two at a time would be measured while they wait for each other's memory.
    for (const name of [...Object.keys(ORDINARY), ...Object.keys(hostilePages)])
      rows.push({ name, ...(await measureKind(path, name, largest, isQuick ? "quick" : "")) });
    return rows.sort((a, b) => b.milliseconds / b.size - a.milliseconds / a.size);
  });
}

async function measureKind(...options) {
  const child = spawn(process.execPath, ["--expose-gc", KIND, ...options.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`${options[1]} could not be measured`);
  return JSON.parse(output);
}

/** What makes pages of the kind, of about so many bytes. */
export function builderOf(name, hostilePages) {
  if (ORDINARY[name] !== undefined) return ORDINARY[name];
  const build = hostilePages[name];
  const bytes = Buffer.byteLength(build(100)) / 100;
  return (size) => build(Math.ceil(size / bytes));
}

const CONTENTS = `
  import { readProjectConfig } from "./server/src/core/config/read-project-config.ts";
  import { parseDocument } from "./server/src/core/document/parse-document.ts";
  import { rules } from "./server/src/core/rules/registry.ts";
  import { runRules } from "./server/src/core/rules/run.ts";
  import { openTexts, TODAY } from "./test/open.ts";
  export { hostilePages } from "./test/hostile-pages.ts";

  const path = "page.md";
  const { config } = readProjectConfig(undefined);
  const onCrash = (_rule, error) => {
    throw error;
  };

  export function checkPage(text) {
    const document = parseDocument(text);
    const { workspace, sourcesOf } = openTexts(new Map([[path, text]]), config);
    const sources = sourcesOf(path, document);
    return runRules(rules, { document, path, workspace, sources, config, today: TODAY }, { onCrash });
  }
`;
