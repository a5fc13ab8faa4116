import type { Connection } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import type { Session } from "./session.ts";

/** What indexing works with. */
export interface Indexing {
  readonly session: Session;
  readonly connection: Connection;
  readonly client: Client;
  /** Called whenever findings may have changed. */
  readonly onChange: () => void;
}
