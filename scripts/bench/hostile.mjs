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
  const bytes = bytesOf(build(100)) / 100;
  return (size) => build(Math.ceil(size / bytes));
}

/** Of a page, and of its English page where it has one. */
function bytesOf(page) {
  return typeof page === "string" ? Buffer.byteLength(page) : bytesOf(page.text) + bytesOf(page.english);
}

const CONTENTS = `
  export { tuneEngine } from "./server/src/cli/tune-engine.ts";
  export { checkText } from "./test/check.ts";
  export { hostilePages } from "./test/hostile-pages.ts";
`;
