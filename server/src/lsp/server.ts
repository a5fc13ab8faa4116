import type { Connection } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import type { Diagnoses } from "./diagnoses.ts";
import type { Indexing } from "./indexing.ts";
import type { LensRefresher } from "./lens-refresher.ts";
import type { MarkedPages } from "./marked-pages.ts";
import type { PageReader } from "./page-reader.ts";
import type { Publisher } from "./publisher.ts";
import type { Session } from "./session.ts";
import type { Sweep } from "./sweep.ts";
import type { WorkspaceMemory } from "./workspace-memory.ts";

/** What handlers work with, put together once the client has introduced itself. */
export interface Server {
  readonly connection: Connection;
  readonly client: Client;
  readonly session: Session;
  readonly reader: PageReader;
  readonly memory: WorkspaceMemory;
  readonly marked: MarkedPages;
  readonly lenses: LensRefresher;
  readonly diagnoses: Diagnoses;
  readonly sweep: Sweep;
  readonly publisher: Publisher;
  readonly indexing: Indexing;
}
