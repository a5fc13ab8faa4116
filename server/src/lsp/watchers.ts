import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import { CONFIG_FILE } from "./root.ts";
import type { Session } from "./session.ts";
import { pathWithin, toUri } from "./convert/uris.ts";

/** Asks the client to tell of changes on the disk. */
export class Watchers {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #session: Session;
  /** What is watched outside of the workspace, as text. */
  #elsewhere = "[]";
  #registration: Disposable | undefined;

  constructor(connection: Connection, client: Client, session: Session) {
    this.#connection = connection;
    this.#client = client;
    this.#session = session;
  }

  /** Has the workspace watched. */
  async start(): Promise<void> {
    if (this.#client.watchesFiles) await this.#register([{ globPattern: "**/*" }]);
  }

  /** Has watched what the server reads outside of the workspace by now: English trees, and configuration files above it. */
  async update(): Promise<void> {
    if (!this.#client.watchesFiles || !this.#client.watchesFilesElsewhere) return;
    const watchers = this.#watchersElsewhere();
    const elsewhere = JSON.stringify(watchers);
    if (elsewhere === this.#elsewhere) return;
    this.#elsewhere = elsewhere;
    const before = this.#registration;
    // First the new ones: nothing must happen unseen between the two.
    this.#registration = watchers.length === 0 ? undefined : await this.#register(watchers);
    before?.dispose();
  }

  #register(watchers: FileSystemWatcher[]): Promise<Disposable> {
    return this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  #watchersElsewhere(): FileSystemWatcher[] {
    const { roots, trees } = this.#session;
    const isElsewhere = (folder: string): boolean =>
      roots.every((root) => pathWithin(root.folder, folder) === undefined);
    const watch = (folders: readonly string[], pattern: string): FileSystemWatcher[] =>
      [...new Set(folders.filter(isElsewhere))].map((folder) => ({
        globPattern: { baseUri: toUri(folder), pattern },
      }));
    return [
      ...watch(
        // Configured folders of English pages also before they are there.
        [...trees.map(({ folder }) => folder), ...roots.flatMap(({ sourceFolder }) => sourceFolder ?? [])],
        "**/*",
      ),
      ...watch(
        roots.flatMap(({ configFolders }) => configFolders),
        CONFIG_FILE,
      ),
    ];
  }
}
