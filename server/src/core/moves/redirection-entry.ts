import { readJson } from "../config/read-json.ts";
import { folderOf } from "../links/paths.ts";
import { readRedirections, redirectedPath } from "../workspace/redirections.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { lineEndOf } from "../text/line-end.ts";

/** An entry of `.openpublishing.redirection.json`. */
export interface RedirectionEntry {
  /** Path of the page that is gone, relative to the folder of the redirection file. */
  readonly source_path: string;
  /** Where its readers are sent. */
  readonly redirect_url: string;
}

/**
 * A redirection file with more entries, at the end of its list. `undefined`: the file has no such list, or one that is
 * damaged. A path that has an entry already keeps it.
 *
 * @param path of the file, relative to the root.
 */
export function addRedirections(
  path: string,
  text: string,
  entries: readonly RedirectionEntry[],
): string | undefined {
  const list = RedirectionList.read(path, text);
  if (list === undefined) return undefined;
  const added = list.missing(entries);
  if (added.length === 0) return text;
  const edits = [list.insertionOf(added)];
  return list.isWhole(edits, added.length) ? applyEdits(text, edits) : undefined;
}

/** The list of a redirection file, which may hold ten thousands of entries. */
export class RedirectionList {
  readonly #path: string;
  readonly #text: string;
  readonly #entries: readonly unknown[];

  private constructor(path: string, text: string, entries: readonly unknown[]) {
    this.#path = path;
    this.#text = text;
    this.#entries = entries;
  }

  /** `path` is that of the file, relative to the root. `undefined`: the file has no such list. */
  static read(path: string, text: string): RedirectionList | undefined {
    const entries = readJson(text)["redirections"];
    return Array.isArray(entries) ? new RedirectionList(path, text, entries) : undefined;
  }

  /** Those of other entries whose path has none yet, each path once. */
  missing(others: readonly RedirectionEntry[]): RedirectionEntry[] {
    const folder = folderOf(this.#path);
    const pathOf = (each: unknown): string | undefined => redirectedPath(each, folder)?.toLowerCase();
    const known = new Set(this.#entries.map(pathOf));
    return others.filter((entry) => {
      const path = pathOf(entry);
      const isNew = !known.has(path);
      known.add(path);
      return isNew;
    });
  }

  /** Inserts entries behind the last one, indented like it. UTF-16 offsets of the file: see `isWhole`. */
  insertionOf(added: readonly RedirectionEntry[]): TextEdit {
    const hasOthers = this.#entries.length > 0;
    const close = this.#text.lastIndexOf("]");
    const newline = lineEndOf(this.#text);
    const body = this.#text.slice(0, close).trimEnd();
    const open = body.lastIndexOf("{");
    const before = body.slice(body.lastIndexOf("\n", open) + 1, open);
    const indent = hasOthers && before.trim() === "" ? before : "    ";
    const comma = hasOthers && !body.endsWith(",") ? "," : "";
    const end = this.#text.slice(body.length, close).includes("\n") ? "" : newline;
    const written = added.map((entry) => writeRedirection(entry, indent, newline)).join(`,${newline}`);
    const span = { start: body.length, end: body.length };
    return { span, newText: comma + newline + written + end };
  }

  /** Whether the file has so many entries more after edits: one whose list is not its last one would be damaged. */
  isWhole(edits: readonly TextEdit[], count: number): boolean {
    const known = readRedirections(this.#path, this.#text).length;
    return readRedirections(this.#path, applyEdits(this.#text, edits)).length === known + count;
  }
}

function writeRedirection(
  { source_path, redirect_url }: RedirectionEntry,
  indent: string,
  newline: string,
): string {
  const lines = JSON.stringify({ source_path, redirect_url }, undefined, 2).split("\n");
  return lines.map((line) => indent + line).join(newline);
}
