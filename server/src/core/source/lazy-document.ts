import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse-document.ts";

/**
 * A document that is parsed when somebody asks for more than its text. Telling which English a page was made from takes
 * texts alone, and many of them. A text that has to be put together first is, when it is asked for.
 */
export function lazyDocument(text: string | (() => string)): Document {
  return new LazyDocument(text);
}

/** A document as it comes from the parser: rules ask it for so much that a detour on each way to it is felt. */
export function parsedOf(document: Document): Document {
  return document instanceof LazyDocument ? document.parsed : document;
}

class LazyDocument implements Document {
  #text: string | (() => string);
  #parsed: Document | undefined;

  constructor(text: string | (() => string)) {
    this.#text = text;
  }

  get text(): string {
    if (typeof this.#text !== "string") this.#text = this.#text();
    return this.#text;
  }

  get form(): Document["form"] {
    return this.parsed.form;
  }

  get frontMatter(): Document["frontMatter"] {
    return this.parsed.frontMatter;
  }

  get segments(): Document["segments"] {
    return this.parsed.segments;
  }

  get markupProblems(): Document["markupProblems"] {
    return this.parsed.markupProblems;
  }

  get structure(): Document["structure"] {
    return this.parsed.structure;
  }

  get parsed(): Document {
    this.#parsed ??= parseDocument(this.text);
    return this.#parsed;
  }
}
