import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { middleOf, spread } from "./statistics.mjs";

const WARM_UP = 5;

/** Times from an edit to its diagnostics over stdio, as an editor sees them: incremental sync, pulled diagnostics. */
export async function measureServer(root, folder, page, edits) {
  const server = spawn(process.execPath, [join(root, "dist/server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    for (const method of [
      "client/registerCapability",
      "window/workDoneProgress/create",
      "workspace/diagnostic/refresh",
    ]) {
      connection.onRequest(method, () => null);
    }
    let isReady = false;
    connection.onNotification("lockstep/status", ({ state }) => (isReady = state === "ready"));
    connection.listen();
    return await measure(connection, { folder, page, edits, waitUntilReady: () => waitFor(() => isReady) });
  } finally {
    connection.dispose();
    server.kill();
    await once(server, "exit");
  }
}

async function measure(connection, { folder, page, edits, waitUntilReady }) {
  const uri = pathToFileURL(page).href;
  const started = performance.now();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: basename(folder) }],
    capabilities: {
      textDocument: { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true } },
      workspace: { workspaceFolders: true, configuration: true, diagnostics: { refreshSupport: true } },
    },
  });
  await connection.sendNotification("initialized", {});
  let text = readFileSync(page, "utf8");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  const first = await pull(connection, uri);
  const opened = performance.now() - started;
  await waitUntilReady();
  const ready = performance.now() - started;

  const times = [];
  const { line, character } = positionOf(text, middleOf(text));
  let version = 1;
  for (let nth = -WARM_UP; nth < edits; nth++) {
    const typed = performance.now();
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: "x" }],
    });
    await pull(connection, uri);
    if (nth >= 0) times.push(performance.now() - typed);
  }
  text = "";
  const { p50, p95, max } = spread(times);
  return {
    p50Ms: p50,
    p95Ms: p95,
    maxMs: max,
    firstDiagnosticsMs: Math.round(opened),
    wholeFolderReadyMs: Math.round(ready),
    findings: first.items.length,
  };
}

/** A pull that the server cancels because the world has moved on is asked again, as an editor does. */
async function pull(connection, uri) {
  for (;;) {
    try {
      return await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    } catch (error) {
      if (error.code !== -32802) throw error;
    }
  }
}

function positionOf(text, offset) {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return { line: text.slice(0, lineStart).split("\n").length - 1, character: offset - lineStart };
}

async function waitFor(condition) {
  const deadline = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("The server did not get ready within a minute.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
