import type { CancellationToken, DefinitionParams, Location } from "vscode-languageserver/node";
import { findDefinition } from "../../core/features/definition.ts";
import { locateEnglish } from "../english-pages.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { locateDestination } from "../locate.ts";
import { locateTranslations } from "../locate-translations.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `textDocument/definition`: of an English sentence, all of its translations. */
export async function definition(
  server: Server,
  { textDocument, position }: DefinitionParams,
  token: CancellationToken,
): Promise<Location | Location[] | null> {
  const page = await pageOf(server, textDocument.uri);
  const offset = fromPosition(page.text, position);
  const found = findDefinition(await server.session.contextOf(page), offset);
  switch (found?.kind) {
    case undefined:
      return locateTranslations(server, page.uri, offset, token);
    case "here":
      return { uri: page.uri, range: toRange(page.text, found.span) };
    case "english":
      return locateEnglish(server, page, found.english, found.span) ?? null;
    case "page":
      return locateDestination(server.session, page, found.destination);
  }
}
