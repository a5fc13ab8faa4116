import type * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { PING } from "../../server/src/protocol.ts";

const EVERY_MS = 10_000;
/** The longest that a server may be deaf: far beyond the work on any page, which pauses every few milliseconds. */
const DEADLINE_MS = 30_000;

/** Ends a server that hangs. The client then takes it for one that crashed, and starts it again. */
export class Watchdog implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #timer: NodeJS.Timeout;
  #isWaiting = false;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const server = this.#client.serverProcess;
    if (this.#isWaiting || server === undefined || this.#client.state !== State.Running) return;
    this.#isWaiting = true;
    const bite = setTimeout(() => {
      this.#client.outputChannel.error(
        `The server has not answered for ${DEADLINE_MS / 1000} seconds; it is ended.`,
      );
      server.kill("SIGKILL");
    }, DEADLINE_MS);
    try {
      await this.#client.sendRequest(PING);
    } catch {
      // The server stopped meanwhile, which is being dealt with elsewhere.
    } finally {
      clearTimeout(bite);
      this.#isWaiting = false;
    }
  }
}
