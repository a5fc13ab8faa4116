import type { CancellationToken } from "vscode-languageserver/node";
import { canonicalLocale, localeOfName, localeOfPath } from "../../core/front-matter/locale.ts";
import type { WorkspaceLocale } from "../../protocol.ts";
import type { Root } from "../root.ts";
import type { Server } from "../server.ts";
import type { Session } from "../session.ts";
import { pagesOf } from "../sync-targets.ts";
import { toUri } from "../convert/uris.ts";
import { fileNameOf } from "../../core/links/paths.ts";

/** `lockstep/locales`: the locales of the workspace, sorted, each with its folders. */
export async function locales(
  { session }: Server,
  _params: unknown,
  token: CancellationToken,
): Promise<WorkspaceLocale[]> {
  await session.whenIndexed(token);
  const folders = new Map<string, Set<string>>();
  for (const root of session.roots) {
    for (const { locale, folder } of localesIn(session, root)) {
      folders.set(locale, (folders.get(locale) ?? new Set()).add(toUri(folder)));
    }
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([locale, each]) => ({ locale, folders: [...each] }));
}

function localesIn(session: Session, root: Root): { locale: string; folder: string }[] {
  const { localeFolders } = session.sources.foundFor(root);
  if (localeFolders.length > 0) {
    return localeFolders.flatMap(({ localized }) =>
      localized.flatMap((path) => {
        const locale = localeOfPath(path)?.locale;
        const folder = `${root.folder}/${path.slice(0, -1)}`;
        return locale === undefined ? [] : [{ locale: canonicalLocale(locale) ?? locale, folder }];
      }),
    );
  }
  const locale = localeOfRoot(session, root);
  return locale === undefined || locale === "en-US" ? [] : [{ locale, folder: root.folder }];
}

/** The locale of a repository of its own: what its name says, else its pages. `undefined`: they are English. */
function localeOfRoot(session: Session, root: Root): string | undefined {
  const paths = pagesOf(session, root);
  if (paths.length === 0) return undefined;
  const named = localeOfName(fileNameOf(root.folder));
  if (named !== undefined) return named;
  const index = session.treeAt(root.folder)?.index;
  for (const path of paths) {
    const written = index?.findPage(path)?.contentLocale;
    if (written !== undefined) return canonicalLocale(written) ?? written;
  }
  return undefined;
}
