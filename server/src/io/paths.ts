import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** A path relative to a root, with `/`; `""` for the root itself. `undefined`: it lies outside. */
export function pathFrom(root: string, path: string): string | undefined {
  const found = relative(resolve(root), resolve(path));
  // On Windows, another drive has no relative path.
  if (found === ".." || found.startsWith(`..${sep}`) || resolve(root, found) !== resolve(path))
    return undefined;
  return toSlashes(found);
}

/** `\` as `/` where the system writes `\`; elsewhere it is a letter of a name like any other. */
export function toSlashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** Whether a resolved path is a folder's own or lies in it. Both must be real paths, symbolic links followed. */
export function isInside(realFolder: string, realPath: string): boolean {
  return pathFrom(realFolder, realPath) !== undefined;
}

/** The nearest folder, from `folder` upwards, that holds one of these names; not beyond a Git repository's top. */
export function findUpwards(folder: string, names: readonly string[]): string | undefined {
  for (let place = resolve(folder); ; place = dirname(place)) {
    if (names.some((name) => existsSync(join(place, name)))) return place;
    // What lies above a repository belongs to somebody else, or to nobody.
    if (existsSync(join(place, ".git")) || dirname(place) === place) return undefined;
  }
}
