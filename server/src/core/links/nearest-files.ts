import { distance } from "fastest-levenshtein";
import type { Workspace } from "../workspace/workspace.ts";
import { isLocaleTag } from "./locale-tag.ts";
import { differsInNumbersOnly, digitsOf } from "./nearest-names.ts";
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

/** Names are compared once a snapshot: whole folders of pages tend to miss the same file. */
const known = new WeakMap<
  Workspace,
  { names: ReadonlyMap<string, string[]>; found: Map<string, NearFile[]> }
>();

/** The existing files that are most like a missing one: by name first, then by folder; at most three. */
export function findNearestFiles(workspace: Workspace, missing: string): NearFile[] {
  const memory = known.get(workspace) ?? {
    names: filesByName(workspace),
    found: new Map<string, NearFile[]>(),
  };
  known.set(workspace, memory);
  const found = memory.found.get(missing) ?? rank(memory.names, missing);
  memory.found.set(missing, found);
  return found;
}

/** Whether a tree holds any file of the same kind: any picture for `.png`. */
export function carries(workspace: Workspace, extension: string): boolean {
  const families = knownFamilies.get(workspace) ?? new Set(Array.from(workspace.files(), familyOf));
  knownFamilies.set(workspace, families);
  return families.has(familyOf(`x${extension}`));
}

const knownFamilies = new WeakMap<Workspace, ReadonlySet<string>>();

function filesByName(workspace: Workspace): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const path of workspace.files()) {
    const name = fileNameOf(path).toLowerCase();
    const paths = names.get(name);
    if (paths === undefined) names.set(name, [path]);
    else paths.push(path);
  }
  return names;
}

function rank(names: ReadonlyMap<string, string[]>, missing: string): NearFile[] {
  const name = fileNameOf(missing).toLowerCase();
  const wanted = stemOf(name);
  const family = familyOf(name);
  const limit = Math.floor(wanted.length / 3);
  const candidates: Candidate[] = [];
  for (const [other, paths] of names) {
    const stem = stemOf(other);
    if (familyOf(other) !== family || Math.abs(stem.length - wanted.length) > limit) continue;
    const steps = distance(wanted, stem);
    if (steps > limit || differsInNumbersOnly(wanted, stem)) continue;
    for (const path of paths) {
      if (isOfOtherLocale(missing, path)) continue;
      candidates.push({ path, steps, folders: folderDistance(missing, path) });
    }
  }
  candidates.sort((a, b) => a.steps - b.steps || a.folders - b.folders || (a.path < b.path ? -1 : 1));
  const [best, second] = candidates;
  if (best === undefined) return [];
  const inFolder = candidates.find(({ folders }) => folders === 0);
  const isClear = isSurely(wanted, best, second) && (inFolder === undefined || inFolder === best);
  return candidates.slice(0, MOST).map(({ path }) => ({ path, isClear: isClear && path === best.path }));
}

/** Numbers tell pages apart (`2020-10.md`), so that a name with others is a different page, however near. */
function isSurely(wanted: string, best: Candidate, second: Candidate | undefined): boolean {
  const stem = stemOf(fileNameOf(best.path).toLowerCase());
  if (digitsOf(stem) !== digitsOf(wanted)) return false;
  if (best.steps === 0) return second?.steps !== 0 || second.folders > best.folders;
  const limit = Math.min(2, Math.floor(wanted.length / 5));
  return best.steps <= limit && best.folders === 0 && (second === undefined || second.steps > best.steps + 2);
}

function stemOf(name: string): string {
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
