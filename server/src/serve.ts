import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { dayOf } from "./core/rules/day-of.ts";
import { rules } from "./core/rules/registry.ts";
import { GitHistory } from "./io/git-history.ts";
import { fileSystem } from "./io/file-system.ts";
import { startServer } from "./lsp/start-server.ts";

/** Starts the language server and serves the client that started the process. */
export function serve(): void {
  // Transport as the client's arguments say: `--node-ipc` by the extension, `--stdio` by other editors.
  const connection = createConnection(ProposedFeatures.all);

  startServer(connection, {
    fileSystem,
    history: new GitHistory(),
    rules,
    today: () => dayOf(new Date()),
    now: () => performance.now(),
    calm: 150,
  });
}
