import type { CancellationToken } from "vscode-languageserver/node";
import { memoryLocale, type TranslationMemory } from "../core/memory/translation-memory.ts";
import type { PlannedChange } from "../engine/planned.ts";
import { syncFolder } from "../engine/sync-folder.ts";
import { handoffOn } from "../engine/plan-page.ts";
import type { Root } from "./root.ts";
import type { Server } from "./server.ts";
import { Slices } from "./slices.ts";
import { syncAccessTo } from "./sync-access.ts";
import { toUri } from "./convert/uris.ts";
import { memoryPath } from "./workspace-memory.ts";

/** So many pages are compared before anybody knows whether the memory is needed, which is read from a whole locale. */
const FEW = 3;

/**
 * Plans the sync of pages of one root, and of those that English has and the root has not, where `isToBeCreated`.
 * `onPage` is called before each of them. `undefined`: the root has not been read.
 *
 * @throws Cancelled when the request is cancelled.
 */
export async function planRoot(
  server: Server,
  root: Root,
  { paths, near = paths, isToBeCreated, onPage }: RootRequest,
  token: CancellationToken,
): Promise<PlannedChange[] | undefined> {
  const isFew = near.length <= FEW;
  const memory = isFew ? undefined : await readMemory(server, root, near, token);
  const recall = { isAsked: false };
  const planned = await plan(server, root, { paths, isToBeCreated, memory, recall, onPage, token });
  if (!isFew || !recall.isAsked) return planned;
  const known = await readMemory(server, root, near, token);
  const again = { paths, isToBeCreated, onPage: () => undefined };
  return plan(server, root, { ...again, memory: known, recall, token });
}

/** What is to be planned in a root. Paths are relative to it, with `/`. */
export interface RootRequest {
  readonly paths: readonly string[];
  /** Pages whose locales may have translations; without them, those of `paths`. */
  readonly near?: readonly string[];
  readonly isToBeCreated: (path: string) => boolean;
  readonly onPage: () => void;
}

interface Run extends RootRequest {
  readonly memory: TranslationMemory | undefined;
  /** Whether a translation from elsewhere was asked for. */
  readonly recall: { isAsked: boolean };
  readonly token: CancellationToken;
}

async function plan(
  { session }: Server,
  root: Root,
  { paths, isToBeCreated, memory, recall, onPage, token }: Run,
): Promise<PlannedChange[] | undefined> {
  const access = syncAccessTo(session, root);
  if (access === undefined) return undefined;
  const changes: PlannedChange[] = [];
  const slices = new Slices(session.environment.now);
  const folder = syncFolder(access, paths, {
    handoff: handoffOn(session.environment.today()),
    cancellation: token,
    isToBeCreated,
    onPage,
    recall: (english, { path, document }) => {
      recall.isAsked = true;
      return memory?.find(english, memoryPath(toUri(`${root.folder}/${path}`)), document);
    },
  });
  for await (const change of folder) {
    changes.push(change);
    // Whoever types meanwhile goes first, and a cancellation has to be heard.
    await slices.pause();
    await session.giveWay();
  }
  return changes;
}

/** The translations of the locales that pages are in. */
async function readMemory(
  { session, memory }: Server,
  root: Root,
  paths: readonly string[],
  token: CancellationToken,
): Promise<TranslationMemory | undefined> {
  const index = session.treeAt(root.folder)?.index;
  const locales = new Set(
    paths.map((path) => memoryLocale(`${root.folder}/${path}`, index?.findPage(path)?.contentLocale)),
  );
  let known: TranslationMemory | undefined;
  for (const locale of locales) known = await memory.for(locale, token);
  return known;
}
