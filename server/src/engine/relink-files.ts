import type { Document } from "../core/document/document.ts";
import { isMarkdown } from "../core/links/paths.ts";
import { composeEdits } from "../core/moves/compose-edits.ts";
import { linkFilter, type Relinking, relinkPage, relinkYaml } from "../core/moves/relink.ts";
import { parseDocument } from "../core/document/parse-document.ts";
import { toSourcePath } from "../core/source/path-prefixes.ts";
import type { SyncResult } from "../core/sync/sync.ts";
import { applyEdits } from "../core/text/edit.ts";
import type { PlannedEdit } from "./planned.ts";
import type { SyncAccess } from "./sync-access.ts";

/** The pages that move in a sync. */
export interface MovedPages {
  /** New paths by old ones in lower case. */
  readonly paths: ReadonlyMap<string, string>;
  /** Whether a text may link to one of them. */
  readonly mayBeIn: (text: string) => boolean;
}

/** `moves` are pairs of an old path and a new one. */
export function movedPages(moves: Iterable<readonly [from: string, to: string]>): MovedPages {
  const paths = new Map(Array.from(moves, ([from, to]) => [from.toLowerCase(), to]));
  return { paths, mayBeIn: linkFilter(paths) };
}

/** Where a page stood, stands now, and what today's English page says. */
interface Place {
  readonly from: string;
  readonly path: string;
  readonly current: Document | undefined;
}

/** A page that has been synced, as it was and as it becomes. */
interface Synced {
  readonly text: string;
  readonly result: SyncResult;
  /** Whether nobody wants to know its edits. */
  readonly omitEdits: boolean | undefined;
}

/** The result of a sync with its links leading to where pages moved. */
export function relinkResult(
  { workspace }: SyncAccess,
  { from, path, current }: Place,
  { text, result, omitEdits }: Synced,
  moved: MovedPages,
): SyncResult {
  if (from === path && !moved.mayBeIn(result.text)) return result;
  const docsets = workspace.docsets();
  const links = relinkPage(parseDocument(result.text), {
    from,
    path,
    docsets,
    moved: moved.paths,
    english: targetsOf(current),
  });
  if (links.length === 0) return result;
  return {
    ...result,
    text: applyEdits(result.text, links),
    edits: omitEdits === true ? [] : composeEdits(text, result.edits, links),
    action: result.action === "unchanged" ? "updated" : result.action,
  };
}

/** Links of a file that no sync brings up to English: a table of contents, a page of the locale's own. */
export async function relinkFile(
  access: SyncAccess,
  path: string,
  moved: MovedPages,
): Promise<PlannedEdit | undefined> {
  const text = (await access.answer({ ask: "page", path }))?.document?.text;
  if (text === undefined || !moved.mayBeIn(text)) return undefined;
  const common = { from: path, path, docsets: access.workspace.docsets(), moved: moved.paths };
  const edits = isMarkdown(path)
    ? relinkPage(parseDocument(text), { ...common, english: targetsOf(await englishOf(access, path)) })
    : relinkYaml(text, { ...common, english: new Set() } satisfies Relinking);
  const newText = applyEdits(text, edits);
  return newText === text ? undefined : { kind: "edit", path, text, newText, why: "links" };
}

/** Files of the locales that may hold links. */
export function* filesWithLinks({ workspace, source }: SyncAccess): Iterable<string> {
  for (const path of workspace.files()) {
    const isEnglish = source !== undefined && toSourcePath(source.prefixes, path) === undefined;
    if (!isEnglish && (isMarkdown(path) || /\.ya?ml$/i.test(path))) yield path;
  }
}

async function englishOf(access: SyncAccess, path: string): Promise<Document | undefined> {
  const place = access.source && toSourcePath(access.source.prefixes, path);
  if (place === undefined || access.source?.tree.hasFile(place) !== true) return undefined;
  return (await access.answer({ ask: "source-page", path: place }))?.document;
}

function targetsOf(document: Document | undefined): ReadonlySet<string> {
  const { links = [], definitions = [] } = document?.structure ?? {};
  return new Set([...links, ...definitions].map(({ target }) => target));
}
