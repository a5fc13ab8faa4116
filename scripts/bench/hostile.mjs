import { loadBundle } from "../load-bundle.mjs";
import { ordinaryPage, tablePage } from "./generate-pages.mjs";
import { exponent } from "./statistics.mjs";

/** Each page is four times as large as the one before, in bytes, until it is as large or takes as long as it may. */
const [SMALLEST, LARGEST, STEP] = [62_500, 4_000_000, 4];
/** No larger page of its kind than one that is foreseen to take longer than this, in milliseconds. */
const LONGEST = 2_000;
/** Measured again until it has taken this many milliseconds together: short times vary, and first runs are slow. */
const ENOUGH = 100;
/** Below this many milliseconds a time says nothing about growth. */
const LEAST_TIME = 20;

/**
 * How the CPU time of a whole check (the page parsed, all rules run with their fixes) grows with pages that are made to
 * be slow, and with ordinary ones: `milliseconds` for a page of `size` bytes, and the exponent of the growth from the
 * smallest page that takes long enough to be measured, `undefined` where there is none. The slowest kinds come first.
 */
export async function measureHostile(root, largest = LARGEST) {
  const { hostilePages, checkPage } = await loadBundle(root, CONTENTS);
  const kinds = [
    ["ordinary: paragraphs, lists, tables", ordinaryPage],
    ["ordinary: one table", tablePage],
    ...Object.entries(hostilePages).map(([name, build]) => {
      const bytes = Buffer.byteLength(build(100)) / 100;
      return [name, (size) => build(Math.ceil(size / bytes))];
    }),
  ];
  const rows = kinds.map(([name, build]) => ({ name, ...measureGrowth(build, checkPage, largest) }));
  return rows.sort((a, b) => b.milliseconds / b.size - a.milliseconds / a.size);
}

function measureGrowth(build, checkPage, largest) {
  let first;
  for (let size = SMALLEST; ; size *= STEP) {
    const text = build(size);
    const milliseconds = bestOf(() => checkPage(text));
    if (size * STEP > largest || milliseconds * STEP > LONGEST) {
      const last = [text.length, milliseconds];
      return { size, milliseconds, exponent: first && exponent(first, last) };
    }
    if (milliseconds >= LEAST_TIME) first ??= [text.length, milliseconds];
  }
}

function bestOf(work) {
  let best = Infinity;
  for (let all = 0; all < ENOUGH;) {
    const { user, system } = process.cpuUsage();
    work();
    const used = process.cpuUsage({ user, system });
    const milliseconds = Math.max((used.user + used.system) / 1000, 1);
    best = Math.min(best, milliseconds);
    all += milliseconds;
  }
  return best;
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
