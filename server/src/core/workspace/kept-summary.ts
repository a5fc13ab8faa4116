import { localPathOf } from "../links/local-path.ts";
import { plainText } from "../markdown/slug.ts";
import { copyOf } from "../text/copy.ts";
import { type NamedPlace, nameBookmarks, writtenNames } from "./name-bookmarks.ts";
import type { Bookmark, PageSummary } from "./page-summary.ts";
import type { Docset } from "./workspace.ts";

/** What the checks of other pages may depend on, as the scanner found it. */
export interface Looks {
  readonly places: readonly NamedPlace[];
  /** Whether it is a page of an English repository, which names headings with entities in another way. */
  readonly isEnglish: boolean;
  /** Targets. */
  readonly includes: readonly string[];
  readonly contentLocale: string | undefined;
  readonly sourceHash: string | undefined;
  readonly hasSegments: boolean;
}

/** What else is asked about a page: by those who show its name or its start, and by those who look for links. */
export interface Rest {
  /** Raw Markdown; may be empty, or hold nothing that is shown. */
  readonly heading: string;
  /** `title` of the header, where the heading may hold nothing. */
  readonly title: string | undefined;
  readonly opening: string | undefined;
  /** Of links, definitions and includes. */
  readonly targets: readonly string[];
}

interface Parts {
  readonly path: string;
  readonly looks: Looks;
  readonly readRest: () => Rest;
  /** Where the places stand. */
  readonly offsets: readonly number[];
  readonly docsets: readonly Docset[];
}

const NOTHING: readonly never[] = [];

/** Keeps the rest of a page that nobody can open again, as text too. */
export function keepRest(rest: Rest): () => Rest {
  const text = JSON.stringify(rest);
  return () => JSON.parse(text) as Rest;
}

/** A bookmark whose heading is read when somebody asks: that is one of thousands. */
class KeptBookmark implements Bookmark {
  readonly name: string;
  readonly offset: number;
  private readonly place: NamedPlace | undefined;

  constructor(name: string, place: NamedPlace | undefined, offset = 0) {
    this.name = name;
    this.offset = offset;
    this.place = place;
  }

  get heading(): string | undefined {
    return this.place === undefined || typeof this.place === "string" ? undefined : plainText(this.place[0]);
  }
}

/**
 * A summary that is kept as text, and read when somebody asks. As a text of its own, because in V8 a string that was cut
 * from a page keeps the page in memory, and with the summaries of all pages, all texts.
 */
export class KeptSummary implements PageSummary {
  readonly path: string;
  readonly looks: string;
  readonly contentLocale: string | undefined;
  readonly sourceHash: string | undefined;
  readonly hasSegments: boolean;
  readonly #readRest: () => Rest;
  readonly #offsets: readonly number[];
  readonly #docsets: readonly Docset[];
  #written: ReadonlySet<string> | undefined;
  #anchors: ReadonlySet<string> | undefined;
  /** Which of the places each of the anchors leads to. */
  #leadTo: readonly number[] | undefined;
  #bookmarks: readonly Bookmark[] | undefined;
  #linksTo: readonly string[] | undefined;
  /** `undefined`: nobody has asked yet. */
  #includes: readonly string[] | undefined;

  constructor({ path, looks, readRest, offsets, docsets }: Parts) {
    this.path = path;
    this.looks = JSON.stringify(looks);
    this.contentLocale = looks.contentLocale && copyOf(looks.contentLocale);
    this.sourceHash = looks.sourceHash && copyOf(looks.sourceHash);
    this.hasSegments = looks.hasSegments;
    this.#readRest = readRest;
    this.#offsets = offsets;
    this.#docsets = docsets;
    if (looks.includes.length === 0) this.#includes = NOTHING;
  }

  get title(): string | undefined {
    const { heading, title } = this.#readRest();
    return plainText(heading) || title;
  }

  get opening(): string | undefined {
    return this.#readRest().opening;
  }

  get anchors(): ReadonlySet<string> {
    return this.#anchors ?? this.#nameBookmarks(this.#readLooks());
  }

  hasBookmark(name: string): boolean {
    if (this.#anchors !== undefined) return this.#anchors.has(name);
    // In localized pages, the pipeline writes out the name that links in all languages use.
    if (this.#written?.has(name) === true) return true;
    const looks = this.#readLooks();
    this.#written ??= new Set(writtenNames(looks.places));
    return this.#written.has(name) || this.#nameBookmarks(looks).has(name);
  }

  get bookmarks(): readonly Bookmark[] {
    this.#bookmarks ??= this.#readBookmarks();
    return this.#bookmarks;
  }

  get linksTo(): readonly string[] {
    this.#linksTo ??= this.#toPaths(this.#readRest().targets);
    return this.#linksTo;
  }

  get includes(): readonly string[] {
    this.#includes ??= this.#toPaths(this.#readLooks().includes);
    return this.#includes;
  }

  #readLooks(): Looks {
    return JSON.parse(this.looks) as Looks;
  }

  #nameBookmarks({ places, isEnglish }: Looks): ReadonlySet<string> {
    const named = nameBookmarks(places, isEnglish);
    const anchors = new Set(named.keys());
    this.#leadTo = Array.from(named.values());
    this.#anchors = anchors;
    // They are among the others.
    this.#written = undefined;
    return anchors;
  }

  #readBookmarks(): Bookmark[] {
    const looks = this.#readLooks();
    const names = Array.from(this.#anchors ?? this.#nameBookmarks(looks));
    const leadTo = this.#leadTo ?? [];
    const order = leadTo.map((_, nth) => nth).sort((a, b) => (leadTo[a] ?? 0) - (leadTo[b] ?? 0));
    return order.map((nth) => {
      const place = leadTo[nth] ?? 0;
      return new KeptBookmark(names[nth] ?? "", looks.places[place], this.#offsets[place]);
    });
  }

  #toPaths(targets: readonly string[]): string[] {
    const paths = targets.map((target) => localPathOf(this.path, target, this.#docsets));
    return [...new Set(paths.filter((path) => path !== undefined))];
  }
}
