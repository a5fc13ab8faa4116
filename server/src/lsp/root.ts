import { mergeConfig } from "../core/config/merge-config.ts";
import type { ProjectConfig } from "../core/config/project-config.ts";
import { readProjectConfig } from "../core/config/read-project-config.ts";
import type { Settings } from "../core/config/settings.ts";
import { folderOf, joinPath } from "../core/links/paths.ts";
import type { FileSystem } from "./file-system.ts";
import { pathWithin } from "./convert/uris.ts";

/** A workspace folder as configured at one moment. Immutable. */
export interface Root {
  readonly folder: string;
  /** The folder's URI as the client writes it; `undefined` for the root of pages that lie in no folder. */
  readonly uri: string | undefined;
  readonly settings: Settings;
  readonly config: ProjectConfig;
  /** Folder of the English tree, absolute; `undefined`: there is none. */
  readonly sourceFolder: string | undefined;
  /** Where the project's configuration stands, or would stand. */
  readonly configPath: string;
  /** Folders in which a project file would count: that with the file, or the topmost one, and those nearer to the root. */
  readonly configFolders: readonly string[];
  /** What is wrong with the configuration: one sentence each. */
  readonly problems: readonly string[];
}

/** Name of the project's configuration file. */
export const CONFIG_FILE = ".lockstep.json";

/** A root without a project file. */
export function makeRoot(
  folder: string,
  uri: string | undefined,
  settings: Settings,
  configFolders: readonly string[] = [],
): Root {
  const configPath = `${folder}/${CONFIG_FILE}`;
  return combine({ folder, uri, settings, configPath, configFolders, text: undefined });
}

/**
 * Reads the configuration of a root: the nearest project file, from its folder up to the top of its Git repository,
 * and the settings over it.
 */
export async function readRoot(
  fileSystem: FileSystem,
  folder: string,
  uri: string | undefined,
  settings: Settings,
): Promise<Root> {
  const configFolders: string[] = [];
  for (let place = folder; ; place = folderOf(place)) {
    configFolders.push(place);
    const configPath = `${place}/${CONFIG_FILE}`;
    const text = await fileSystem.readText(configPath);
    if (text !== undefined) return combine({ folder, uri, settings, configPath, configFolders, text });
    // What lies above a repository belongs to somebody else, or to nobody.
    const isTop = !place.slice(1).includes("/") || (await fileSystem.kindOf(`${place}/.git`)) !== undefined;
    if (isTop) return makeRoot(folder, uri, settings, configFolders);
  }
}

interface Parts {
  readonly folder: string;
  readonly uri: string | undefined;
  readonly settings: Settings;
  readonly configPath: string;
  readonly configFolders: readonly string[];
  readonly text: string | undefined;
}

function combine({ folder, uri, settings, configPath, configFolders, text }: Parts): Root {
  const configFolder = folderOf(configPath);
  const file = readProjectConfig(text, { rootPath: pathWithin(configFolder, folder) ?? "" });
  const merged = mergeConfig(file.config, settings);
  const isSettingsOwn = settings.sourceRoot !== "";
  return {
    folder,
    uri,
    settings,
    config: merged.config,
    sourceFolder: resolveFolder(isSettingsOwn ? folder : configFolder, merged.config.sourceRoot),
    configPath,
    configFolders,
    problems: [...file.problems.map((problem) => `${configPath}: ${problem}`), ...merged.problems],
  };
}

/** A folder as written in a configuration, made absolute. */
function resolveFolder(base: string, written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const path = written.replaceAll("\\", "/");
  const drive = /^[a-z]:\//i.exec(path);
  if (drive !== null) return `${path.slice(0, 1).toLowerCase()}${path.slice(1)}`.replace(/\/+$/, "");
  if (path.startsWith("/")) return path.replace(/\/+$/, "");
  const joined = joinPath(base.replace(/^\/+/, ""), path);
  return joined === undefined ? undefined : (/^\/*/.exec(base)?.[0] ?? "") + joined;
}
