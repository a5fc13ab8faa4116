import type { Page } from "./page.ts";
import type { Session } from "./session.ts";
import { textChangedAt } from "./tree.ts";
import { keepNewest } from "./keep-newest.ts";

/** So many pages that are not open are kept, with all that was worked out about them. */
const MOST_KEPT = 60;

/**
 * Reads pages that may be closed, each once until it changes: typing in an English page asks for all of its
 * translations.
 */
export class PageReader {
  readonly #session: Session;
  readonly #kept = new Map<string, { readonly change: number; readonly page: Page }>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** The page as it is open in the client, else as it is on disk. `undefined`: there is none. */
  async read(uri: string): Promise<Page | undefined> {
    const session = this.#session;
    const open = session.findOpen(uri);
    const { tree, path } = session.placeOf(uri);
    // Of a page in no tree, nobody tells when it changes.
    if (open !== undefined || tree === undefined) return open ?? session.read(uri);
    const kept = this.#kept.get(uri);
    if (kept !== undefined && textChangedAt(tree, path) <= kept.change) return kept.page;
    const change = session.lastChange;
    const page = await session.read(uri);
    if (page === undefined) this.#kept.delete(uri);
    else keepNewest(this.#kept, uri, { change, page }, MOST_KEPT);
    return page;
  }
}
