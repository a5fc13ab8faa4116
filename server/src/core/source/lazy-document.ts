import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse-document.ts";

/**
 * A document that is parsed when somebody asks for more than its text. Telling which English a page was made from takes
 * texts alone, and many of them. A text that has to be put together first is, when it is asked for.
 */
export function lazyDocument(text: string | (() => string)): Document {
  return new LazyDocument(text);
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
    return this.#document.form;
  }

  get frontMatter(): Document["frontMatter"] {
    return this.#document.frontMatter;
  }

  get segments(): Document["segments"] {
    return this.#document.segments;
  }

  get markupProblems(): Document["markupProblems"] {
    return this.#document.markupProblems;
  }

  get structure(): Document["structure"] {
    return this.#document.structure;
  }

  get #document(): Document {
    this.#parsed ??= parseDocument(this.text);
    return this.#parsed;
  }
}
