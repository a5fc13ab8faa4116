import { join } from "node:path";
import type { Document } from "../core/document/document.ts";
import { findSourceHash, isMadeFrom, sourceHashOf } from "../core/source/hash.ts";
import { withOwnHalves } from "../core/source/find-sources.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { PageSources, SourcePage } from "../core/source/page-sources.ts";
import { readSyncNote } from "../core/sync/sync-note.ts";
import { GitHistory } from "../io/answer-from-git.ts";
import { readPage } from "../io/read-page.ts";
import type { Project } from "./load-project.ts";
import type { Page } from "./roots.ts";

/** Both English pages that a sync needs. */
export interface SyncSources {
  readonly base: Document;
  readonly isBaseRebuilt: boolean;
  readonly current: SourcePage;
  /** The commit of `current`. `undefined`: it is in no Git repository, or not committed. */
  readonly commit: string | undefined;
}

export type SourcesOutcome =
  | SyncSources
  /** Why there is nothing to sync with: one sentence. */
  | { readonly problem: string }
  /** English has no such page any more. */
  | { readonly lost: NonNullable<PageSources["lost"]> };

/** Finds the English of pages that are synced: as it is, and as it was. */
export class SyncSourceFinder {
  readonly #project: Project;
  /** The folder of `--base`. */
  readonly #baseFolder: string | undefined;
  readonly #rootFolder: string;
  readonly #history = new GitHistory();

  constructor(project: Project, rootFolder: string, baseFolder: string | undefined) {
    this.#project = project;
    this.#rootFolder = rootFolder;
    this.#baseFolder = baseFolder;
  }

  close(): Promise<void> {
    return this.#history.dispose();
  }

  async find({ path }: Page, page: Document): Promise<SourcesOutcome> {
    const sources = await this.#project.sources.find(path, page);
    const { current, lost } = sources;
    if (current === undefined) {
      if (lost !== undefined) return { lost };
      return {
        problem: "its English page is not to be had; name the folder of the English pages with `--source`",
      };
    }
    const base = await this.#findBase(path, page, { ...sources, current });
    if ("problem" in base) return base;
    const hash = sourceHashOf(current.document.text);
    return { ...base, current, commit: (await this.#inGit(current.path, hash))?.revision };
  }

  async #findBase(
    path: string,
    page: Document,
    sources: PageSources & { readonly current: SourcePage },
  ): Promise<Base | { problem: string }> {
    const named = this.#readBase(sources.current.path);
    const hash = readSyncNote(page)?.hash ?? findSourceHash(page.frontMatter);
    const base =
      hash === undefined
        ? (named ?? sources.base?.document)
        : await this.#findByHash(
            hash,
            [sources.current.document, named, sources.base?.document],
            sources.current,
          );
    if (base !== undefined) return { base, isBaseRebuilt: false };
    return page.form === "sxs" ? findNear(path, page, named, sources) : findForClean(page, sources);
  }

  /** The English with a hash: one of those at hand, or from Git. */
  async #findByHash(
    hash: string,
    atHand: readonly (Document | undefined)[],
    { path }: SourcePage,
  ): Promise<Document | undefined> {
    const found = atHand.find((document) => document !== undefined && isMadeFrom(document, hash));
    return found ?? (await this.#inGit(path, hash))?.document;
  }

  #readBase(path: string): Document | undefined {
    if (this.#baseFolder === undefined) return undefined;
    const file = join(this.#baseFolder, path);
    const { value } = readPage(file, file);
    return value === undefined ? undefined : lazyDocument(value);
  }

  #inGit(path: string, hash: string): ReturnType<GitHistory["answer"]> {
    const source = this.#project.sources.found?.source?.folder;
    return this.#history.answer(
      { ask: "revision", paths: [path], commit: undefined, hash },
      { source, root: this.#rootFolder },
    );
  }
}

type Base = Pick<SyncSources, "base" | "isBaseRebuilt">;

/** The halves tell what each segment was made from; for what stood around them, another English page will do. */
function findNear(
  path: string,
  page: Document,
  named: Document | undefined,
  sources: PageSources,
): Base | { problem: string } {
  const near = named ?? sources.base?.document;
  if (near !== undefined) return { base: near, isBaseRebuilt: false };
  const halves = withOwnHalves({ ...sources, base: undefined }, path, page).base;
  return halves === undefined ? NO_BASE : { base: halves.document, isBaseRebuilt: true };
}

/** Another locale's halves stand for the file, unless this page has been synced with a later one. */
function findForClean(page: Document, { base }: PageSources): Base | { problem: string } {
  if (base?.origin !== "sibling-page" || readSyncNote(page) !== undefined) return NO_BASE;
  return { base: base.document, isBaseRebuilt: true };
}

const NO_BASE = {
  problem:
    "the English that it was made from is not to be had; name a folder that has it with `--base`, or fetch the history of the English repository",
};
