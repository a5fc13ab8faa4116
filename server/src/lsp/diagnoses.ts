import { createHash } from "node:crypto";
import type { Diagnostic, Location } from "vscode-languageserver/node";
import type { Report } from "../core/rules/run.ts";
import type { Span } from "../core/text/span.ts";
import type { Client } from "./client.ts";
import type { Page } from "./page.ts";
import type { Check, Session } from "./session.ts";
import { toDiagnostic, toRange } from "./to-lsp.ts";

/** Diagnostics of a page, with a name for exactly this list. */
export interface Diagnosis {
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns findings into diagnostics, those of a check only once. */
export class Diagnoses {
  readonly #session: Session;
  readonly #client: Client;
  readonly #known = new WeakMap<Check, Diagnosis>();

  constructor(session: Session, client: Client) {
    this.#session = session;
    this.#client = client;
  }

  of(check: Check): Diagnosis {
    const known = this.#known.get(check);
    if (known !== undefined) return known;
    const diagnosis = this.make(check.page, check.reports);
    this.#known.set(check, diagnosis);
    return diagnosis;
  }

  make(page: Page, reports: readonly Report[]): Diagnosis {
    const { root } = this.#session.placeOf(page.uri);
    const diagnostics = reports.map((report) =>
      toDiagnostic(page, report, {
        rulePages: this.#client.options.rulePages,
        locate: (path, span) => this.#locate(this.#session.uriOf(root, path), span),
      }),
    );
    return { diagnostics, resultId: nameOf(diagnostics) };
  }

  #locate(uri: string, span: Span): Location {
    const open = this.#session.findOpen(uri);
    const start = { line: 0, character: 0 };
    // Where a page is not open, its top is near enough: reading it would make every check wait for the disk.
    if (open === undefined) return { uri, range: { start, end: start } };
    return { uri: open.uri, range: toRange(open.text, span) };
  }
}

// The version is left out: a keystroke seldom changes what is found, and then nothing needs to be sent.
function nameOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics.map((diagnostic) => ({ ...diagnostic, data: undefined })));
  return createHash("sha1").update(text).digest("base64url");
}
