import type { Document } from "../document/document.ts";

/** Who answered the question for a page's English; the order is that in which they are asked. */
export type SourceOrigin =
  /** A page of the English tree: configured, or found beside the localized one. */
  | "source-tree"
  /** A commit of the English repository. */
  | "git"
  /** The English halves of the page's own segments. */
  | "english-halves"
  /** Those of the same page in another locale, made from the same English. */
  | "sibling-page";

/** An English page, and where it comes from. */
export interface SourcePage {
  readonly origin: SourceOrigin;
  /** For `source-tree` and `git` relative to the English tree; else that of the page whose halves were taken. */
  readonly path: string;
  /** The commit, 40 hexadecimal digits; `undefined` for what is not from Git. */
  readonly revision: string | undefined;
  /** `ms.contentlocale` of a sibling page, as written. */
  readonly locale?: string | undefined;
  readonly document: Document;
}

/** Why the English tree has no page at the path of a localized one. */
export interface LostSource {
  readonly how: "renamed" | "redirected" | "deleted";
  /** Its new path in the English tree, or the URL that it is redirected to. `undefined`: it is gone for good. */
  readonly to: string | undefined;
  /** Set where English redirects its readers in a circle, which leads nowhere. */
  readonly isCircular?: true;
}

/** What is known of a page's English. */
export interface PageSources {
  /** As English is now. `undefined`: there is no English tree, or it has no such page. */
  readonly current: SourcePage | undefined;
  /** What the page was made from: the text behind `ms.openlocfilehash`. `undefined`: nobody has it. */
  readonly base: SourcePage | undefined;
  /** Set where there is an English tree, but not the page in it. */
  readonly lost: LostSource | undefined;
  /** The localized page itself as it was last committed. `undefined`: it is new, or in no repository. */
  readonly committed: Document | undefined;
}

/** Nothing is known. */
export const NO_SOURCES: PageSources = {
  current: undefined,
  base: undefined,
  lost: undefined,
  committed: undefined,
};

/**
 * Whether a page is an English one, or one that nobody knows: a translation that no pipeline has touched has English
 * elsewhere.
 */
export function isEnglish({ form }: Document, { current }: PageSources): boolean {
  return form === "source" && current === undefined;
}
