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
 * Room for so many new objects, in MB, that none is looked through while a page is checked: what is left is the work
 * itself. Of the room, as much is used as all pages of one measurement leave, twice.
 */
const WITHOUT_COLLECTOR = ["--min-semi-space-size=4096", "--max-semi-space-size=4096"];

/**
 * How the CPU time of a whole check (the page parsed, all rules run with their fixes) grows with pages that are made to
 * be slow, and with ordinary ones, up to `largest` bytes: of each kind, what `growthOf` gives, the slowest first; and as
 * `work` the same of those that grow faster than `limit`, measured once more without the garbage collector. Of the kinds,
 * those are measured whose name has `part` in it. `isQuick` is content with two rounds.
 */
export function measureHostile(root, { largest, limit, part = "", isQuick }) {
  return withBundle(root, CONTENTS, async (path) => {
    const { hostilePages } = await importBundle(path);
    const names = [...Object.keys(ORDINARY), ...Object.keys(hostilePages)];
    const rows = [];
    // One after another: two at a time would be measured while they wait for each other's memory.
    for (const name of names.filter((each) => each.includes(part))) {
      const options = [path, name, largest, isQuick ? "quick" : ""];
      const whole = await measureKind([], options);
      const work = whole.exponent > limit ? await measureKind(WITHOUT_COLLECTOR, options) : undefined;
      rows.push({ name, ...whole, work });
    }
    return rows.sort((a, b) => b.milliseconds / b.size - a.milliseconds / a.size);
  });
}

async function measureKind(flags, options) {
  const child = spawn(process.execPath, ["--expose-gc", ...flags, KIND, ...options.map(String)], {
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
