import type { Document } from "../core/document/document.ts";
import { cutSource } from "../core/segments/cut-source.ts";
import type { SourcePage } from "../core/source/page-sources.ts";
import type { Arguments } from "./arguments.ts";
import type { Project } from "./load-project.ts";

/**
 * The English page that a localized one is lined up with: what `--source` names is meant; else the text that the page
 * was made from goes before the newest. `undefined`: nobody has either.
 */
export async function englishOf(
  path: string,
  document: Document,
  { sources }: Project,
  args: Arguments,
): Promise<SourcePage | undefined> {
  const { current, base } = await sources.find(path, document);
  return args.text("source") === undefined ? (base ?? current) : current;
}

/**
 * Whether a page renders an English one. Includes and pages like CONTRIBUTING.md have no localization metadata that would
 * say so; then it is one when most of its sentences are not English ones of that page.
 */
export function isTranslationOf(document: Document, english: Document): boolean {
  if (document.form === "clean") return true;
  if (document.form === "sxs" || document.text === english.text) return false;
  const sentences = cutSource(document);
  const known = new Set(cutSource(english).map(({ text }) => text));
  const shared = sentences.filter(({ text }) => known.has(text)).length;
  return sentences.length > 0 && shared * 2 < sentences.length;
}
