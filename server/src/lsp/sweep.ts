import type { CancellationToken } from "vscode-languageserver/node";
import type { Report } from "../core/rules/run.ts";
import { fileNameOf, isMarkdown } from "../core/links/paths.ts";
import type { Diagnoses, Diagnosis } from "./diagnoses.ts";
import { throwIfCancelled } from "../core/cancellation.ts";
import type { Page } from "./page.ts";
import type { Session, Stamp } from "./session.ts";
import { toPath } from "./convert/uris.ts";

/** What was found in one page of the workspace. */
export interface SweptPage extends Diagnosis {
  readonly uri: string;
  /** Of a page that is open. */
  readonly version: number | undefined;
  readonly counts: Readonly<Record<Report["severity"], number>>;
}

interface Known {
  readonly stamp: Stamp;
  readonly swept: SweptPage;
}

/**
 * Checks pages whether they are open or not, and remembers what it found for as long as it holds, so that going over
 * the workspace again costs only what has changed.
 */
export class Sweep {
  readonly #session: Session;
  readonly #diagnoses: Diagnoses;
  readonly #known = new Map<string, Known>();

  constructor(session: Session, diagnoses: Diagnoses) {
    this.#session = session;
    this.#diagnoses = diagnoses;
  }

  /** URIs of all pages of all roots, as the client writes those that are open. */
  uris(): string[] {
    const session = this.#session;
    session.settle();
    const uris = session.roots.flatMap((root) => {
      const paths = session.treeAt(root.folder)?.index.files() ?? [];
      return Array.from(paths)
        .filter((path) => isMarkdown(path) && !root.config.isIgnored(path))
        .map((path) => session.uriOf(root, path));
    });
    const open = new Map(session.pages.keys().map((uri) => [toPath(uri) ?? uri, uri]));
    return [...new Set(uris)].map((uri) => open.get(toPath(uri) ?? uri) ?? uri);
  }

  /**
   * Checks one page, or says why it cannot be read. `undefined`: it is gone by now.
   *
   * @throws Cancelled when the request is cancelled.
   */
  async check(uri: string, token: CancellationToken | undefined): Promise<SweptPage | undefined> {
    const session = this.#session;
    throwIfCancelled(token);
    const open = session.findOpen(uri);
    if (open !== undefined) {
      const check = await session.check(open, token);
      return toSwept(check.page, check.reports, this.#diagnoses.of(check));
    }
    const known = this.#known.get(uri);
    if (known !== undefined && session.isFresh(known.stamp, uri)) return known.swept;
    await session.giveWay();
    const stamp = session.stampFor(uri);
    const page = await session.read(uri);
    if (page === undefined) return this.#explainUnread(uri);
    const reports = await session.findReports(page, token);
    const swept = toSwept(page, reports, this.#diagnoses.make(page, reports));
    this.#known.set(uri, { stamp, swept });
    return swept;
  }

  /** The same sentence as on the command line, which names such a page as well. `undefined`: there is no page. */
  async #explainUnread(uri: string): Promise<SweptPage | undefined> {
    const path = toPath(uri);
    if (path === undefined) return undefined;
    const problem = await this.#session.environment.fileSystem.explainUnread(path, fileNameOf(path));
    if (problem === undefined) return undefined;
    const counts = { error: 1, warning: 0, info: 0, hint: 0 };
    return { uri, version: undefined, counts, ...this.#diagnoses.ofUnread(problem) };
  }
}

function toSwept({ uri, version }: Page, reports: readonly Report[], diagnosis: Diagnosis): SweptPage {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of reports) counts[severity]++;
  return { uri, version, counts, ...diagnosis };
}
