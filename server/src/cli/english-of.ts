import type { Document } from "../core/document/document.ts";
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
