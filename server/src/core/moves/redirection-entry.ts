import { readJson } from "../config/read-json.ts";
import { folderOf } from "../links/paths.ts";
import { readRedirections, redirectedPath } from "../workspace/redirections.ts";
import { lineEndOf } from "../text/line-end.ts";

/** An entry of `.openpublishing.redirection.json`. */
export interface RedirectionEntry {
  /** Path of the page that is gone, relative to the folder of the redirection file. */
  readonly source_path: string;
  /** Where its readers are sent. */
  readonly redirect_url: string;
}

/** The entry as it is to stand in the file. */
function writeRedirection(entry: RedirectionEntry): string {
  return JSON.stringify({ source_path: entry.source_path, redirect_url: entry.redirect_url }, undefined, 2);
}

/**
 * A redirection file with one more entry, at the end of its list and indented like the one before it. `undefined`: the
 * file has no such list, or one that is damaged. A path that has an entry already keeps it.
 *
 * @param path of the file, relative to the root.
 */
export function addRedirection(path: string, text: string, entry: RedirectionEntry): string | undefined {
  const list = readJson(text)["redirections"];
  if (!Array.isArray(list)) return undefined;
  const pathOf = (each: unknown): string | undefined => redirectedPath(each, folderOf(path))?.toLowerCase();
  const added = pathOf(entry);
  const isKnown = list.some((each) => pathOf(each) === added);
  if (isKnown) return text;
  const close = text.lastIndexOf("]");
  const newline = lineEndOf(text);
  const body = text.slice(0, close).trimEnd();
  const open = body.lastIndexOf("{");
  const before = body.slice(body.lastIndexOf("\n", open) + 1, open);
  const indent = list.length > 0 && before.trim() === "" ? before : "    ";
  const written = writeRedirection(entry)
    .split("\n")
    .map((line) => indent + line);
  const comma = list.length > 0 && !body.endsWith(",") ? "," : "";
  const gap = text.slice(body.length, close);
  const end = (gap.includes("\n") ? gap : newline) + text.slice(close);
  const longer = body + comma + newline + written.join(newline) + end;
  const isThere = readRedirections(path, longer).length === readRedirections(path, text).length + 1;
  return isThere ? longer : undefined;
}
