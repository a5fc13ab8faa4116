import { isMarkdown } from "../core/links/paths.ts";
import { STATUS, type StatusParams } from "../protocol.ts";
import { explainError } from "../core/text/explain-error.ts";
import type { Indexing } from "./indexing.ts";
import { logUnread } from "./log-unread.ts";
import { Slices } from "./slices.ts";
import { readPages, readTree, readyTree } from "./tree.ts";

/** Reads a tree anew. Links count as unknown until all of its pages have been read. */
export async function indexTree(indexing: Indexing, folder: string): Promise<void> {
  await loadTree(indexing, folder);
  finishTree(indexing, folder);
}

/** Reads a tree and all of its pages; links still count as unknown. */
export async function loadTree(indexing: Indexing, folder: string): Promise<void> {
  const { session } = indexing;
  const start = session.environment.now();
  try {
    const unread: string[] = [];
    const tree = await readTree(session.environment.fileSystem, folder, session.nextChange(), (path) => {
      unread.push(`${folder}/${path}`);
    });
    if (tree === undefined) {
      session.log.warn(`There is no folder ${folder}.`);
      return;
    }
    session.putTree(tree);
    await logUnread(session, unread);
    const slices = new Slices(session.environment.now);
    let pages = 0;
    sendStatus(indexing, "indexing");
    for (pages of readPages(tree)) {
      await slices.pause();
      await session.giveWay();
    }
    const milliseconds = Math.round(session.environment.now() - start);
    session.log.info(`Read ${pages} pages of ${folder} in ${milliseconds} ms.`);
  } catch (error) {
    session.log.error(`Reading ${folder} failed: ${explainError(error)}`);
  }
}

/** From now on, what the tree does not hold is not there. */
export function finishTree({ session, onChange }: Indexing, folder: string): void {
  session.updateTree(folder, readyTree);
  onChange();
}

/** Tells the client how far the workspace is known, how many pages there are, and what is wrong with the settings. */
export function sendStatus({ session, connection }: Indexing, state: StatusParams["state"]): void {
  let total = 0;
  for (const { index } of session.trees) {
    for (const path of index.files()) if (isMarkdown(path)) total++;
  }
  const problems = session.roots.flatMap((root) => root.problems);
  const status: StatusParams = { state, total, problems: [...new Set(problems)] };
  void connection.sendNotification(STATUS, status);
}
