import type { Document } from "../core/document/document.ts";
import { findSources, withOwnHalves } from "../core/source/find-sources.ts";
import { findSourceHash, isMadeFrom, sourceHashOfPage } from "../core/source/hash.ts";
import type { LostSource, PageSources, SourcePage } from "../core/source/page-sources.ts";
import { toSourcePath } from "../core/source/path-prefixes.ts";
import { originOf, type SourceAnswer, type SourceRequest } from "../core/source/source-question.ts";
import { readSyncNote } from "../core/sync/sync-note.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";

/** Both English pages that a sync needs. */
export interface EnglishPair {
  readonly base: Document;
  /** Whether `base` was put together from English halves: texts of pictures are translated there. */
  readonly isBaseRebuilt: boolean;
  readonly current: SourcePage;
  /** The commit of `current`. `undefined`: it is in no Git repository, not committed, or Git may not be asked. */
  readonly commit: string | undefined;
}

/** The English page is no longer where it was. */
export interface LostEnglish {
  readonly lost: LostSource;
  /** What the page was made from. `undefined`: nobody has it. */
  readonly base: Pick<EnglishPair, "base" | "isBaseRebuilt"> | undefined;
}

/** Why there is nothing to sync with: the end of a sentence, without a full stop. */
export interface NoEnglish {
  readonly problem: string;
}

/** The English of a page that is synced: as it is, and as it was when the page was made or last synced. */
export async function findEnglish(
  access: SyncAccess,
  { path, document }: PageToSync,
): Promise<EnglishPair | LostEnglish | NoEnglish> {
  const { workspace, source, localeFolders, neighbours, sha1 } = access;
  const question = { ...originOf(path, document), workspace, source, localeFolders, neighbours, sha1 };
  const search = findSources(question);
  let step = search.next();
  while (step.done !== true) step = search.next(await answer(access, step.value));
  const sources = step.value;
  const { current, lost } = sources;
  const place = current?.path ?? toSourcePath(source?.prefixes ?? [], path) ?? path;
  const base = await findBase(access, { path, document }, place, sources);
  if (current === undefined) {
    return lost === undefined ? NO_CURRENT : { lost, base: "problem" in base ? undefined : base };
  }
  if ("problem" in base) return base;
  return { ...base, current, commit: await findCommit(access, document, current) };
}

/** The commit that has an English page as it is now. */
export async function findCommit(
  access: SyncAccess,
  page: Document | undefined,
  { path, document }: SourcePage,
): Promise<string | undefined> {
  const known = page && findSourceHash(page.frontMatter);
  // It is written where the origin moves forward; this page's does not.
  if (known !== undefined && isMadeFrom(document, known, access.sha1)) return undefined;
  const hash = sourceHashOfPage(document, access.sha1);
  return (await access.answer({ ask: "revision", paths: [path], commit: undefined, hash }))?.revision;
}

/** Nobody has the English page. */
export const NO_CURRENT: NoEnglish = {
  problem: "its English page is not to be had; name the folder of the English pages with `--source`",
};
/** Nobody has what the page was made from. */
export const NO_BASE: NoEnglish = {
  problem:
    "the English that it was made from is not to be had; name a folder that has it with `--base`, or fetch the history of the English repository",
};

/** What somebody named goes before Git, which takes longer. */
async function answer(access: SyncAccess, request: SourceRequest): Promise<SourceAnswer | undefined> {
  // How the localized page was last committed is of interest to rules only.
  if (request.ask === "committed") return undefined;
  if (request.ask === "revision" && request.hash !== undefined) {
    for (const path of request.paths) {
      const document = await access.readBase?.(path);
      if (document !== undefined && isMadeFrom(document, request.hash, access.sha1))
        return { path, document };
    }
  }
  return access.answer(request);
}

type Base = Pick<EnglishPair, "base" | "isBaseRebuilt">;

/** `place` is where the page's English is, or was, in the English tree. */
async function findBase(
  access: SyncAccess,
  { path, document: page }: PageToSync,
  place: string,
  { base }: PageSources,
): Promise<Base | NoEnglish> {
  const hash = readSyncNote(page)?.hash ?? findSourceHash(page.frontMatter);
  const isRight = (english: Document | undefined): english is Document =>
    english !== undefined && (hash === undefined || isMadeFrom(english, hash, access.sha1));
  // Without a hash, nobody can tell them apart, and what was named is meant.
  if (hash !== undefined && isRight(base?.document)) return { base: base.document, isBaseRebuilt: false };
  const named = await access.readBase?.(place);
  const near = named ?? base?.document;
  if (isRight(near)) return { base: near, isBaseRebuilt: false };
  return page.form === "sxs" ? findNear(path, page, near) : findForClean(page, base);
}

/** The halves tell what each segment was made from; for what stood around them, another English page will do. */
function findNear(path: string, page: Document, near: Document | undefined): Base | NoEnglish {
  if (near !== undefined) return { base: near, isBaseRebuilt: false };
  const halves = withOwnHalves(NOTHING_FOUND, path, page).base;
  return halves === undefined ? NO_BASE : { base: halves.document, isBaseRebuilt: true };
}

const NOTHING_FOUND: PageSources = {
  current: undefined,
  base: undefined,
  lost: undefined,
  committed: undefined,
};

/** Another locale's halves stand for the file, unless this page has been synced with a later one. */
function findForClean(page: Document, base: PageSources["base"]): Base | NoEnglish {
  if (base?.origin !== "sibling-page" || readSyncNote(page) !== undefined) return NO_BASE;
  return { base: base.document, isBaseRebuilt: true };
}
