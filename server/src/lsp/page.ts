import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { followPairs } from "../core/compare/pairs/pair-memory.ts";
import type { Document } from "../core/document/document.ts";
import { parseDocument } from "../core/document/parse-document.ts";

/**
 * One version of a page's text, with the way between offsets and positions. It never changes, so that an answer that
 * takes a while is about one text. Parsed when first asked for, and only once.
 */
export class Page {
  readonly uri: string;
  /** The client's version number; `undefined` for a page that was read from disk. */
  readonly version: number | undefined;
  readonly text: TextDocument;
  #document: Document | undefined;
  /** The last version before this one that was parsed; let go of once this one is. */
  #before: Document | undefined;

  constructor(uri: string, version: number | undefined, text: string | TextDocument, before?: Page) {
    this.uri = uri;
    this.version = version;
    this.text = typeof text === "string" ? TextDocument.create(uri, "markdown", version ?? 0, text) : text;
    this.#before = before && (before.#document ?? before.#before);
  }

  get document(): Document {
    if (this.#document === undefined) {
      this.#document = parseDocument(this.text.getText());
      // Of a page that is read from disk, no next version will ask what was found out about this one.
      if (this.version !== undefined) followPairs(this.#document, this.#before);
      this.#before = undefined;
    }
    return this.#document;
  }
}

/** How `TextDocuments` makes pages out of what the client sends. */
export const pageFactory = {
  create: (uri: string, _languageId: string, version: number, text: string): Page =>
    new Page(uri, version, text),

  update: (page: Page, changes: TextDocumentContentChangeEvent[], version: number): Page => {
    // TextDocument.update changes its argument, which somebody may still be holding.
    const copy = TextDocument.create(page.uri, "markdown", version, page.text.getText());
    return new Page(page.uri, version, TextDocument.update(copy, changes, version), page);
  },
};
