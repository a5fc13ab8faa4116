import type { CancellationToken } from "vscode-languageserver/node";
import { canonicalLocale, localeOfName, localeOfPath } from "../core/front-matter/locale.ts";
import type { PageSources } from "../core/source/page-sources.ts";
import { toPagePaths } from "../core/source/path-prefixes.ts";
import { throwIfCancelled } from "../core/cancellation.ts";
import type { Page } from "./page.ts";
import type { Root } from "./root.ts";
import type { Server } from "./server.ts";
import type { Session } from "./session.ts";
import { pathWithin, toPath } from "./convert/uris.ts";
import { fileNameOf } from "../core/links/paths.ts";

/** A localized page of an English one. */
export interface TranslationFile {
  readonly uri: string;
  /** Relative to its root. */
  readonly path: string;
  /** As people write it: `zh-CN`; the name of the root where nobody says. */
  readonly locale: string;
}

/** A localized page, read, with what is known of its English. */
export interface Translation extends TranslationFile {
  readonly page: Page;
  readonly document: Page["document"];
  readonly sources: PageSources;
}

/** The pages of the workspace that have a page as their English, sorted by locale. Nothing is read. */
export function findTranslations(session: Session, englishUri: string): TranslationFile[] {
  const english = toPath(englishUri);
  if (english === undefined) return [];
  const found = session.roots.flatMap((root) => {
    const source = session.sourceOf(root);
    const path = source && pathWithin(source.folder, english);
    const index = session.treeAt(root.folder)?.index;
    if (source === undefined || path === undefined || index === undefined) return [];
    return toPagePaths(source.prefixes, path)
      .filter((each) => index.hasFile(each) && `${root.folder}/${each}` !== english)
      .map((each): TranslationFile => {
        const uri = session.uriOf(root, each);
        const locale = localeOf(root, each, index.findPage(each)?.contentLocale);
        return { uri: session.findOpen(uri)?.uri ?? uri, path: each, locale };
      });
  });
  return found.sort((a, b) => (a.locale < b.locale ? -1 : a.locale > b.locale ? 1 : 0));
}

/**
 * Reads translations, one after the other, with their English.
 *
 * @throws Cancelled when the request is cancelled.
 */
export async function* readTranslations(
  { session, reader }: Server,
  files: readonly TranslationFile[],
  token: CancellationToken,
): AsyncGenerator<Translation> {
  for (const file of files) {
    throwIfCancelled(token);
    const page = await reader.read(file.uri);
    if (page === undefined) continue;
    const { sources } = await session.contextOf(page);
    yield { ...file, page, document: page.document, sources };
  }
}

function localeOf(root: Root, path: string, contentLocale: string | undefined): string {
  const written = contentLocale === undefined ? undefined : canonicalLocale(contentLocale);
  const name = fileNameOf(root.folder);
  return written ?? localeOfPath(path)?.locale ?? localeOfName(name) ?? name;
}
