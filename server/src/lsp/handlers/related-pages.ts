import type { CancellationToken } from "vscode-languageserver/node";
import { lastSentenceBefore, type Sentence, sentencesOf } from "../../core/features/sentences.ts";
import { isEnglish, type PageSources } from "../../core/source/page-sources.ts";
import type { RelatedPage, RelatedPages, RelatedPagesParams } from "../../protocol.ts";
import { toRelatedEnglish } from "../english-pages.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { pageOf, patientContextOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { findTranslations, readTranslations } from "../translations.ts";

/** `lockstep/relatedPages`: English and translations of a page, with the places in them that belong to a position. */
export async function relatedPages(
  server: Server,
  { uri, position }: RelatedPagesParams,
  token: CancellationToken,
): Promise<RelatedPages> {
  const page = await pageOf(server, uri);
  const offset = fromPosition(page.text, position);
  const { document, sources } = await patientContextOf(server, page);
  if (isEnglish(document, sources)) {
    return { localized: await localizedPages(server, page, page.uri, offset, token) };
  }
  const before = lastSentenceBefore(sentencesOf(document, sources), offset, ({ span }) => span.start);
  const place = before?.place?.start;
  const { current } = sources;
  const english = current && toRelatedEnglish(server, page, current, place);
  const base = olderEnglish(server, page, sources, before);
  const localized = english ? await localizedPages(server, page, english.uri, place, token) : [];
  return { ...(english && { english }), ...(base && { base }), localized };
}

/** The English that the page was made from. `undefined`: nobody has it, or it is that of today. */
function olderEnglish(
  server: Server,
  page: Page,
  { current, base }: PageSources,
  before: Sentence | undefined,
): RelatedPage | undefined {
  if (base === undefined || base.document.text === current?.document.text) return undefined;
  // The spans of a segment's halves are those of the localized page.
  const offset = before?.from === base ? before.englishSpan.start : undefined;
  return toRelatedEnglish(server, page, base, offset);
}

async function localizedPages(
  server: Server,
  from: Page,
  englishUri: string,
  offset: number | undefined,
  token: CancellationToken,
): Promise<RelatedPage[]> {
  const files = findTranslations(server.session, englishUri).filter(({ uri }) => uri !== from.uri);
  const pages: RelatedPage[] = [];
  for await (const translation of readTranslations(server, files, token)) {
    const { uri, path, locale, page, document, sources } = translation;
    const sentences = sentencesOf(document, sources);
    const found =
      offset === undefined ? undefined : lastSentenceBefore(sentences, offset, ({ place }) => place?.start);
    pages.push({ uri, path, locale, ...(found && { position: page.text.positionAt(found.span.start) }) });
  }
  return pages;
}
