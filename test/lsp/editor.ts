import { PassThrough } from "node:stream";
import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type Diagnostic,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeParams,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
} from "vscode-languageserver-protocol/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { rules } from "../../server/src/core/rules/registry.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import type { History } from "../../server/src/lsp/environment.ts";
import { startServer } from "../../server/src/lsp/start-server.ts";
import { STATUS, type StatusParams } from "../../server/src/protocol.ts";
import { TODAY } from "../open.ts";
import { MemoryFiles } from "./memory-files.ts";

/** How a test's editor differs from the usual one. */
export interface EditorOptions {
  /** How long the server waits for calm before it tells of changes, in milliseconds. */
  readonly calm?: number;
  /** Symbolic links among the files: path -> where it leads. */
  readonly links?: Readonly<Record<string, string>>;
  /** Files whose text is not to be had: path -> why. */
  readonly unread?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly rules?: readonly Rule[];
  readonly history?: History;
  readonly capabilities?: InitializeParams["capabilities"];
  readonly initializationOptions?: unknown;
  /** Answers to `workspace/configuration` for the section `lockstep`, by scope; `""`: without scope. */
  readonly settings?: Record<string, unknown>;
}

const CAPABILITIES: InitializeParams["capabilities"] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
  textDocument: { diagnostic: {} },
};

/** An editor and a server, each at one end of two streams, over files in memory. */
export class Editor {
  readonly files: MemoryFiles;
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  readonly published = new Map<string, Diagnostic[]>();
  readonly settings: Record<string, unknown>;
  /** Options of what the server has registered by now. */
  readonly registered = new Map<string, unknown>();
  /** What the server has said last of how far it is. */
  status: StatusParams | undefined;
  refreshes = 0;
  lensRefreshes = 0;
  #waiting: { readonly isMet: () => boolean; readonly resolve: () => void }[] = [];
  #isReady = false;
  #versions = new Map<string, number>();

  private constructor(files: Readonly<Record<string, string>>, options: EditorOptions) {
    this.files = new MemoryFiles(files);
    for (const [path, target] of Object.entries(options.links ?? {})) this.files.links.set(path, target);
    for (const [path, reason] of Object.entries(options.unread ?? {})) this.files.unread.set(path, reason);
    this.settings = options.settings ?? {};
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toEditor),
    );
    startServer(server, {
      fileSystem: this.files,
      ...(options.history !== undefined && { history: options.history }),
      rules: options.rules ?? rules,
      today: () => TODAY,
      now: () => performance.now(),
      calm: options.calm ?? 5,
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toEditor),
      new StreamMessageWriter(toServer),
    );
    this.#listen();
  }

  /** Starts a server on files, by absolute path, and introduces the editor to it. */
  static async open(files: Readonly<Record<string, string>>, options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(files, options);
    const folders = options.folders ?? ["/docs"];
    await editor.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      capabilities: options.capabilities ?? CAPABILITIES,
      initializationOptions: options.initializationOptions,
    } as InitializeParams);
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** Resolves once the server has read the workspace. */
  ready(): Promise<void> {
    return this.until(() => this.#isReady);
  }

  /** Resolves once a condition holds; looked at after each message from the server. */
  until(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ isMet, resolve });
    });
  }

  async openPage(path: string, text = this.files.texts.get(path) ?? ""): Promise<void> {
    this.#versions.set(path, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path), languageId: "markdown", version: 1, text },
    });
  }

  /** Replaces all of an open page's text. */
  async edit(path: string, text: string): Promise<void> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path), version },
      contentChanges: [{ text }],
    });
  }

  /** Tells that an open page was saved. */
  async savePage(path: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path) },
    });
  }

  async closePage(path: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path) },
    });
  }

  /** Changes the disk behind the server's back, and tells it as a file watcher does. `undefined` deletes. */
  async write(changes: Readonly<Record<string, string | undefined>>): Promise<void> {
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) this.files.texts.delete(path);
      else this.files.texts.set(path, text);
    }
    await this.tell(Object.keys(changes));
  }

  async tell(paths: readonly string[]): Promise<void> {
    const changes = paths.map((path): FileEvent => {
      const isThere = this.files.texts.has(path);
      return { uri: uriOf(path), type: isThere ? FileChangeType.Changed : FileChangeType.Deleted };
    });
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Pulls the diagnostics of a page: one line each, `rule: message`. */
  async diagnostics(path: string): Promise<string[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOf(path) },
    });
    return report.kind === "full" ? toLines(report.items) : [];
  }

  /** Shuts the server down. */
  async close(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    // Not `exit`: server and test are one process.
    this.connection.dispose();
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      this.#look();
    });
    connection.onNotification(STATUS, (status: StatusParams) => {
      this.status = status;
      this.#isReady ||= status.state === "ready";
      this.#look();
    });
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
      this.#look();
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#look();
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.lensRefreshes++;
      this.#look();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { id, registerOptions } of registrations) this.registered.set(id, registerOptions);
      this.#look();
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) this.registered.delete(id);
      this.#look();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }): unknown[] =>
      items.map(({ section, scopeUri }) =>
        section === "lockstep" ? (this.settings[scopeUri ?? ""] ?? null) : null,
      ),
    );
    connection.listen();
  }

  #look(): void {
    const met = this.#waiting.filter(({ isMet }) => isMet());
    this.#waiting = this.#waiting.filter((each) => !met.includes(each));
    for (const { resolve } of met) resolve();
  }
}

/** The URI of an absolute path. */
export function uriOf(path: string): string {
  return `file://${path}`;
}

/** Diagnostics as a person reads them. */
export function toLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ code, message }) => `${String(code)}: ${typeof message === "string" ? message : message.value}`,
  );
}

/** The position of the first place where a text holds a word. */
export function positionOf(text: string, word: string): Position {
  const before = text.slice(0, text.indexOf(word)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
