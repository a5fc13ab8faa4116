import { readdirSync, readFileSync } from "node:fs";

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** The texts of the interface in one language. */
export interface Language {
  /** As VS Code calls it, such as `zh-cn`. */
  readonly name: string;
  /** Those of the manifest. */
  readonly manifest: Texts;
  /** Those of the client, by the English ones. */
  readonly client: Texts;
}

/** A file of texts. */
export function readTexts(path: string): Texts {
  return JSON.parse(readFileSync(path, "utf8")) as Texts;
}

/** The texts of the manifest in English. */
export const english = readTexts("package.nls.json");

/** The languages that the interface is translated into. */
export const languages: readonly Language[] = readdirSync("l10n")
  .map((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? file)
  .sort()
  .map((name) => ({
    name,
    manifest: readTexts(`package.nls.${name}.json`),
    client: readTexts(`l10n/bundle.l10n.${name}.json`),
  }));
