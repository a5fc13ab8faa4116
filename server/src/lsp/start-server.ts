import { type Connection, type InitializeParams, type InitializeResult } from "vscode-languageserver/node";
import { serverCapabilities } from "./capabilities.ts";
import { readClient } from "./client.ts";
import { Diagnoses } from "./diagnoses.ts";
import type { Environment } from "./environment.ts";
import { followFolders } from "./follow-folders.ts";
import type { Folder } from "./index-folders.ts";
import { LensRefresher } from "./lens-refresher.ts";
import type { Log } from "./log.ts";
import { MarkedPages } from "./marked-pages.ts";
import { PageReader } from "./page-reader.ts";
import { Publisher } from "./publisher.ts";
import { registerHandlers } from "./register-handlers.ts";
import type { Server } from "./server.ts";
import { Session } from "./session.ts";
import { Sweep } from "./sweep.ts";
import { WorkspaceMemory } from "./workspace-memory.ts";

/** Puts a server together on a connection, and starts to listen. */
export function startServer(connection: Connection, environment: Environment): void {
  const log: Log = {
    error: (message) => void connection.sendNotification("window/logMessage", { type: 1, message }),
    warn: (message) => void connection.sendNotification("window/logMessage", { type: 2, message }),
    info: (message) => void connection.sendNotification("window/logMessage", { type: 3, message }),
  };
  const session = new Session(environment, log);
  session.pages.listen(connection);
  let publisher: Publisher | undefined;
  let lenses: LensRefresher | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    session.isTrusted = client.options.isTrusted !== false;
    const diagnoses = new Diagnoses(session, client);
    const sweep = new Sweep(session, diagnoses);
    publisher = new Publisher(connection, client, session, sweep);
    lenses = new LensRefresher(connection, client, session);
    const onChange = (): void => {
      publisher?.schedule();
      lenses?.schedule();
    };
    session.sources.onArrival = onChange;
    const server: Server = {
      ...{ connection, client, session, diagnoses, sweep, publisher, lenses },
      reader: new PageReader(session),
      memory: new WorkspaceMemory(session),
      marked: new MarkedPages(session),
      indexing: { session, connection, client, onChange },
    };
    registerHandlers(server, log);
    connection.onInitialized(() => {
      followFolders(server, foldersOf(params));
    });
    return { capabilities: serverCapabilities(client), serverInfo: { name: "lockstep" } };
  });
  connection.onShutdown(() => {
    publisher?.dispose();
    lenses?.dispose();
    void environment.history?.dispose();
  });
  connection.listen();
}

function foldersOf(params: InitializeParams): Folder[] {
  if (params.workspaceFolders !== null && params.workspaceFolders !== undefined)
    return params.workspaceFolders;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- some editors know of one folder only
  const { rootUri } = params;
  return typeof rootUri === "string" ? [{ uri: rootUri }] : [];
}
