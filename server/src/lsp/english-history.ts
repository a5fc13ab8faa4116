import { type EnglishHistory, isMarkedChanged } from "../core/features/english-change.ts";
import { sentenceAt } from "../core/features/sentences.ts";
import type { RuleContext } from "../core/rules/rule.ts";
import { readSyncNote } from "../core/sync/sync-note.ts";
import { patientContextOf } from "./open-page.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";

/** A page's English as it is and as it was; Git is waited for. */
export async function englishHistoryOf(server: Server, page: Page): Promise<EnglishHistory> {
  const { sources, workspace } = await patientContextOf(server, page);
  if (readSyncNote(page.document) === undefined) return { sources, origin: sources.base };
  const { session } = server;
  return { sources, origin: await session.sources.findOrigin(page, session.placeOf(page.uri), workspace) };
}

/** Whether a sync took up the English of today, and what the page was made from before is not to be had. */
export async function lacksEnglishHistory({ session }: Server, page: Page): Promise<boolean> {
  if (readSyncNote(page.document) === undefined) return false;
  const { workspace } = await session.contextOf(page);
  return session.sources.lacksOrigin(page, session.placeOf(page.uri), workspace);
}

/** The same for a hover, which waits for Git only where a sync has left a sentence to be brought up to date. */
export async function historyForHover(
  server: Server,
  page: Page,
  { document, sources }: RuleContext,
  offset: number,
): Promise<EnglishHistory> {
  const sentence = sentenceAt(document, sources, offset);
  const isChanged = sentence !== undefined && isMarkedChanged(document, sentence.span);
  return isChanged ? englishHistoryOf(server, page) : { sources, origin: sources.base };
}
