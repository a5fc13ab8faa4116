import { isMarkdown } from "../links/paths.ts";
import { isDocsetFile } from "./docsets.ts";
import { isPublishConfig, isRedirectionFile, redirectionFilesOf } from "./redirections.ts";

/** Whether a file's name says that it shapes the snapshot of its whole root. */
export function isStructural(path: string): boolean {
  return isDocsetFile(path) || isPublishConfig(path) || isRedirectionFile(path);
}

/** Whether a file's name says that its text matters, beyond its being there. */
export function isTextNeeded(path: string): boolean {
  return isMarkdown(path) || isStructural(path);
}

/**
 * Redirection files under names of their own, which `.openpublishing.publish.config.json` lists: their texts matter too.
 * They need not be there. `files`: as in `WorkspaceParts`; of them, only that one is read.
 */
export function listedRedirections(files: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const publishConfig = [...files.keys()].find(isPublishConfig);
  const listed = redirectionFilesOf(publishConfig && files.get(publishConfig));
  return new Set(listed.filter((path) => !isTextNeeded(path)));
}
