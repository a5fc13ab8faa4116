import type { ProjectConfig } from "../server/src/core/config/project-config.ts";
import { readProjectConfig } from "../server/src/core/config/read-project-config.ts";
import type { Document } from "../server/src/core/document/document.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import { joinPath } from "../server/src/core/links/paths.ts";
import type { RuleContext } from "../server/src/core/rules/rule.ts";
import { configuredSource, sourceInLocaleFolders } from "../server/src/core/source/find-source-root.ts";
import { findSources, withOwnHalves } from "../server/src/core/source/find-sources.ts";
import { findLocaleFolders } from "../server/src/core/source/locale-folders.ts";
import type { PageSources } from "../server/src/core/source/page-sources.ts";
import {
  originOf,
  type SourceAnswer,
  type SourceRequest,
} from "../server/src/core/source/source-question.ts";
import { viewSource } from "../server/src/core/source/source-view.ts";
import { buildWorkspace } from "../server/src/core/workspace/build-workspace.ts";
import type { WorkspaceIndex } from "../server/src/core/workspace/workspace-index.ts";
import { type FixtureFile, readFixture } from "./fixture.ts";

/** A page of a fixture, parsed, with the whole fixture around it as its workspace. */
export interface OpenPage extends FixtureFile {
  readonly context: RuleContext;
}

const COMMITTED = "HEAD:";

/** The day on which every fixture is checked. */
export const TODAY = { year: 2024, month: 6, day: 15 } as const;

/**
 * Opens a fixture in memory. `.lockstep.json` in it configures the rules. Folders of locales (`//- en-us/page.md` beside
 * `//- zh-cn/page.md`) are each other's English and siblings; `sourceRoot` of the configuration wins over `en-us`. There
 * is no Git, but `//- HEAD:zh-cn/page.md` is the page as it was committed. All `.md` files are given back. `name` is the
 * name of the root's folder.
 */
export function openFixture(fixture: string, name?: string): OpenPage[] {
  const all = readFixture(fixture);
  const committed = new Map(
    all
      .filter(({ path }) => path.startsWith(COMMITTED))
      .map(({ path, text }) => [path.slice(COMMITTED.length), text]),
  );
  const files = all.filter(({ path }) => !path.startsWith(COMMITTED));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const { config, problems } = readProjectConfig(texts.get(".lockstep.json"));
  if (problems.length > 0) throw new Error(problems.join("\n"));

  const { workspace, sourcesOf } = openTexts(texts, config, name);
  return files
    .filter(({ path }) => path.endsWith(".md"))
    .map((file) => {
      const document = parseDocument(file.text);
      const before = committed.get(file.path);
      const sources = {
        ...sourcesOf(file.path, document),
        ...(before === undefined ? {} : { committed: parseDocument(before) }),
      };
      return { ...file, context: { document, path: file.path, workspace, sources, config, today: TODAY } };
    });
}

/** A folder in memory, with what is known of its pages' English. */
export interface OpenTexts {
  readonly workspace: WorkspaceIndex;
  readonly sourcesOf: (path: string, document: Document) => PageSources;
}

/** Opens files by their texts as the command line and the editor open a folder. */
export function openTexts(
  texts: ReadonlyMap<string, string>,
  config: ProjectConfig,
  name?: string,
): OpenTexts {
  const root = "/fixture";
  const tree = buildWorkspace({ name, files: texts });
  const localeFolders = findLocaleFolders(texts.keys());
  const configured = config.sourceRoot === undefined ? undefined : joinPath(root.slice(1), config.sourceRoot);
  const found =
    configured === undefined
      ? sourceInLocaleFolders(root, localeFolders)
      : configuredSource(`/${configured}`, root, texts.keys());
  const source = found && { tree, prefixes: found.prefixes };
  const workspace = source === undefined ? tree : tree.withSource(viewSource(source));
  const answer = (request: SourceRequest): SourceAnswer | undefined => {
    const text =
      request.ask === "page" || request.ask === "source-page" ? texts.get(request.path) : undefined;
    if (text === undefined || !("path" in request)) return undefined;
    return { path: request.path, document: parseDocument(text) };
  };
  const sourcesOf = (path: string, document: Document): PageSources => {
    const origin = originOf(path, document);
    const search = findSources({ ...origin, workspace, source, localeFolders, neighbours: [] });
    let step = search.next();
    while (step.done !== true) step = search.next(answer(step.value));
    return withOwnHalves(step.value, path, document);
  };
  return { workspace, sourcesOf };
}
