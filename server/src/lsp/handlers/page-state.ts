import { judgePage } from "../../core/freshness/judge-page.ts";
import { isEnglish } from "../../core/source/page-sources.ts";
import { findMarks } from "../../core/sync/find-marks.ts";
import type { PageState, PageStateParams } from "../../protocol.ts";
import { toRelatedEnglish } from "../english-pages.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { findTranslations } from "../translations.ts";

/** `lockstep/pageState`: how a page stands to its English, and where that was found or looked for. */
export async function pageState(server: Server, { uri }: PageStateParams): Promise<PageState> {
  const { session } = server;
  const page = await pageOf(server, uri);
  const source = session.sourceOf(session.placeOf(page.uri).root);
  const searched = source === undefined ? [] : [source.folder];
  const { document, sources } = await session.contextOf(page);
  if (isEnglish(document, sources)) {
    const locales = findTranslations(session, page.uri).map(({ locale }) => locale);
    const state = locales.length > 0 ? "english" : "other";
    return { state, stale: 0, added: 0, marked: 0, searched, locales };
  }
  const { state, segments = [], added } = judgePage(document, sources);
  const shown = sources.current ?? sources.base;
  const english = shown && toRelatedEnglish(server, page, shown, undefined);
  const movedTo = sources.lost?.to;
  const stale = segments.filter(({ verdict }) => verdict.state === "changed" || verdict.state === "removed");
  return {
    state,
    stale: stale.length,
    added: added.length,
    marked: findMarks(document).length,
    searched,
    locales: [],
    ...(english && { english }),
    ...(movedTo !== undefined && { movedTo }),
  };
}
