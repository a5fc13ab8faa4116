import { folderOf, isMarkdown } from "../core/links/paths.ts";
import type { RedirectionEntry } from "../core/moves/redirection-entry.ts";
import type { LostSource } from "../core/source/page-sources.ts";
import { contentPathOf } from "../core/workspace/docsets.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import type { SyncAccess } from "./sync-access.ts";

/** The file of a root that redirections stand in, in its top folder. */
export const REDIRECTION_FILE = ".openpublishing.redirection.json";

/** What a landing place for readers is called, the likeliest first. */
const LANDINGS = ["index.md", "index.yml"];

/**
 * Where readers of a page that is to go should be sent: where English sends them, else to
 * the English page that has some of its text, else to the page above it. `path`
 * counts from the localized root, `place` from the English tree. `undefined`: the address of neither is known.
 */
export function findRedirection(
  { workspace, source }: SyncAccess,
  path: string,
  place: string,
  { to }: LostSource,
  mostAlike?: string,
): RedirectionEntry | undefined {
  if (source === undefined) return undefined;
  const url =
    statedFor(place, source.tree) ??
    (to === undefined ? undefined : to.startsWith("/") || to.includes("://") ? to : urlOf(to, source.tree)) ??
    (mostAlike === undefined ? undefined : urlOf(mostAlike, source.tree)) ??
    urlOfLanding(place, source.tree) ??
    urlOfLanding(path, workspace);
  return url === undefined ? undefined : { source_path: path, redirect_url: url };
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
