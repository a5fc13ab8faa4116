import type { Page } from "./page.ts";
import type { Session } from "./session.ts";
import { textChangedAt } from "./tree.ts";

/** Tells which pages hold marks of a sync, and remembers of those on disk that they hold none. */
export class MarkedPages {
  readonly #session: Session;
  /** URIs of pages without marks, with the number of the change up to which that is known. */
  readonly #unmarked = new Map<string, number>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** The page. `undefined`: it is gone, or holds no marks. */
  async read(uri: string): Promise<Page | undefined> {
    const session = this.#session;
    const { tree, path } = session.placeOf(uri);
    const isOpen = session.findOpen(uri) !== undefined;
    // Of a page in no tree, nobody tells when it changes.
    const isKnown = tree !== undefined && (this.#unmarked.get(uri) ?? -1) >= textChangedAt(tree, path);
    if (!isOpen && isKnown) return undefined;
    const change = session.lastChange;
    const page = await session.read(uri);
    if (page?.text.getText().includes("lockstep:") === true) return page;
    if (!isOpen) this.#unmarked.set(uri, change);
    return undefined;
  }
}
