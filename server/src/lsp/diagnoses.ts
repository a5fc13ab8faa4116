import { createHash } from "node:crypto";
import { type Diagnostic, DiagnosticSeverity, type Location } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Document } from "../core/document/document.ts";
import type { Report } from "../core/rules/run.ts";
import type { Span } from "../core/text/span.ts";
import type { Client } from "./client.ts";
import type { Page } from "./page.ts";
import type { Check, Place, Session } from "./session.ts";
import { toDiagnostic, TOP, toRange } from "./convert/to-lsp.ts";
import { toUri } from "./convert/uris.ts";

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
  /** Of English pages. */
  readonly #lines = new WeakMap<Document, TextDocument>();

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
    const place = this.#session.placeOf(page.uri);
    const diagnostics = reports.map((report) =>
      toDiagnostic(page, report, {
        rulePages: this.#client.options.rulePages,
        locate: (path, span, isSource) =>
          isSource ? this.#locateEnglish(place, path, span) : this.#locateInRoot(place, path, span),
      }),
    );
    return { diagnostics, resultId: nameOf(diagnostics) };
  }

  /** Of a page that has no text, for the reason that `problem` tells. */
  ofUnread(problem: string): Diagnosis {
    const severity = DiagnosticSeverity.Error;
    const diagnostics = [{ range: TOP, severity, source: "lockstep", message: problem }];
    return { diagnostics, resultId: nameOf(diagnostics) };
  }

  #locateInRoot({ root }: Place, path: string, span: Span): Location {
    const uri = this.#session.uriOf(root, path);
    const open = this.#session.findOpen(uri);
    // Where a page is not open, its top is near enough: reading it would make every check wait for the disk.
    return open === undefined ? { uri, range: TOP } : { uri: open.uri, range: toRange(open.text, span) };
  }

  /** A place in the English page of a page, which the check has just read. */
  #locateEnglish(place: Place, path: string, span: Span): Location {
    const folder = this.#session.sourceOf(place.root)?.folder ?? place.root.folder;
    const uri = toUri(`${folder}/${path}`);
    const open = this.#session.findOpen(uri);
    if (open !== undefined) return { uri: open.uri, range: toRange(open.text, span) };
    const current = this.#session.sources.lastOf(place)?.current;
    if (current?.path !== path) return { uri, range: TOP };
    return { uri, range: toRange(this.#linesOf(uri, current.document), span) };
  }

  /** Finding the lines of a long page takes longer than a finding: that is done once. */
  #linesOf(uri: string, document: Document): TextDocument {
    const lines = this.#lines.get(document) ?? TextDocument.create(uri, "markdown", 0, document.text);
    this.#lines.set(document, lines);
    return lines;
  }
}

// The version is left out: a keystroke seldom changes what is found, and then nothing needs to be sent.
function nameOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics.map((diagnostic) => ({ ...diagnostic, data: undefined })));
  return createHash("sha1").update(text).digest("base64url");
}
