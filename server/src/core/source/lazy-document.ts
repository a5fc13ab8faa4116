import type { Document } from "../document/document.ts";
import { scanHeadings } from "../markdown/scan-markdown.ts";
import { type ParsedPairs, parsePairs, withStructure } from "../document/parse-document.ts";

/**
 * A document that is parsed as far as somebody asks. Telling which English a page was made from takes texts alone, and
 * many of them; that it is to stay as it is, its header. A text that has to be put together first is, when it is asked for.
 */
export function lazyDocument(text: string | (() => string)): Document {
  return new LazyDocument(text);
}

/** A document as it comes from the parser: rules ask it for so much that a detour on each way to it is felt. */
export function parsedOf(document: Document): Document {
  return document instanceof LazyDocument ? document.parsed : document;
}

/** The headings of a page, for who wants nothing else of its Markdown. */
export function headingsOf(document: Document): Document["structure"]["headings"] {
  return document instanceof LazyDocument ? document.headings : document.structure.headings;
}

class LazyDocument implements Document {
  #text: string | (() => string);
  #pairs: ParsedPairs | undefined;
  #parsed: Document | undefined;
  #headings: Document["structure"]["headings"] | undefined;

  constructor(text: string | (() => string)) {
    this.#text = text;
  }

  get text(): string {
    if (typeof this.#text !== "string") this.#text = this.#text();
    return this.#text;
  }

  get form(): Document["form"] {
    return this.#read().form;
  }

  get frontMatter(): Document["frontMatter"] {
    return this.#read().frontMatter;
  }

  get segments(): Document["segments"] {
    return this.#read().segments;
  }

  get markupProblems(): Document["markupProblems"] {
    return this.#read().markupProblems;
  }

  get structure(): Document["structure"] {
    return this.parsed.structure;
  }

  get headings(): Document["structure"]["headings"] {
    if (this.#parsed !== undefined) return this.#parsed.structure.headings;
    const { clean, text, segments } = this.#read();
    this.#headings ??= scanHeadings(clean, text, segments);
    return this.#headings;
  }

  get parsed(): Document {
    this.#parsed ??= withStructure(this.#read());
    return this.#parsed;
  }

  #read(): ParsedPairs {
    this.#pairs ??= parsePairs(this.text);
    return this.#pairs;
  }
}
