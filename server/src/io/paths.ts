import { relative, resolve, sep } from "node:path";

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
