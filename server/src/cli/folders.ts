import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
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

/** Whether there is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
