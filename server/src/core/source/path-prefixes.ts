/** Pages below `page` in the localized root have their English below `source` in the English tree. */
export interface PathPrefix {
  /** A path with a trailing `/`, or `""` for the whole root. */
  readonly page: string;
  readonly source: string;
}

/** Every page has its English at its own path. */
export const SAME_PATHS: readonly PathPrefix[] = [{ page: "", source: "" }];

/** Path of a page's English in the English tree; the first prefix that fits decides. `undefined`: none fits. */
export function toSourcePath(prefixes: readonly PathPrefix[], path: string): string | undefined {
  const prefix = prefixes.find(({ page }) => path.startsWith(page));
  return prefix && prefix.source + path.slice(prefix.page.length);
}

/** Paths that pages of the localized root have, or would have, with a page of the English tree as their English. */
export function toPagePaths(prefixes: readonly PathPrefix[], sourcePath: string): string[] {
  return prefixes
    .filter(({ source }) => sourcePath.startsWith(source))
    .map(({ page, source }) => page + sourcePath.slice(source.length))
    .filter((path) => toSourcePath(prefixes, path) === sourcePath);
}
