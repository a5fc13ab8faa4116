import { LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { RuleContext } from "../core/rules/rule.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";

/** What is known of a page that the writer has asked about: Git is waited for, as it is not for findings. */
export async function patientContextOf({ session }: Server, page: Page): Promise<RuleContext> {
  await session.contextOf(page);
  await session.sources.whenArrived(session.placeOf(page.uri));
  return session.contextOf(page);
}

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
