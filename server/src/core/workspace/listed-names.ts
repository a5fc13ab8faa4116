/** Which files of a root are looked at, by their names alone. */

/** Folders that hold no documents, however many Markdown files there are in them. */
const TOOL_FOLDERS = new Set(["node_modules", "bower_components"]);

/** Whether files in a folder of this name are looked at: not in those of tools, nor in hidden ones (`.git`, `.vscode`). */
export function isListedFolder(name: string): boolean {
  return !name.startsWith(".") && !TOOL_FOLDERS.has(name);
}

/** Whether a file of this name is looked at; hidden ones only where they belong to the documents. */
export function isListedFile(name: string): boolean {
  return !name.startsWith(".") || /^\.(?:openpublishing\.|lockstep\.json$)/.test(name);
}

/** Whether a path may be that of a file that is looked at, or of a folder with such files. */
export function isListedPath(path: string): boolean {
  const names = path.split("/");
  const name = names.pop() ?? "";
  return names.every(isListedFolder) && isListedFile(name);
}
