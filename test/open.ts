import { readProjectConfig } from "../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import type { RuleContext } from "../server/src/core/rules/rule.ts";
import { buildWorkspace } from "../server/src/core/workspace/build-workspace.ts";
import { type FixtureFile, readFixture } from "./fixture.ts";

/** A page of a fixture, parsed, with the whole fixture around it as its workspace. */
export interface OpenPage extends FixtureFile {
  readonly context: RuleContext;
}

/** The day on which every fixture is checked. */
export const TODAY = { year: 2024, month: 6, day: 15 } as const;

/**
 * Opens a fixture in memory. `.lockstep.json` in it configures the rules; files under `//- en-us/…` are no
 * more than other files unless `sourceRoot` of the configuration names them. All `.md` files are given back.
 * `name` is the name of the root's folder.
 */
export function openFixture(fixture: string, name?: string): OpenPage[] {
  const files = readFixture(fixture);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const { config, problems } = readProjectConfig(texts.get(".lockstep.json"));
  if (problems.length > 0) throw new Error(problems.join("\n"));

  const workspace = buildWorkspace({ name, files: texts });
  return files
    .filter(({ path }) => path.endsWith(".md"))
    .map((file) => ({
      ...file,
      context: { document: parseDocument(file.text), path: file.path, workspace, config, today: TODAY },
    }));
}
