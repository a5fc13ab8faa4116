/**
 * What other pages may depend on. An edit that leaves this unchanged stays local to its page, and to those whose English
 * the page is.
 */
export interface PageSummary {
  readonly path: string;
  /**
   * All that the checks of other pages may depend on, as one text: what bookmarks are made of, in their order and with
   * their headings; includes; locale; and whether the page's English can be read from it. Rules look at nothing else of
   * another page, but for the text of those that the page's English is in or was sought in: `findSources` asks for each
   * of them, and who keeps findings has to note which.
   */
  readonly looks: string;
  /** First heading or `title`, as plain text; `undefined`: neither is there. */
  readonly title: string | undefined;
  /** The first paragraph, as raw Markdown without side-by-side markup, at most 300 characters. */
  readonly opening: string | undefined;
  /**
   * Every bookmark that leads into this page, lower case: slugs of both languages, numbered duplicates, `<a name>`,
   * `id`. Those of included pages are not among them: `includes` says where to look.
   */
  readonly anchors: ReadonlySet<string>;
  /** Whether a name, in lower case, is one of them: quicker than to ask for all. */
  hasBookmark(name: string): boolean;
  /** The same in page order, with the heading they belong to, for completion and "did you mean". */
  readonly bookmarks: readonly Bookmark[];
  /** Paths of the local files it links to, resolved by path alone (files need not exist), without duplicates. */
  readonly linksTo: readonly string[];
  /** Those of them whose text becomes part of this page (`[!INCLUDE]`). */
  readonly includes: readonly string[];
  /** `ms.contentlocale` as written. */
  readonly contentLocale: string | undefined;
  /** `ms.openlocfilehash`: two pages with the same one were made from the same English. */
  readonly sourceHash: string | undefined;
  /** Whether it is in side-by-side form, so that its English can be read from it. */
  readonly hasSegments: boolean;
}

/** A name that links into a page can have behind `#`, in lower case. */
export interface Bookmark {
  readonly name: string;
  /** Text of the heading, or `undefined` for an anchor outside a heading. */
  readonly heading: string | undefined;
  /** UTF-16 offset where it stands. */
  readonly offset: number;
}

/**
 * Whether two versions of a page are the same to the checks of other pages. Where things stand, and what a hover would
 * show, may differ.
 */
export function looksTheSame(before: PageSummary, after: PageSummary): boolean {
  return before.looks === after.looks;
}
