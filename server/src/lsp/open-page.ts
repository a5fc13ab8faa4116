import { LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";

/**
 * The page that a request is about.
 *
 * @throws ResponseError when neither the client nor the disk has it: an empty answer would say that it is empty.
 */
export async function pageOf({ session }: Server, uri: string): Promise<Page> {
  const page = await session.read(uri);
  if (page === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no page ${uri}.`);
  return page;
}
