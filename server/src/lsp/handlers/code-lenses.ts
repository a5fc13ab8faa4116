import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver/node";
import { findStaleNotes, type StaleNote } from "../../core/features/stale-translations.ts";
import { judgePage } from "../../core/freshness/judge-page.ts";
import { OPEN_LOCALIZED_PAGE, type RelatedPage } from "../../protocol.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { Slices } from "../slices.ts";
import { findTranslations, readTranslations, type Translation } from "../translations.ts";

/** So many translations are looked at: more than there are locales in most repositories. */
const MOST_TRANSLATIONS = 60;

/** `textDocument/codeLens`: what an English page, as it is typed, does to its translations. */
export async function codeLenses(
  server: Server,
  { textDocument }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  const { session, lenses } = server;
  // Not urgent, and there is nothing to say before.
  await session.whenIndexed(token);
  const page = await pageOf(server, textDocument.uri);
  if (page.document.form !== "source" || !session.placeOf(page.uri).root.settings.codeLens) return [];
  lenses.note(page.uri);
  const slices = new Slices(session.environment.now);
  const translations: Translation[] = [];
  const files = findTranslations(session, page.uri).slice(0, MOST_TRANSLATIONS);
  for await (const translation of readTranslations(server, files, token)) {
    // One after the other, because of a long page each takes its time; the answer is kept.
    judgePage(translation.document, translation.sources);
    translations.push(translation);
    await slices.pause();
    // Findings are more urgent than notes.
    await session.giveWay();
  }
  return findStaleNotes(page.document, translations).map((note) => toCodeLens(server, page, note));
}

function toCodeLens({ client }: Server, page: Page, note: StaleNote<Translation>): CodeLens {
  const at = page.text.positionAt(note.offset);
  const pages = note.translations.map(({ translation, span }): RelatedPage => {
    const { uri, path, locale, page: translated } = translation;
    return { uri, path, locale, ...(span && { position: translated.text.positionAt(span.start) }) };
  });
  // Only our own client has the command; elsewhere the note is to be read.
  const command = client.options.showsEnglish === true ? OPEN_LOCALIZED_PAGE : "";
  return { range: { start: at, end: at }, command: { title: note.title, command, arguments: [pages] } };
}
