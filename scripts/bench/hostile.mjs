import { loadBundle } from "../load-bundle.mjs";
import { ordinaryPage, tablePage } from "./generate-pages.mjs";
import { exponent } from "./statistics.mjs";

/** Each page is four times as large as the one before, in bytes, until it is as large or takes as long as it may. */
const [SMALLEST, LARGEST, STEP] = [62_500, 4_000_000, 4];
/** No larger page of its kind than one that is foreseen to take longer than this, in milliseconds. */
const LONGEST = 1_000;
const RUNS = 2;
/** Below this many milliseconds a time says nothing about growth. */
const LEAST_TIME = 20;

/**
 * How the CPU time of a whole check (the page parsed, all rules run with their fixes) grows with pages that are made to
 * be slow, and with ordinary ones: `milliseconds` for a page of `size` bytes, and the exponent of the growth from a
 * quarter of it, `undefined` where the page is too fast to tell. The slowest kinds come first.
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
  let before;
  for (let size = SMALLEST; ; size *= STEP) {
    const text = build(size);
    const milliseconds = bestOf(() => checkPage(text));
    const isLast = size * STEP > largest || milliseconds * STEP > LONGEST;
    if (isLast && before !== undefined) {
      const isLong = milliseconds >= LEAST_TIME;
      return {
        size,
        milliseconds,
        exponent: isLong ? exponent(before, [text.length, milliseconds]) : undefined,
      };
    }
    before = [text.length, milliseconds];
  }
}

function bestOf(work) {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const { user, system } = process.cpuUsage();
    work();
    const used = process.cpuUsage({ user, system });
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return Math.max(best, 0.001);
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
