import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const SERVER_CANCELLED = -32802;
const INCREMENTAL = 2;
/** A server that has sent nothing for so long, in milliseconds, has nothing more to do. */
const IDLE = 400;
const LONGEST_WAIT = 300_000;
/** rumdl's server does not answer about every twentieth time that it is started: it is started again then. */
const [ANSWER_IN, STARTS] = [5_000, 5];

/** Starts a server, and calls `use(client, started)` once it is initialized; `started` is when, by `performance.now()`. */
export async function withServer(command, options, use) {
  for (let nth = 0; nth < STARTS; nth++) {
    const started = performance.now();
    const client = new LanguageClient(command, options);
    try {
      const hasAnswered = await Promise.race([client.initialize().then(() => true), pause(ANSWER_IN)]);
      if (hasAnswered) return await use(client, started);
    } finally {
      await client.stop();
    }
  }
  throw new Error(`${command[0]} does not answer \`initialize\`.`);
}

/** An editor as a language server sees it: opens pages, types, and pulls the findings of what it shows. */
class LanguageClient {
  connection;
  #server;
  #folder;
  #isIncremental = false;
  #isReady = false;
  #lastMessage = 0;
  #versions = new Map();
  #pages;

  /**
   * `settings` are the answers to `workspace/configuration` by section, `requests` the answers to what else the server
   * asks its client, by method. `pages` gets the open pages, by URI. `cwd` is a folder that holds nothing.
   */
  constructor(
    [command, ...args],
    { folder, settings = {}, requests = {}, pages = new Map(), cwd, env = {} },
  ) {
    this.#folder = folder;
    this.#pages = pages;
    const stdio = ["pipe", "pipe", "ignore"];
    this.#server = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
    const [reader, writer] = [
      new StreamMessageReader(this.#server.stdout),
      new StreamMessageWriter(this.#server.stdin),
    ];
    this.connection = createMessageConnection(reader, writer);
    // Where a server ends within a message, the reader would wait for the rest for ever, and the benchmark not end.
    reader.partialMessageTimeout = 0;
    const answers = {
      "workspace/configuration": ({ items }) => items.map(({ section }) => settings[section] ?? null),
      "client/registerCapability": () => null,
      "client/unregisterCapability": () => null,
      "window/workDoneProgress/create": () => null,
      "workspace/diagnostic/refresh": () => null,
      "workspace/codeLens/refresh": () => null,
      ...requests,
    };
    for (const [method, answer] of Object.entries(answers)) {
      this.connection.onRequest(method, (params) => {
        this.#lastMessage = performance.now();
        return answer(params);
      });
    }
    this.connection.onNotification("lockstep/status", ({ state }) => (this.#isReady = state === "ready"));
    this.connection.onUnhandledNotification(() => (this.#lastMessage = performance.now()));
    this.connection.listen();
  }

  async initialize() {
    const uri = pathToFileURL(this.#folder).href;
    const { capabilities } = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: basename(this.#folder) }],
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true } },
        workspace: {
          workspaceFolders: true,
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
      },
    });
    const sync = capabilities.textDocumentSync;
    this.#isIncremental = (sync?.change ?? sync) === INCREMENTAL;
    await this.connection.sendNotification("initialized", {});
  }

  configure(settings) {
    return this.connection.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  /** Opens a page and gives it as `edit` takes it. */
  async open(path) {
    const page = { uri: pathToFileURL(path).href, text: readFileSync(path, "utf8") };
    this.#versions.set(page.uri, 1);
    this.#pages.set(page.uri, page);
    const textDocument = { uri: page.uri, languageId: "markdown", version: 1, text: page.text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
    return page;
  }

  /** Types a letter; as a change where the server takes changes, else as the whole page. */
  async type(page, offset, letter) {
    const position = positionOf(page.text, offset);
    page.text = page.text.slice(0, offset) + letter + page.text.slice(offset);
    const version = this.#versions.get(page.uri) + 1;
    this.#versions.set(page.uri, version);
    const change = this.#isIncremental
      ? { range: { start: position, end: position }, text: letter }
      : { text: page.text };
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: page.uri, version },
      contentChanges: [change],
    });
  }

  /** The findings of a page. A pull that the server cancels because the world has moved on is asked again, as editors do. */
  async pull({ uri }) {
    for (;;) {
      try {
        return await this.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
      } catch (error) {
        if (error.code !== SERVER_CANCELLED) throw error;
      }
    }
  }

  /** Waits until the server has nothing to do by itself. */
  async idle({ tellsState }) {
    const end = performance.now() + LONGEST_WAIT;
    const isBusy = () => (tellsState && !this.#isReady) || performance.now() - this.#lastMessage < IDLE;
    this.#lastMessage = performance.now();
    while (isBusy()) {
      if (performance.now() > end) throw new Error("The server did not come to rest within five minutes.");
      await pause(20);
    }
  }

  get isReady() {
    return this.#isReady;
  }

  /** Peak memory so far, in MiB; `undefined` where the system does not tell. */
  get peak() {
    if (process.platform !== "linux") return undefined;
    const [, kibibytes] =
      /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#server.pid}/status`, "utf8")) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  }

  async stop() {
    const exited = this.#server.exitCode === null ? once(this.#server, "exit") : undefined;
    this.connection.dispose();
    this.#server.kill("SIGKILL");
    await exited;
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Where a letter is typed: in a translation near the middle of the page, so that every edit is a real one. */
export function middleOf(text) {
  const opening = text.indexOf('data-ttu-id="', Math.floor(text.length / 2));
  return opening === -1 ? Math.floor(text.length / 2) : text.indexOf(">", opening) + 1;
}

function positionOf(text, offset) {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line++;
  return { line, character: offset - lineStart };
}
