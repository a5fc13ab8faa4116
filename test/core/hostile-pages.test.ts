import { describe, test } from "node:test";
import { readProjectConfig } from "../../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { rules } from "../../server/src/core/rules/registry.ts";
import { type Report, runRules } from "../../server/src/core/rules/run.ts";
import { checkGrowth } from "../count-steps.ts";
import { hostilePages } from "../hostile-pages.ts";
import { openTexts, TODAY } from "../open.ts";

/** What a writer waits for: the page parsed, and all rules run with their fixes. */
function check(text: string): Report[] {
  const path = "page.md";
  const { config } = readProjectConfig(undefined);
  const document = parseDocument(text);
  const { workspace, sourcesOf } = openTexts(new Map([[path, text]]), config);
  const context = { document, path, workspace, sources: sourcesOf(path, document), config, today: TODAY };
  return runRules(rules, context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
}

describe("the work of a whole check grows with the page, not faster", () => {
  for (const [name, build] of Object.entries(hostilePages)) {
    test(name, () => {
      checkGrowth(build, check);
    });
  }
});
