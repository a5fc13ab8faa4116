import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Folder of the reference documents, which are not part of the repository. `LOCKSTEP_SHARED` names another place. */
const SHARED = process.env["LOCKSTEP_SHARED"] ?? resolve("..", "shared");

/** The documents of one folder of the reference, or the reason why a test on them is skipped. */
export function sharedFolder(...path: string[]): { folder: string; skip: string | false } {
  const folder = join(SHARED, ...path);
  const skip = existsSync(folder)
    ? false
    : `the reference documents are not here (${path.join("/")}; see CONTRIBUTING.md)`;
  return { folder, skip };
}

/** Names of the corpus' folders; empty where the reference documents are absent. */
export function corpusFolders(): string[] {
  const { folder, skip } = sharedFolder("corpus");
  return skip === false ? readdirSync(folder).sort() : [];
}

/** All Markdown files below a folder, path relative to it with `/`, in path order. */
export function* markdownFiles(folder: string): Generator<{ path: string; text: string }> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of entries) {
    const path = file.slice(folder.length + 1).replaceAll("\\", "/");
    yield { path, text: readFileSync(file, "utf8") };
  }
}
