import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { loadBundle } from "../load-bundle.mjs";
import { middleOf } from "./language-client.mjs";
import { spread } from "./statistics.mjs";

const WARM_UP = 10;

/** Times of one keystroke inside the process: the page parsed anew, all rules run, nothing kept from before. */
export async function measureEngine(root, folder, page, edits) {
  const { parseDocument, rules, runRules, loadWorkspace, loadConfig } = await loadBundle(root, ENGINE);
  const { workspace } = loadWorkspace(folder);
  const { config } = loadConfig(folder);
  // The other pages are read once, as an editor has them read when the writer starts to type.
  for (const summary of workspace.pages()) void summary;

  const path = relative(folder, page);
  let text = readFileSync(page, "utf8");
  const offset = middleOf(text);
  const parsing = [];
  const checking = [];
  for (let nth = -WARM_UP; nth < edits; nth++) {
    text = `${text.slice(0, offset)}x${text.slice(offset)}`;
    const started = performance.now();
    const document = parseDocument(text);
    const parsed = performance.now();
    runRules(
      rules,
      {
        document,
        path,
        workspace: workspace.withPage(path, text, document),
        sources: { current: undefined, base: undefined, lost: undefined, committed: undefined },
        config,
        today: { year: 2024, month: 6, day: 15 },
      },
      {
        onCrash: (_rule, error) => {
          throw error;
        },
      },
    );
    if (nth < 0) continue;
    parsing.push(parsed - started);
    checking.push(performance.now() - parsed);
  }
  return {
    ...spread(parsing.map((time, nth) => time + checking[nth])),
    parse: spread(parsing).p50,
    rules: spread(checking).p50,
  };
}

const ENGINE = `
  export { parseDocument } from "./server/src/core/document/parse-document.ts";
  export { rules } from "./server/src/core/rules/registry.ts";
  export { runRules } from "./server/src/core/rules/run.ts";
  export { loadConfig } from "./server/src/io/load-config.ts";
  export { loadWorkspace } from "./server/src/io/load-workspace.ts";
`;
