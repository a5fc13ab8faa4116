import type { CancellationToken, Location } from "vscode-languageserver/node";
import { sentencesFor } from "../core/features/sentences.ts";
import type { Server } from "./server.ts";
import { toRange } from "./convert/to-lsp.ts";
import { findTranslations, readTranslations } from "./translations.ts";

/**
 * The translations of the English sentence at an offset of an English page, in all locales.
 *
 * @throws Cancelled when the request is cancelled.
 */
export async function locateTranslations(
  server: Server,
  englishUri: string,
  offset: number,
  token: CancellationToken,
): Promise<Location[]> {
  const locations: Location[] = [];
  const files = findTranslations(server.session, englishUri);
  for await (const translation of readTranslations(server, files, token)) {
    const { page, document, sources } = translation;
    for (const { span } of sentencesFor(document, sources, offset)) {
      locations.push({ uri: page.uri, range: toRange(page.text, span) });
    }
  }
  return locations;
}
