import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse-document.ts";

/**
 * A document that is parsed when somebody asks for more than its text. Telling which English a page was made from takes
 * texts alone, and many of them.
 */
export function lazyDocument(text: string): Document {
  return new LazyDocument(text);
}

class LazyDocument implements Document {
  readonly text: string;
  #parsed: Document | undefined;

  constructor(text: string) {
    this.text = text;
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
