import { collectBookmarks } from "../links/collect-bookmarks.ts";
import { extensionOf, isMarkdown } from "../links/paths.ts";
import { localPathOf } from "../links/local-path.ts";
import { plainText } from "../markdown/slug.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { CompletionItem, CompletionOptions } from "./completion.ts";
import { bookmarksOf, findDestination } from "./link-at.ts";
import { linkTargetAt, type OpenTarget } from "./link-target-at.ts";

const PICTURES = new Set([".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".ico"]);

/** Paths of files and folders while a target is written, bookmarks once it has a `#`. */
export function completeLink(
  context: RuleContext,
  offset: number,
  { skipsMarkdownPaths = false }: CompletionOptions,
): CompletionItem[] {
  const target = linkTargetAt(context.document.text, offset);
  if (target === undefined || /^[a-z][a-z0-9+.-]*:|^\/|\?/i.test(target.written)) return [];
  const hash = target.written.indexOf("#");
  if (hash !== -1) return completeBookmark(context, target, hash);
  const isEnglishOnly = skipsMarkdownPaths && target.form === "markdown";
  return completePath(context, target).flatMap(({ item, isInSource }) =>
    isInSource || !isEnglishOnly ? [item] : [],
  );
}

function completeBookmark(
  context: RuleContext,
  { start, written }: OpenTarget,
  hash: number,
): CompletionItem[] {
  // With the `#`, as VS Code itself offers the headings: it would rank its own first, and takes both halves of a
  // segment for the name of its heading.
  const span = { start: start + hash, end: start + written.length };
  return findBookmarks(context, written.slice(0, hash)).map(({ name, heading }, nth) => ({
    kind: "bookmark",
    label: name,
    detail: heading === undefined ? "" : plainText(heading),
    documentation: "",
    span,
    newText: `#${encode(name)}`,
    rank: nth,
  }));
}

function findBookmarks(
  context: RuleContext,
  path: string,
): readonly { name: string; heading: string | undefined }[] {
  if (path === "") return bookmarksOf(context.document);
  const destination = findDestination(context, path);
  if (destination === undefined) return [];
  const tree = destination.isInSource ? context.workspace.source : context.workspace;
  return (tree && collectBookmarks(tree, destination.path)?.bookmarks) ?? [];
}

interface FoundPath {
  readonly item: CompletionItem;
  /** Whether the English tree has it, and the localized one has not. */
  readonly isInSource: boolean;
}

function completePath(context: RuleContext, target: OpenTarget): FoundPath[] {
  const slash = target.written.lastIndexOf("/") + 1;
  const folderPart = target.written.slice(0, slash);
  const folder = localPathOf(context.path, folderPart === "" ? "./" : folderPart, [
    ...context.workspace.docsets(),
  ]);
  if (folder === undefined) return [];
  const span = { start: target.start + slash, end: target.start + target.written.length };
  const isAsked = (name: string): boolean => {
    if (target.isImage) return PICTURES.has(extensionOf(name));
    return target.form !== "include" || isMarkdown(name);
  };

  const found = new Map<string, FoundPath>();
  for (const [tree, isInSource] of treesOf(context.workspace)) {
    const add = (name: string, item: Pick<CompletionItem, "kind" | "detail" | "rank">): void => {
      if (found.has(name)) return;
      const label = item.kind === "folder" ? `${name}/` : name;
      const newText = target.isAngled ? label : encode(label);
      found.set(name, { item: { ...item, label, documentation: "", span, newText }, isInSource });
    };
    for (const { name, path } of childrenOf(tree, folder)) {
      if (path === undefined) add(name, { kind: "folder", detail: "", rank: 1 });
      else if (isAsked(name) && path !== context.path) {
        const title = plainText(tree.findPage(path)?.title ?? "");
        add(name, { kind: "file", detail: isInSource ? `${title} (English)`.trim() : title, rank: 0 });
      }
    }
  }
  return [...found.values()];
}

function* treesOf(workspace: Workspace): Generator<readonly [Workspace, boolean]> {
  yield [workspace, false];
  if (workspace.source !== undefined) yield [workspace.source, true];
}

/** Names of what a folder holds. `path` is `undefined` for a folder. Names that start with a dot are tools' own. */
function* childrenOf(tree: Workspace, folder: string): Generator<{ name: string; path: string | undefined }> {
  const prefix = folder === "" ? "" : `${folder}/`;
  for (const path of tree.files()) {
    if (!path.startsWith(prefix) || path[prefix.length] === ".") continue;
    const slash = path.indexOf("/", prefix.length);
    if (slash === -1) yield { name: path.slice(prefix.length), path };
    else yield { name: path.slice(prefix.length, slash), path: undefined };
  }
}

/** Percent-encodes what would end a link target or mean something in it. Letters of any script may stand as they are. */
function encode(text: string): string {
  return text
    .replace(/[\s<>"%?#]/g, encodeURIComponent)
    .replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
