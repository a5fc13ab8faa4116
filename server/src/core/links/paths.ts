/** Paths relative to a root, with `/`; `""` is the root itself. */

/** `a/b/c.md` gives `a/b`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** `a/b/c.md` gives `c.md`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `c.tar.gz` gives `.gz`, lower case; `""` where there is none. A leading dot starts a name, not an extension. */
export function extensionOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

/** Whether a path is a Markdown page's. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/**
 * Where a relative path leads from a folder: `.` and `..` resolved, doubled slashes and a trailing one dropped.
 * `undefined`: it climbs out of the root.
 */
export function joinPath(folder: string, relative: string): string | undefined {
  let base = folder;
  let start = 0;
  // Nearly all links climb first, and go down then.
  for (; base !== "" && relative.startsWith("../", start); start += 3) base = folderOf(base);
  const rest = start === 0 ? relative : relative.slice(start);
  if (!isDescent(rest)) return joinNames(folder, relative);
  return base === "" ? rest : `${base}/${rest}`;
}

/** Whether a path is nothing but names with one slash between them. Those that start with a dot may be more. */
function isDescent(path: string): boolean {
  return path !== "" && !NO_DESCENT.test(path);
}

const NO_DESCENT = /^[./]|\/[./]|\/$/;

function joinNames(folder: string, relative: string): string | undefined {
  const names = folder === "" ? [] : folder.split("/");
  for (const name of relative.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}

/** The shortest relative path from a page's folder to a file: `../b/x.md`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
