import type { DefinitionParams, Location } from "vscode-languageserver/node";
import { findDefinition } from "../../core/features/definition.ts";
import { fromPosition } from "../from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { locateDestination } from "../locate.ts";
import { toRange } from "../to-lsp.ts";

/** `textDocument/definition` */
export async function definition(
  server: Server,
  { textDocument, position }: DefinitionParams,
): Promise<Location | null> {
  const page = await pageOf(server, textDocument.uri);
  const found = findDefinition(server.session.contextOf(page), fromPosition(page.text, position));
  if (found === undefined) return null;
  if (found.kind === "here") return { uri: page.uri, range: toRange(page.text, found.span) };
  return locateDestination(server.session, page, found.destination);
}
