import { loadBundle } from "../load-bundle.mjs";

const SIZES = [50_000, 200_000];
const RUNS = 3;
/** Below this many milliseconds a time says nothing about growth. */
const LEAST_TIME = 5;

/**
 * How the time of a whole check (the page parsed, all rules run with their fixes) grows with pages that are made to be
 * slow: milliseconds for the larger size, and the exponent of the growth, which is 1 where time grows with the page.
 */
export async function measureHostile(root) {
  const { hostilePages, checkPage } = await loadBundle(root, CONTENTS);
  const rows = Object.entries(hostilePages).map(([name, build]) => {
    const [once, longer] = SIZES.map((size) => build(Math.ceil((size * 100) / build(100).length)));
    const [time, timeLonger] = [once, longer].map((text) => bestOf(() => checkPage(text)));
    const exponent = Math.log(timeLonger / time) / Math.log(longer.length / once.length);
    return { name, milliseconds: timeLonger, exponent: timeLonger < LEAST_TIME ? undefined : exponent };
  });
  rows.sort((a, b) => b.milliseconds - a.milliseconds);
  return Object.fromEntries(
    rows.map(({ name, milliseconds, exponent }) => [
      name,
      `${milliseconds.toFixed(0)} ms${exponent === undefined ? "" : `, growth ${exponent.toFixed(2)}`}`,
    ]),
  );
}

function bestOf(work) {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
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
