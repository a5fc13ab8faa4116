import type { Workspace } from "../workspace/workspace.ts";
import { isLocaleTag } from "./locale-tag.ts";
import { around, byText, FolderNames } from "./folder-names.ts";
import { hasSameNumbers, NameIndex, type SimilarNames } from "./name-index.ts";
import { extensionOf, fileNameOf, folderOf } from "./paths.ts";

/** A file that a broken link may have meant. */
export interface NearFile {
  readonly path: string;
  /** Whether it is so much nearer than any other that there is little doubt. */
  readonly isClear: boolean;
}

interface Candidate {
  readonly path: string;
  /** How many letters of the name differ. */
  readonly steps: number;
  /** How many folders lie between. */
  readonly folders: number;
}

const MOST = 3;

/** Long enough for a word before or behind (`China-`). */
const MOST_STEPS = 6;
/** Of names; one name may stand in many folders. */
const MOST_NAMES = 6;

/** So many files of one name are candidates: those around the missing one in the order of paths. */
const MOST_OF_A_NAME = 200;
/** So many files are candidates because their names have a word more. */
const MOST_EXTENDED = 50;

/** What is known of a snapshot: files by kind and by name without extension. */
interface Known {
  /** In the order of paths. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly indexes: ReadonlyMap<string, NameIndex>;
  /** By folder and kind. */
  readonly inFolders: ReadonlyMap<string, FolderNames>;
  readonly found: Map<string, NearFile[]>;
}

const known = new WeakMap<Workspace, Known>();

/** The existing files that are most like a missing one: by name first, then by folder; at most three. */
export function findNearestFiles(workspace: Workspace, missing: string): NearFile[] {
  const knowledge = learn(workspace);
  const found = knowledge.found.get(missing) ?? rank(knowledge, missing);
  knowledge.found.set(missing, found);
  return found;
}

/** Whether a tree holds any file of the same kind: any picture for `.png`. */
export function carries(workspace: Workspace, extension: string): boolean {
  return learn(workspace).indexes.has(familyOf(`x${extension}`));
}

function learn(workspace: Workspace): Known {
  const before = known.get(workspace);
  if (before !== undefined) return before;
  const paths = new Map<string, string[]>();
  const inFolders = new Map<string, FolderNames>();
  const stems = new Map<string, Set<string>>();
  for (const path of workspace.files()) {
    const family = familyOf(path);
    const stem = stemOf(path);
    const names = stems.get(family) ?? new Set();
    stems.set(family, names.add(stem));
    addTo(paths, keyOf(family, stem), path);
    const folder = keyOf(family, folderOf(path));
    const inFolder = inFolders.get(folder) ?? new FolderNames();
    inFolders.set(folder, inFolder);
    inFolder.add(stem, path);
  }
  const indexes = new Map(Array.from(stems, ([family, names]) => [family, new NameIndex(names)]));
  for (const list of paths.values()) list.sort(byText);
  const knowledge = { paths, indexes, inFolders, found: new Map<string, NearFile[]>() };
  known.set(workspace, knowledge);
  return knowledge;
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function keyOf(family: string, stem: string): string {
  return `${family}/${stem}`;
}

function rank(knowledge: Known, missing: string): NearFile[] {
  const wanted = stemOf(missing);
  const { candidates, isCut } = findCandidates(knowledge, missing, wanted);
  candidates.sort((a, b) => a.steps - b.steps || a.folders - b.folders || byText(a.path, b.path));
  const [best, second] = candidates;
  if (best === undefined) return [];
  const beside = candidates.find(({ folders }) => folders === 0);
  const isClear = !isCut && isSurely(wanted, best, second) && (beside === undefined || beside === best);
  return candidates.slice(0, MOST).map(({ path }) => ({ path, isClear: isClear && path === best.path }));
}

/** `isCut`: there are so many that not all of them were looked at. */
function findCandidates(
  { paths, indexes, inFolders }: Known,
  missing: string,
  wanted: string,
): { candidates: Candidate[]; isCut: boolean } {
  const family = familyOf(missing);
  const mostSteps = Math.min(MOST_STEPS, Math.floor(wanted.length / 3));
  const { names, isCut } = indexes.get(family)?.find(wanted, MOST_NAMES, mostSteps) ?? NO_NAMES;
  const found = names.map(({ name, steps }) => ({ steps, all: paths.get(keyOf(family, name)) ?? [] }));
  const candidates = found.flatMap(({ steps, all }) =>
    around(all, missing, MOST_OF_A_NAME)
      .filter((path) => !isOfOtherLocale(missing, path))
      .map((path) => ({ path, steps, folders: folderDistance(missing, path) })),
  );
  const folder = inFolders.get(keyOf(family, folderOf(missing)));
  for (const path of folder?.extending(wanted, MOST_EXTENDED) ?? []) {
    if (!candidates.some((each) => each.path === path))
      candidates.push({ path, steps: MOST_STEPS, folders: 0 });
  }
  return { candidates, isCut: isCut || found.some(({ all }) => all.length > MOST_OF_A_NAME) };
}

const NO_NAMES: SimilarNames = { names: [], isCut: false };

/** Numbers tell pages apart (`2020-10.md`), so that a name with others is a different page, however near. */
function isSurely(wanted: string, best: Candidate, second: Candidate | undefined): boolean {
  if (!hasSameNumbers(stemOf(best.path), wanted)) return false;
  // A page that moved keeps its name; but there is an `overview.md` in many a folder.
  if (best.steps === 0) return best.folders === 0 || (wanted.includes("-") && second?.steps !== 0);
  const limit = Math.min(2, Math.floor(wanted.length / 5));
  return best.steps <= limit && best.folders === 0 && (second === undefined || second.steps > best.steps + 2);
}

/** The name without extension, lower case. */
function stemOf(path: string): string {
  const name = fileNameOf(path).toLowerCase();
  return name.slice(0, name.length - extensionOf(name).length);
}

/** A page may have become `.yml`; a picture stays a picture. */
function familyOf(path: string): string {
  const extension = extensionOf(path);
  if (/^(?:|\.md|\.yml|\.yaml)$/.test(extension)) return "page";
  return /^\.(?:png|jpe?g|gif|svg)$/.test(extension) ? "picture" : extension;
}

/** Where locales stand side by side (`ja-jp/a.md`, `zh-cn/a.md`), pages link within their own. */
function isOfOtherLocale(missing: string, path: string): boolean {
  const own = missing.split("/");
  return path
    .split("/")
    .some((name, nth) => name !== own[nth] && isLocaleTag(name) && isLocaleTag(own[nth] ?? ""));
}

/** Steps up and down from one file's folder to the other's. */
function folderDistance(a: string, b: string): number {
  const from = folderOf(a).split("/");
  const to = folderOf(b).split("/");
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  return from.length + to.length - 2 * common;
}
