import { createTwoFilesPatch } from "../core/libraries.ts";

/** What the two sides of a change are called; `a/` and `b/` before the file's path by default. */
interface Names {
  readonly from?: string;
  readonly to?: string;
}

/** The change of one file as `git diff` writes it, so that `git apply` and `patch` take it; empty when there is none. */
export function unifiedDiff(
  path: string,
  before: string,
  after: string,
  { from = `a/${path}`, to = `b/${path}` }: Names = {},
): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 });
  // The package puts a row of equals signs above the file names.
  return patch
    .slice(patch.indexOf("--- "))
    .replace(/^(--- .*)\n(\+\+\+ .*)/, (_, old: string, now: string) => `${ended(old)}\n${ended(now)}`);
}

/** `patch` reads a name up to its first blank, unless a tab ends it. Git writes that tab, too. */
function ended(line: string): string {
  const [, name = ""] = /^\S+ (.*)/.exec(line) ?? [];
  return name.includes(" ") && !name.startsWith('"') ? `${line}\t` : line;
}
