import type { Connection } from "vscode-languageserver/node";
import { Cancelled } from "../core/cancellation.ts";
import type { Client } from "./client.ts";
import { explainError } from "../core/text/explain-error.ts";
import type { Check, Session } from "./session.ts";
import { Slices } from "./slices.ts";
import type { Sweep, SweptPage } from "./sweep.ts";

/**
 * Keeps right what the client shows without asking again: pages that are pushed, and pages that it pulled before
 * something else changed.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #session: Session;
  readonly #sweep: Sweep;
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;
  /** Checks that the client was told are out of date. It need not ask again: a page may be open, but not shown. */
  readonly #told = new WeakSet<Check>();

  constructor(connection: Connection, client: Client, session: Session, sweep: Sweep) {
    this.#connection = connection;
    this.#client = client;
    this.#session = session;
    this.#sweep = sweep;
  }

  /** Says that findings may have changed. What has, is told to the client when there is calm. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), this.#session.environment.calm);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** Publishes what was found in a page, unless the client pulls it or has it already. */
  publish({ uri, version, diagnostics, resultId }: SweptPage): void {
    const { pulled, pushed } = this.#session;
    if (pulled.has(uri) || pushed.get(uri) === resultId) return;
    if (diagnostics.length === 0) {
      this.retract(uri);
      return;
    }
    pushed.set(uri, resultId);
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version !== undefined && { version }),
    });
  }

  /** Takes back what was pushed for a page. */
  retract(uri: string): void {
    if (!this.#session.pushed.delete(uri)) return;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #update(): Promise<void> {
    // One round at a time; what comes meanwhile has its turn afterwards.
    if (this.#isBusy) {
      this.schedule();
      return;
    }
    this.#isBusy = true;
    try {
      this.#session.settle();
      this.#refreshPulled();
      const slices = new Slices(this.#session.environment.now);
      for (const uri of this.#urisToPush()) {
        await slices.pause();
        const swept = await this.#sweep.check(uri, undefined);
        if (swept === undefined) this.retract(uri);
        else this.publish(swept);
      }
    } catch (error) {
      // Somebody typed on; the rest has its turn when there is calm again.
      if (error instanceof Cancelled) this.schedule();
      else this.#session.log.error(`Publishing failed: ${explainError(error)}`);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Has the client ask again when something it has pulled is out of date for another reason than its own text. */
  #refreshPulled(): void {
    const session = this.#session;
    // What the client was given counts, not the last check: that may be newer, made for another request.
    const outdated = [...session.pulled].flatMap(([uri, check]) => {
      if (check.page !== session.pages.get(uri)) return [];
      return session.isFresh(check.stamp, uri) || this.#told.has(check) ? [] : [check];
    });
    if (outdated.length === 0 || !this.#client.refreshesDiagnostics) return;
    for (const check of outdated) this.#told.add(check);
    void this.#connection.languages.diagnostics.refresh();
  }

  #urisToPush(): string[] {
    const { isWorkspaceChecked, pages, pulled, pushed } = this.#session;
    const open = this.#client.pullsDiagnostics ? [] : pages.keys();
    // Pages that were pushed and are gone by now are taken back.
    const swept = isWorkspaceChecked ? [...this.#sweep.uris(), ...pushed.keys()] : [];
    return [...new Set([...open, ...swept])].filter((uri) => !pulled.has(uri));
  }
}
