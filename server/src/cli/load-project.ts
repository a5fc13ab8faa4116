import { join, resolve } from "node:path";
import type { ProjectConfig } from "../core/config/project-config.ts";
import {
  describeMissingFolder,
  describeSource,
  findNestedRepositories,
  sharesPages,
} from "../core/source/find-source-root.ts";
import { toPagePaths } from "../core/source/path-prefixes.ts";
import { quoteAll } from "../core/text/quote.ts";
import type { PageDocuments } from "../core/workspace/page-documents.ts";
import type { WorkspaceIndex } from "../core/workspace/workspace-index.ts";
import { findConfig, loadConfig, type LoadedConfig } from "../io/load-config.ts";
import { isFile, isFolder } from "../io/kind-of.ts";
import type { FileTexts } from "../io/file-texts.ts";
import { loadSources } from "../io/load-source.ts";
import { loadWorkspace } from "../io/load-workspace.ts";
import { readPageBytes } from "../io/read-page.ts";
import type { Arguments } from "./arguments.ts";
import { type Host, UsageError } from "./host.ts";
import type { Log } from "./log.ts";
import { ProjectEvidence } from "./project-evidence.ts";
import { ProjectSources } from "./project-sources.ts";
import { englishFolders, folderOption } from "./folders.ts";
import { chosenPages, isChosen, type Page, reportUnread, type Root } from "./roots.ts";

/** A root as rules see it, with the documents that the command was asked for. */
export interface Project {
  readonly config: ProjectConfig;
  readonly workspace: WorkspaceIndex;
  readonly pages: readonly Page[];
  /** All pages of the root, and those that were named by themselves. */
  readonly documents: PageDocuments;
  readonly sources: Pick<ProjectSources, "find" | "close"> &
    Partial<Pick<ProjectSources, "found" | "answer">>;
  /** What findings can be kept by; `undefined`: not all of the root was asked for. */
  readonly evidence?: ProjectEvidence | undefined;
}

/** Reads a root's configuration, all of its pages and its English pages. What cannot be read is reported. */
export function loadProject(root: Root, args: Arguments, host: Host, log: Log): Project {
  const { config, sourceFolder, origin } = loadProjectConfig(root, args, host, log);
  const loaded = loadWorkspace(root.folder, { nameOf: root.show });
  const sources = new ProjectSources(root.folder, loaded, sourceFolder);
  reportUnread(sources.found.problems, (path) => isEnglishAsked(path, sources, root), log);
  reportUnread(loaded.problems, (path) => isChosen(root, path), log);
  noteSource(sources, sourceFolder, log);
  const { files, documents } = loaded;
  const pages = chosenPages(root, files.keys()).flatMap((path) => {
    // The workspace has read no file that does not look like a page.
    if (files.bytesOf(path) === undefined) readNamed(root, path, files, log);
    return files.bytesOf(path) === undefined ? [] : [new LoadedPage(path, files)];
  });
  const evidence = root.chosen.has("")
    ? new ProjectEvidence({ folder: root.folder, configOrigin: origin, files, sources })
    : undefined;
  return { config, workspace: sources.workspace, pages, documents, sources, evidence };
}

/**
 * The folders of a root's English pages, for a command that needs nothing else of the project.
 * What is wrong with the configuration is not reported.
 */
export function findEnglish(root: Root, args: Arguments, host: Host): string[] {
  const [source, config] = [args.text("source"), args.text("config")];
  const named =
    source === undefined
      ? loadConfig(root.folder, config === undefined ? undefined : resolve(host.cwd, config)).sourceFolder
      : folderOption("source", source, host);
  const loaded = loadWorkspace(root.folder, { nameOf: root.show });
  return englishFolders(root.folder, loadSources(root.folder, loaded, named).source);
}

/** A page whose text is decoded each time that somebody asks for it. */
class LoadedPage implements Page {
  readonly path: string;
  readonly #files: FileTexts;

  constructor(path: string, files: FileTexts) {
    this.path = path;
    this.#files = files;
  }

  get text(): string {
    return this.#files.get(this.path) ?? "";
  }
}

/** Whether a path of the English tree, `""` for all of it, belongs to a page that was asked for. */
function isEnglishAsked(path: string, { found: { source } }: ProjectSources, root: Root): boolean {
  return path === "" || toPagePaths(source?.prefixes ?? [], path).some((page) => isChosen(root, page));
}

/** A folder that was named and holds none of the English pages is a mistake, and all pages would be called lost. */
function noteSource(
  { found: { source }, workspace }: ProjectSources,
  named: string | undefined,
  log: Log,
): void {
  if (named === undefined) {
    if (source !== undefined) log.note(describeSource(source));
    else noteNestedRepositories(workspace, log);
  } else if (source !== undefined && !sharesPages(workspace, source.tree, source.prefixes)) {
    log.note(
      `None of the pages has its English page in ${named}. Is that the folder which holds the same paths?`,
    );
  }
}

/** Whoever checks all clones at once would not learn that no page was compared with its English. */
function noteNestedRepositories(workspace: ProjectSources["workspace"], log: Log): void {
  const names = findNestedRepositories(workspace.files());
  if (names.length === 0) return;
  log.note(
    `English is in the folder beside ${quoteAll(names)}. It is looked for where each is named by itself, as in \`lockstep check ${names.slice(0, 2).join(" ")}\`.`,
  );
}

interface ProjectSetup extends Pick<LoadedConfig, "config" | "origin"> {
  /** The folder of the English pages: of `--source`, else of the configuration. */
  readonly sourceFolder: string | undefined;
}

/** Reads a root's configuration. What is wrong with it is reported. */
function loadProjectConfig(root: Root, args: Arguments, host: Host, log: Log): ProjectSetup {
  const named = args.text("config");
  const path = named === undefined ? findConfig(root.folder) : resolve(host.cwd, named);
  if (named !== undefined && !isFile(resolve(host.cwd, named))) {
    throw new UsageError(`\`--config\` is \`${named}\`, which is no file.`);
  }
  const { config, sourceFolder, origin, problems } = loadConfig(root.folder, path);
  for (const problem of problems) log.failure(problem);
  const source = args.text("source");
  if (source !== undefined) return { config, origin, sourceFolder: folderOption("source", source, host) };
  if (sourceFolder === undefined || isFolder(sourceFolder)) return { config, origin, sourceFolder };
  // With an English tree of no pages, every page would be called lost, and every image.
  log.failure(describeMissingFolder(config.sourceRoot ?? "", sourceFolder));
  return { config, origin, sourceFolder: undefined };
}

function readNamed(root: Root, path: string, files: FileTexts, log: Log): void {
  const { value, problem } = readPageBytes(join(root.folder, path), root.show(path));
  if (problem === undefined) files.add(path, value);
  else log.failure(problem);
}
