import { createTwoFilesPatch } from "diff";

/** The change of one file as `git diff` writes it, so that `git apply` and `patch` take it; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
  });
  // The package puts a row of equals signs above the file names.
  return patch.slice(patch.indexOf("--- "));
}
