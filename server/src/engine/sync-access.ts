import type { Document } from "../core/document/document.ts";
import type { Sha1 } from "../core/source/hash.ts";
import type { LocaleFolders } from "../core/source/locale-folders.ts";
import type { SourceAnswer, SourceRequest, SourceTree } from "../core/source/source-question.ts";
import type { Workspace } from "../core/workspace/workspace.ts";

/**
 * What a sync sees of the world: one localized root at one moment, and someone to ask. The command line answers from
 * what it has read, the language server from the editor's texts first.
 */
export interface SyncAccess {
  /** The localized root. */
  readonly workspace: Workspace;
  /** Its English pages. `undefined`: there are none. */
  readonly source: SourceTree | undefined;
  /** Folders of locales in the root. */
  readonly localeFolders: readonly LocaleFolders[];
  /** Folders elsewhere in which the same pages may be, in other locales or in side-by-side form. */
  readonly neighbours: readonly string[];
  /** See `SourceQuestion.sha1`. */
  readonly sha1?: Sha1;
  /**
   * Reads a page, or asks Git. `undefined`: there is no such thing. Where the user has not said that the folder may be
   * trusted, Git must not be run: what only Git knows is `undefined` then.
   */
  answer(request: SourceRequest): Promise<SourceAnswer | undefined> | SourceAnswer | undefined;
  /** A localized page is done with: neither it nor its English need be kept. */
  close?(path: string): void;
  /**
   * A page of the folder that was named as the English of old, by its path in the English tree. `undefined`: it has
   * none.
   */
  readBase?(path: string): Promise<Document | undefined> | Document | undefined;
}

/** A localized page that is to be synced: as an editor has it, else as it is on disk. */
export interface PageToSync {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly document: Document;
}
