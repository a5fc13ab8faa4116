import { addRedirection, type RedirectionEntry } from "../core/moves/redirection-entry.ts";
import { readRedirections } from "../core/workspace/redirections.ts";
import { applyEdits, type TextEdit } from "../core/text/edit.ts";

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
  const single = entries.flatMap((entry) => insertion(text, addRedirection(path, text, entry)));
  const known = readRedirections(path, text).length;
  const isWhole = readRedirections(path, applyEdits(text, single)).length === known + single.length;
  if (single.length < 2 || isWhole) return single;
  return insertion(
    text,
    entries.reduce((all, entry) => addRedirection(path, all, entry) ?? all, text),
  );
}

/** The insertion that leads from a text to a longer one. */
function insertion(text: string, longer = text): readonly TextEdit[] {
  if (longer.length <= text.length) return [];
  let start = 0;
  while (start < text.length && text[start] === longer[start]) start++;
  const newText = longer.slice(start, start + longer.length - text.length);
  return [{ span: { start, end: start }, newText }];
}
