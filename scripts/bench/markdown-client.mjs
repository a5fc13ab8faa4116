import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Settings with which VS Code's Markdown server looks for what it can find; its editor leaves them off by default. */
export const MARKDOWN_SETTINGS = {
  markdown: {
    validate: {
      enabled: true,
      referenceLinks: { enabled: "warning" },
      fragmentLinks: { enabled: "warning" },
      fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: "hint" },
      duplicateLinkDefinitions: { enabled: "warning" },
    },
    suggest: { paths: { enabled: false, includeWorkspaceHeaderCompletions: "never" } },
    occurrencesHighlight: { enabled: false },
    preferredMdPathExtensionStyle: "auto",
    server: { log: "off" },
  },
};

/**
 * What that server asks its editor: to read the disk, and to cut pages into tokens with markdown-it, as VS Code does.
 * `openPages` maps URIs to the text of pages that are open.
 */
export function markdownRequests(modules, folder, openPages) {
  const parser = createRequire(join(modules, "package.json"))("markdown-it")({ html: true });
  const textOf = (uri) => openPages.get(uri)?.text ?? readFileSync(fileURLToPath(uri), "utf8");
  return {
    "markdown/parse": ({ uri }) => parser.parse(textOf(uri), {}).map(plainToken),
    "markdown/fs/readFile": ({ uri }) => [...readFileSync(fileURLToPath(uri))],
    "markdown/fs/readDirectory": ({ uri }) =>
      readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    "markdown/fs/stat": ({ uri }) => {
      const stat = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
      return stat === undefined ? null : { isDirectory: stat.isDirectory() };
    },
    "markdown/fs/watcher/create": () => null,
    "markdown/fs/watcher/delete": () => null,
    "markdown/findMarkdownFilesInWorkspace": () =>
      readdirSync(folder, { recursive: true })
        .filter((path) => path.endsWith(".md"))
        .map((path) => pathToFileURL(join(folder, path)).href),
  };
}

function plainToken({ type, markup, content, map, children, info, level }) {
  return { type, markup, content, map, info, level, children: children?.map(plainToken) ?? null };
}
