import { type RedirectionEntry, RedirectionList } from "../core/moves/redirection-entry.ts";
import type { TextEdit } from "../core/text/edit.ts";

/**
 * What adds entries to a redirection file: an insertion for each, so that some of them can be left out; one for all where
 * the list would be damaged by that. Empty: the file has no list, or all entries already.
 *
 * @param path of the file, relative to the root.
 */
export function redirectionChanges(
  path: string,
  text: string,
  entries: readonly RedirectionEntry[],
): readonly TextEdit[] {
  const list = RedirectionList.read(path, text);
  const added = list?.missing(entries) ?? [];
  if (list === undefined || added.length === 0) return [];
  const single = added.map((entry) => list.insertionOf([entry]));
  if (list.isWhole(single, added.length)) return single;
  const together = [list.insertionOf(added)];
  return list.isWhole(together, added.length) ? together : [];
}
