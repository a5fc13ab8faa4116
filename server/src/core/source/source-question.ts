import type { Document } from "../document/document.ts";
import { readSyncNote } from "../sync/sync-note.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findSourceCommit, findSourceHash, type Sha1 } from "./hash.ts";
import type { LocaleFolders } from "./locale-folders.ts";
import type { PathPrefix } from "./path-prefixes.ts";

/** The English pages of a root. */
export interface SourceTree {
  /** May be the root itself, where the folders of the locales stand in it. */
  readonly tree: Workspace;
  readonly prefixes: readonly PathPrefix[];
}

/** All that is asked about: a page, and where its English may be. */
export interface SourceQuestion extends PageOrigin {
  readonly workspace: Workspace;
  /** `undefined`: there is no English tree. */
  readonly source: SourceTree | undefined;
  /** Folders of locales in the page's own root. */
  readonly localeFolders: readonly LocaleFolders[];
  /** Folders elsewhere in which the same pages may be, in other locales or in side-by-side form. */
  readonly neighbours: readonly string[];
  /** One that is faster than the core's own, where the caller has it. */
  readonly sha1?: Sha1 | undefined;
}

/** What of a page's own text the answer depends on; it does not change while its body is edited. */
export interface PageOrigin {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly form: Document["form"];
  /** `ms.openlocfilehash`, or what a sync wrote in its place. */
  readonly hash: string | undefined;
  /** `ms.sourcegitcommit` */
  readonly commit: string | undefined;
}

/** What a page says of the English that it was made from. */
export function originOf(path: string, document: Document): PageOrigin {
  const { form, frontMatter } = document;
  // A page that was synced is made from a later English page than its pipeline keys say, until these follow.
  const hash = readSyncNote(document)?.hash ?? findSourceHash(frontMatter);
  return { path, form, hash, commit: findSourceCommit(frontMatter) };
}

/** What has to be read or asked on the way. Who cannot answer says `undefined`. */
export type SourceRequest =
  /** A page of the English tree, by its path there. */
  | { readonly ask: "source-page"; readonly path: string }
  /** The same as it was last saved, where an editor holds another text: what the localized one may be made from. */
  | { readonly ask: "saved-source"; readonly path: string }
  /** A page of the localized root. */
  | { readonly ask: "page"; readonly path: string }
  /** A page of another folder, by its path there. */
  | { readonly ask: "neighbour"; readonly folder: string; readonly path: string }
  /**
   * Git: the English at one of these paths, as it was at the commit, or in the revision with this hash. Where a hash is
   * known, the text has to have it: commits are sometimes carried on without the text.
   */
  | {
      readonly ask: "revision";
      readonly paths: readonly string[];
      readonly commit: string | undefined;
      readonly hash: string | undefined;
    }
  /** Git: the path that an English page was moved to, after the commit where that is known. Only `path` is answered. */
  | { readonly ask: "new-path"; readonly path: string; readonly commit: string | undefined }
  /** Git: the page as it was last committed. */
  | { readonly ask: "committed"; readonly path: string }
  /** Git: the page in side-by-side form, made from the same English, on a branch of the localized repository. */
  | { readonly ask: "sxs-branch"; readonly path: string; readonly hash: string };

/** What was asked for. Of `new-path`, only `path` is needed. */
export interface SourceAnswer {
  readonly path: string;
  readonly document?: Document | undefined;
  /** The commit, 40 hexadecimal digits, where Git answered. */
  readonly revision?: string | undefined;
}
