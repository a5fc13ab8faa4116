import { findEntry, type FrontMatter, textOf } from "./front-matter.ts";

/** The year in which the localization pipeline wrote a header, as written. `undefined`: it does not say so. */
export function handoffYear(frontMatter: FrontMatter | undefined): string | undefined {
  const entry = findEntry(frontMatter, "ms.lasthandoff");
  return /\d{4}$/.exec(entry === undefined ? "" : (textOf(entry) ?? ""))?.[0];
}
