import { fileNameOf, folderOf, joinPath } from "../links/paths.ts";
import { isObject, readJson } from "../config/read-json.ts";
import type { Docset } from "./workspace.ts";

/** Whether a path is that of a `docfx.json`, which makes its folder a docset. */
export function isDocsetFile(path: string): boolean {
  return fileNameOf(path) === "docfx.json";
}

/**
 * The docset whose root is the folder of a `docfx.json`. Its URL is not stated there; it follows from
 * `breadcrumb_path`, which is the published address of a file of the docset: with `/office/dev/breadcrumb/toc.json` and
 * a file `breadcrumb/toc.yml`, pages are published under `/office/dev`. Where no such file exists, the breadcrumbs are
 * another docset's, and the URL stays unknown.
 */
export function readDocset(path: string, text: string, hasFile: (path: string) => boolean): Docset {
  const folder = folderOf(path);
  const { build } = readJson(text);
  if (!isObject(build)) return { path: folder, basePath: undefined };
  const contentFolder = contentFolderOf(build["content"]);
  const isHere = (each: string): boolean =>
    hasFile(join(folder, each)) || hasFile(join(join(folder, contentFolder), each));
  const basePath = basePathOf(build["globalMetadata"], isHere);
  return contentFolder === "" ? { path: folder, basePath } : { path: folder, basePath, contentFolder };
}

/**
 * The folder whose pages are published right under the docset's URL: in `"content": [{ "src": "articles", "dest": "." }]`
 * the articles. Of several, and of those that are published for some versions of a product only, nobody can tell which.
 */
function contentFolderOf(content: unknown): string {
  const folders = new Set<string>();
  for (const entry of Array.isArray(content) ? content : []) {
    if (!isObject(entry) || entry["group"] !== undefined || entry["version"] !== undefined) continue;
    const { src, dest } = entry;
    if (typeof src !== "string" || (dest ?? ".") !== ".") continue;
    folders.add(joinPath("", src.replaceAll("\\", "/")) ?? "");
  }
  const [only] = folders;
  return folders.size === 1 && only !== undefined ? only : "";
}

function basePathOf(metadata: unknown, hasFile: (path: string) => boolean): string | undefined {
  const breadcrumbs = isObject(metadata) ? metadata["breadcrumb_path"] : undefined;
  if (typeof breadcrumbs !== "string" || !breadcrumbs.startsWith("/")) return undefined;
  const names = breadcrumbs
    .replace(/\.json$/i, "")
    .split("/")
    .slice(1);
  // The longest ending that is a file here: the rest is what the site puts before it.
  for (let at = 1; at < names.length; at++) {
    const ending = names.slice(at).join("/");
    if (hasFile(`${ending}.yml`) || hasFile(`${ending}.md`))
      return `/${names.slice(0, at).join("/")}`.toLowerCase();
  }
  return undefined;
}

/** The innermost docset that holds a path. */
export function docsetOf(docsets: Iterable<Docset>, path: string): Docset | undefined {
  let innermost: Docset | undefined;
  for (const docset of docsets) {
    const holds = docset.path === "" || path.startsWith(`${docset.path}/`);
    if (holds && docset.path.length >= (innermost?.path.length ?? 0)) innermost = docset;
  }
  return innermost;
}

/**
 * Path that answers at a site-absolute URL path, without extension. Of docsets that publish under the same URL (the
 * locales of one product side by side), the one that holds `page` answers. `undefined`: none is known to publish it.
 */
export function pathAtUrl(docsets: readonly Docset[], urlPath: string, page: string): string | undefined {
  const url = LOCALE_IN_URL.test(urlPath) ? urlPath.slice("/xx-xx".length) : urlPath;
  let longest: PublishedDocset | undefined;
  let own: Docset | undefined;
  for (const docset of docsets) {
    if (!publishes(docset, url)) continue;
    own ??= docsetOf(docsets, page);
    const more = docset.basePath.length - (longest?.basePath.length ?? 0);
    if (more > 0 || (docset === own && more === 0)) longest = docset;
  }
  return longest && joinPath(contentPathOf(longest), url.slice(longest.basePath.length));
}

const LOCALE_IN_URL = /^\/[a-z]{2}-[a-z]{2}\//i;

type PublishedDocset = Docset & { readonly basePath: string };

/** Whether a URL path is the one that a docset is published under, or lies below it. */
function publishes(docset: Docset, url: string): docset is PublishedDocset {
  const { basePath } = docset;
  if (basePath === undefined) return false;
  const { length } = basePath;
  return (
    (url.length === length || url.charAt(length) === "/") && url.slice(0, length).toLowerCase() === basePath
  );
}

/** The folder whose pages are published right under a docset's URL. */
export function contentPathOf({ path, contentFolder = "" }: Docset): string {
  return join(path, contentFolder);
}

function join(folder: string, path: string): string {
  if (path === "") return folder;
  return folder === "" ? path : `${folder}/${path}`;
}
