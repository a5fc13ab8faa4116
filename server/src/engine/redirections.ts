import { folderOf, isMarkdown } from "../core/links/paths.ts";
import type { RedirectionEntry } from "../core/moves/redirection-entry.ts";
import type { LostSource } from "../core/source/page-sources.ts";
import { contentPathOf } from "../core/workspace/docsets.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import type { SyncAccess } from "./sync-access.ts";

const REDIRECTION_FILE = ".openpublishing.redirection.json";

/** Where readers of a page that is to go should be sent, and what says so. */
export interface PlannedRedirection {
  /** The file that it belongs into, relative to the root. `undefined`: there is none, neither beside the page nor above. */
  readonly file: string | undefined;
  /** Its path counts from the folder of that file, or else from the root. */
  readonly entry: RedirectionEntry;
  /** Whether a file of redirections, which may be another one, sends them there already: nothing is to be added. */
  readonly isThere: boolean;
}

/** What a landing place for readers is called, the likeliest first. */
const LANDINGS = ["index.md", "index.yml"];

/**
 * Where readers of a page that is to go should be sent: where redirections of its own root or English send them, else
 * to the English page that has some of its text, else to the page above it. `path` counts from the localized root,
 * `place` from the English tree. `undefined`: the address of none is known.
 */
export function findRedirection(
  { workspace, source }: SyncAccess,
  path: string,
  place: string,
  { to }: LostSource,
  mostAlike?: string,
): PlannedRedirection | undefined {
  const own = workspace.findRedirection(path);
  if (own !== undefined) return placeRedirection(path, own.url, workspace, true);
  if (source === undefined) return undefined;
  const url =
    statedFor(place, source.tree) ??
    (to === undefined ? undefined : to.startsWith("/") || to.includes("://") ? to : urlOf(to, source.tree)) ??
    (mostAlike === undefined ? undefined : urlOf(mostAlike, source.tree)) ??
    urlOfLanding(place, source.tree) ??
    urlOfLanding(path, workspace);
  return url === undefined ? undefined : placeRedirection(path, url, workspace, false);
}

function placeRedirection(
  path: string,
  url: string,
  workspace: Workspace,
  isThere: boolean,
): PlannedRedirection {
  const file = redirectionFileOf(path, workspace);
  const folder = folderOf(file ?? "");
  const inFolder = folder === "" ? path : path.slice(folder.length + 1);
  return { file, entry: { source_path: inFolder, redirect_url: url }, isThere };
}

/** The nearest one: where a root holds several locales, each may have its own. */
function redirectionFileOf(path: string, workspace: Workspace): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = folder === "" ? REDIRECTION_FILE : `${folder}/${REDIRECTION_FILE}`;
    if (workspace.hasFile(file)) return file;
    if (folder === "") return undefined;
  }
}

/** The entries that are to be added to each file of redirections. */
export function entriesByFile(
  redirections: Iterable<PlannedRedirection | undefined>,
): ReadonlyMap<string, readonly RedirectionEntry[]> {
  const entries = new Map<string, RedirectionEntry[]>();
  for (const redirection of redirections) {
    if (redirection?.file === undefined || redirection.isThere) continue;
    const inFile = entries.get(redirection.file) ?? [];
    inFile.push(redirection.entry);
    entries.set(redirection.file, inFile);
  }
  return entries;
}

/** Readers whom English sends in a circle need another place. */
function statedFor(place: string, tree: Workspace): string | undefined {
  const stated = tree.findRedirection(place);
  return stated?.isCircular === true ? undefined : stated?.url;
}

function urlOf(path: string, tree: Workspace): string | undefined {
  const docset = tree.findDocset(path);
  if (docset?.basePath === undefined) return undefined;
  const root = contentPathOf(docset);
  if (root !== "" && !path.startsWith(`${root}/`)) return undefined;
  const inDocset = root === "" ? path : path.slice(root.length + 1);
  const page = inDocset.replace(isMarkdown(path) ? /\.[^.]+$/ : /\.yml$/i, "").replace(/(?:^|\/)index$/i, "");
  return page === "" ? docset.basePath : `${docset.basePath}/${page}`;
}

function urlOfLanding(path: string, tree: Workspace): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of LANDINGS) {
      const landing = folder === "" ? name : `${folder}/${name}`;
      if (landing !== path && tree.hasFile(landing)) return urlOf(landing, tree);
    }
    if (folder === "") return undefined;
  }
}
