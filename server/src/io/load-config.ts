import { dirname, join, resolve } from "node:path";
import type { ProjectConfig } from "../core/config/project-config.ts";
import { readProjectConfig } from "../core/config/read-project-config.ts";
import { findUpwards, pathFrom } from "./paths.ts";
import { readPage } from "./read-page.ts";

/** The name that a configuration is found by. */
export const CONFIG_FILE = ".lockstep.json";

/** A root's configuration as it was on disk. */
export interface LoadedConfig {
  readonly config: ProjectConfig;
  /** Where it was read from, absolute; `undefined`: there is none, so defaults hold. */
  readonly path: string | undefined;
  /** Folder of the English tree, absolute, when configured. */
  readonly sourceFolder: string | undefined;
  /** The text of the file and the path of the root from its folder: all that the configuration depends on. */
  readonly origin: readonly (string | undefined)[];
  /** What is wrong with it, one sentence each, the file named. */
  readonly problems: readonly string[];
}

/** Reads the configuration that holds for a root: `path`, or the nearest `.lockstep.json` upwards. */
export function loadConfig(root: string, path: string | undefined = findConfig(root)): LoadedConfig {
  if (path === undefined) {
    const { config } = readProjectConfig(undefined);
    return { config, path, sourceFolder: undefined, origin: [], problems: [] };
  }
  const name = pathFrom(process.cwd(), path) || path;
  const { value, problem } = readPage(path, name);
  const folder = dirname(resolve(path));
  const rootPath = pathFrom(folder, root) ?? "";
  const { config, problems } = readProjectConfig(value, { rootPath });
  return {
    config,
    path: resolve(path),
    sourceFolder: config.sourceRoot === undefined ? undefined : resolve(folder, config.sourceRoot),
    origin: [value, rootPath],
    problems: problem === undefined ? problems.map((each) => `${name}: ${each}`) : [problem],
  };
}

/** The nearest configuration file from a folder upwards, not beyond the top of its Git repository. */
export function findConfig(folder: string): string | undefined {
  const found = findUpwards(folder, [CONFIG_FILE]);
  return found && join(found, CONFIG_FILE);
}
