import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceRoot } from "../core/source/find-source-root.ts";
import { createFolder } from "../io/create-folder.ts";
import { isFolder } from "../io/kind-of.ts";
import { pathFrom } from "../io/paths.ts";
import { reasonOf } from "../io/problems.ts";
import { type Host, UsageError } from "./host.ts";

/**
 * The real path of the folder that an option names.
 *
 * @throws UsageError when there is no such folder.
 */
export function folderOption(option: string, name: string, host: Host): string {
  const path = resolve(host.cwd, name);
  if (!isFolder(path)) throw new UsageError(`\`--${option}\` is \`${name}\`, which is no folder.`);
  return realpathSync(path);
}

/**
 * The real path of the folder that `--out` names, which is made where it is not there.
 *
 * @throws UsageError when it cannot be made.
 */
export function outputFolder(name: string, host: Host): string {
  const path = resolve(host.cwd, name);
  try {
    createFolder(path);
    return realpathSync(path);
  } catch (error) {
    throw new UsageError(`The folder \`${name}\` cannot be made: ${reasonOf(error)}.`);
  }
}

/**
 * The folders of a root's English pages. Where these stand in the root, among the folders of other locales
 * (`docs/en-us`), they are those folders and not the root. `source` is `undefined` where there are no English pages.
 */
export function englishFolders(root: string, source: SourceRoot | undefined): string[] {
  if (source === undefined) return [];
  if (pathFrom(source.folder, root) !== "") return [source.folder];
  return [...new Set(source.prefixes.map((prefix) => resolve(source.folder, prefix.source)))];
}

/**
 * Where `--out` lies in the root, relative to it; `undefined`: elsewhere, or it is not given. `english` are the folders
 * of English pages.
 *
 * @throws UsageError when it would write over what is read.
 */
export function placeOfOutput(
  root: string,
  out: string | undefined,
  english: readonly string[],
): string | undefined {
  if (out === undefined) return undefined;
  const own = pathFrom(root, out);
  if (own === "") throw new UsageError("`--out` names the folder that is read; `--write` writes in place.");
  for (const folder of english) {
    const isAround = pathFrom(folder, root) !== undefined;
    if (isAround || pathFrom(folder, out) === undefined) continue;
    throw new UsageError(`\`--out\` lies in the English pages, \`${folder}\`: name another folder.`);
  }
  return own;
}
