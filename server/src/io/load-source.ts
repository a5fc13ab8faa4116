import { readdirSync } from "node:fs";
import {
  configuredSource,
  findCandidates,
  findVantages,
  type SourceRoot,
  sharesPages,
  sourceInLocaleFolders,
} from "../core/source/find-source-root.ts";
import { findLocaleFolders, type LocaleFolders } from "../core/source/locale-folders.ts";
import type { SourceTree } from "../core/source/source-question.ts";
import type { PageDocuments } from "../core/workspace/page-documents.ts";
import type { FileTexts } from "./file-texts.ts";
import { isFolder } from "./kind-of.ts";
import { type LoadedWorkspace, loadWorkspace } from "./load-workspace.ts";
import { toSlashes } from "./paths.ts";
import type { UnreadPath } from "./problems.ts";

/** The English pages of a root, as they were on disk. */
export interface LoadedSource extends SourceRoot, SourceTree {
  /** Every page's text by its path in the tree. */
  readonly texts: FileTexts;
  /** The pages among them. */
  readonly documents: PageDocuments;
}

/** All folders in which a root's English may be found. */
export interface LoadedSources {
  /** `undefined`: there are no English pages. */
  readonly source: LoadedSource | undefined;
  readonly localeFolders: readonly LocaleFolders[];
  /** Folders of the same pages in other locales; nobody has looked whether they are there. */
  readonly neighbours: readonly string[];
  /** What of the English pages could not be read. */
  readonly problems: readonly UnreadPath[];
}

/**
 * Finds and reads the English pages of a root: those of the configured folder, else those that its own folders, or the
 * folders beside it, show to be the English ones. A root that nothing points away from costs no look at the disk.
 */
export function loadSources(
  rootFolder: string,
  loadedRoot: LoadedWorkspace,
  configured: string | undefined,
): LoadedSources {
  const { workspace, files } = loadedRoot;
  const root = toSlashes(rootFolder);
  const localeFolders = findLocaleFolders(files.keys());
  const foldersIn = new Map(findVantages(root).map(({ parent }) => [parent, listFolders(parent)]));
  const { english, localized: neighbours } = findCandidates(root, foldersIn, []);
  let problems: readonly UnreadPath[] = [];
  const load = (candidate: SourceRoot): LoadedSource => {
    const isRoot = candidate.folder === root;
    const loaded = isRoot ? loadedRoot : loadEnglish(candidate.folder);
    problems = isRoot ? [] : loaded.problems;
    return { ...candidate, tree: loaded.workspace, texts: loaded.files, documents: loaded.documents };
  };
  const named =
    configured === undefined
      ? sourceInLocaleFolders(root, localeFolders)
      : configuredSource(toSlashes(configured), root, files.keys());
  let source = named && load(named);
  for (const candidate of named === undefined && configured === undefined ? english : []) {
    if (!isFolder(candidate.folder)) continue;
    const found = load(candidate);
    if (!sharesPages(workspace, found.tree, found.prefixes)) continue;
    source = found;
    break;
  }
  return { source, localeFolders, neighbours, problems: source === undefined ? [] : problems };
}

/** Whoever reads of its files knows the localized ones by shorter names. */
function loadEnglish(folder: string): LoadedWorkspace {
  return loadWorkspace(folder, { nameOf: (path) => (path === "" ? folder : `${folder}/${path}`) });
}

function listFolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
  } catch {
    return [];
  }
}
