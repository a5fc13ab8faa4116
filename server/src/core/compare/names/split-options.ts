import type { Half } from "../pairs/half.ts";
import type { SplitName } from "./split-names.ts";

/** `-keyfile`, `/Gr-`, `/Zc:trigraphs`: an option of a command at the beginning of bold or italic text or of a link. */
export const OPTION = /(?<=[*[])[-/][A-Za-z][A-Za-z0-9]*(?::[A-Za-z][A-Za-z0-9]*)?[-+]?(?=[*\]:])/g;
/** One that was torn, whatever the dash. */
const TORN = /(?<=[*[])[-/–—] ?[A-Za-z][A-Za-z0-9]*(?: ?: ?[A-Za-z][A-Za-z0-9]*)?(?: ?[-+–—])?(?=[*\]:])/g;
const NONE: readonly SplitName[] = [];
const DASH = /[–—]/g;

/**
 * Options that the translation writes with blanks, whatever their capitals. Machine translation takes the first sign of
 * `-keyfile` for a dash or a slash between words, and no command knows `- Keyfile`.
 */
export function findSplitOptions({ prose }: Half, source: Half): readonly SplitName[] {
  const options = new Map((source.prose.match(OPTION) ?? []).map((option) => [option.toLowerCase(), option]));
  if (options.size === 0) return NONE;
  const found: SplitName[] = [];
  for (const { 0: written, index } of prose.matchAll(TORN)) {
    const expected = options.get(written.replaceAll(" ", "").replace(DASH, "-").toLowerCase());
    if (expected === undefined || written.length === expected.length) continue;
    found.push({ expected, found: written, span: { start: index, end: index + written.length } });
  }
  return found;
}
