import { DidChangeConfigurationNotification, FileChangeType } from "vscode-languageserver/node";
import { applyFileEvents } from "./file-events.ts";
import { explainError } from "../core/text/explain-error.ts";
import { guardNotification } from "./guard.ts";
import { sendStatus } from "./index-tree.ts";
import { type Folder, forgetFolder, indexFolders, readConfiguration } from "./index-folders.ts";
import type { Server } from "./server.ts";
import { toPath } from "./convert/uris.ts";
import { Watchers } from "./watchers.ts";

/** Reads the workspace, and follows it: files, configuration, folders, pages that are opened and closed. */
export function followFolders(server: Server, folders: readonly Folder[]): void {
  const { connection, client, session, indexing } = server;
  const { log } = session;
  const watchers = new Watchers(connection, client, session);
  // One job after the other: what changes while something is read is applied once it has been read.
  let last: Promise<void> = Promise.resolve();
  const enqueue = (job: () => Promise<void>): Promise<void> => {
    last = last
      .then(job)
      .then(() => watchers.update())
      .catch((error: unknown) => {
        log.error(`Following the workspace failed: ${explainError(error)}`);
      })
      // Any job may have read a tree, or found other pages or settings.
      .then(() => {
        sendStatus(indexing, "ready");
      });
    session.indexed = last;
    return last;
  };

  followPages(server, enqueue);
  connection.onDidChangeConfiguration(
    guardNotification("didChangeConfiguration", log, () => enqueue(() => readConfiguration(indexing))),
  );
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) {
        const folder = toPath(uri);
        session.openFolders.delete(uri);
        if (folder !== undefined) void enqueue(() => forgetFolder(indexing, folder));
      }
      for (const { uri } of added) session.openFolders.add(uri);
      void enqueue(() => indexFolders(indexing, added));
    });
  }

  for (const { uri } of folders) session.openFolders.add(uri);
  void enqueue(async () => {
    if (client.answersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "lockstep" });
    }
    await watchers.start();
    await indexFolders(indexing, folders);
  });
}

/** Follows files on the disk, and pages that are opened and closed. */
function followPages(
  { connection, client, session, publisher, indexing }: Server,
  enqueue: (job: () => Promise<void>) => Promise<void>,
): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const noteChange = (uri: string): void => {
    const path = toPath(uri);
    if (path === undefined) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = new Set(changed);
      changed.clear();
      void enqueue(() => applyFileEvents(indexing, paths));
    }, session.environment.calm);
  };
  const lookAtGit = (): void => void session.sources.lookAtGit();

  session.pages.onDidChangeContent(() => {
    publisher.schedule();
  });
  session.pages.onDidSave(lookAtGit);
  session.pages.onDidOpen(({ document: { uri } }) => {
    lookAtGit();
    // A page that was just created may be opened before the editor tells that there is a new file.
    const { tree, path } = session.placeOf(uri);
    if (tree?.index.hasFile(path) === false) noteChange(uri);
  });
  session.pages.onDidClose(({ document: { uri } }) => {
    if (!client.pullsDiagnostics && !session.isWorkspaceChecked) publisher.retract(uri);
    // What was typed and not saved is gone; the disk has the say again.
    noteChange(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const isOpen = type === FileChangeType.Changed && session.findOpen(uri) !== undefined;
      if (!isOpen) noteChange(uri);
    }
  });
}
