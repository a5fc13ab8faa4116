import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import type { Session } from "./session.ts";
import { findTranslations } from "./translations.ts";
import { textChangedAt } from "./tree.ts";

/**
 * Has the client ask for code lenses again when a translation changed, or what is known of its English: for the English
 * page's own text it asks by itself.
 */
export class LensRefresher {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #session: Session;
  /** Number of the last change that was known when the lenses of a page were made. */
  readonly #given = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, client: Client, session: Session) {
    this.#connection = connection;
    this.#client = client;
    this.#session = session;
    session.pages.onDidChangeContent(() => {
      this.schedule();
    });
    session.pages.onDidClose(({ document: { uri } }) => {
      this.#given.delete(uri);
    });
  }

  /** Notes that the lenses of a page are being made from what is known now. */
  note(uri: string): void {
    this.#given.set(uri, this.#session.lastChange);
  }

  /** Says that translations may have changed. */
  schedule(): void {
    if (!this.#client.refreshesCodeLenses || this.#given.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#refresh();
    }, this.#session.environment.calm);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #refresh(): void {
    this.#session.settle();
    const outdated = [...this.#given].filter(([uri, change]) => this.#haveChanged(uri, change));
    if (outdated.length === 0) return;
    // Lenses of a page that is not shown are asked for when it is shown again.
    for (const [uri] of outdated) this.#given.delete(uri);
    void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  #haveChanged(englishUri: string, change: number): boolean {
    return findTranslations(this.#session, englishUri).some(({ uri }) => {
      const place = this.#session.placeOf(uri);
      const { tree, path } = place;
      if (this.#session.sources.arrivalOf(place) > change) return true;
      return tree !== undefined && textChangedAt(tree, path) > change;
    });
  }
}
