import { join } from "node:path";
import { parseDocument } from "../core/document/parse-document.ts";
import type { Day, Rule } from "../core/rules/rule.ts";
import { type Report, runRules } from "../core/rules/run.ts";
import { withOwnHalves } from "../core/source/find-sources.ts";
import { parsedOf } from "../core/source/lazy-document.ts";
import { explainError } from "../core/text/explain-error.ts";
import type { PageDocuments } from "../core/workspace/page-documents.ts";
import { holdsContent } from "../io/holds-content.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import { applyFixes } from "./apply-fixes.ts";
import { type CacheOptions, CheckCache } from "./check-cache.ts";
import type { Project } from "./load-project.ts";
import type { Log } from "./log.ts";
import { findingsOf, type PageFinding, place } from "./page-findings.ts";
import type { CheckFinding } from "./reporters/check-result.ts";
import type { Page, Root } from "./roots.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** What a whole run of `check` has in common. */
export interface CheckSession {
  readonly rules: readonly Rule[];
  readonly isFixing: boolean;
  readonly isWriting: boolean;
  readonly today: Day;
  /** `undefined`: nothing is kept between runs. */
  readonly cache?: CacheOptions | undefined;
  readonly log: Log;
}

/** What was found in one root. */
export interface RootOutcome {
  readonly fileCount: number;
  readonly findings: readonly CheckFinding[];
  readonly fixCount: number;
  /** Of the fixes that were found and not written. */
  readonly diff: string;
}

/** Checks the pages of a root, and fixes and writes them where the session says so. */
export async function checkRoot(root: Root, project: Project, session: CheckSession): Promise<RootOutcome> {
  const pages = project.pages.filter(({ path }) => !isLeftOut(path, root, project, session.log));
  const cache = openCache(pages, project, session);
  const outcomes = new Map<string, PageOutcome>();
  for (const [path, found] of cache?.read() ?? []) outcomes.set(path, { ...UNCHANGED, found });
  const anew = pages.filter(({ path }) => !outcomes.has(path));
  const workspace =
    cache === undefined ? project.workspace : project.workspace.withKnownLocales(cache.locales());
  const known = { ...project, workspace };
  for (const page of inOrderOfNeed(anew, project.documents)) {
    session.log.progress.show(`Checking ${root.show(page.path)}`);
    outcomes.set(page.path, await checkOrFix(page, root, known, session));
    project.documents.close(page.path);
  }
  if (![...outcomes.values()].some(({ hasCrashed }) => hasCrashed)) {
    cache?.write(new Map(anew.map(({ path }) => [path, outcomes.get(path)?.found ?? []])));
  }
  const all = pages.map((page) => ({ page, ...(outcomes.get(page.path) ?? UNCHANGED) }));
  return {
    fileCount: pages.length,
    findings: all.flatMap(({ page, text, found }) =>
      place(found, text === undefined ? page : { path: page.path, text }, root),
    ),
    fixCount: all.reduce((total, { fixCount }) => total + fixCount, 0),
    diff: all.map(({ diff }) => diff).join(""),
  };
}

function openCache(pages: readonly Page[], project: Project, session: CheckSession): CheckCache | undefined {
  const { cache } = session;
  const { evidence, workspace } = project;
  if (cache === undefined || evidence === undefined || session.isFixing) return undefined;
  return CheckCache.open(cache, session, evidence, workspace, new Set(pages.map(({ path }) => path)));
}

/** Pages that the rules of another one had parsed come before the next in order of paths: few have to be kept then. */
function* inOrderOfNeed(pages: readonly Page[], documents: PageDocuments): Iterable<Page> {
  const left = new Map(pages.map((page) => [page.path, page]));
  for (const first of pages) {
    for (let next: Page | undefined = first; next !== undefined; next = findOpen(left, documents)) {
      if (left.delete(next.path)) yield next;
    }
  }
}

function findOpen(left: ReadonlyMap<string, Page>, documents: PageDocuments): Page | undefined {
  for (const path of documents.openPaths()) {
    const page = left.get(path);
    if (page !== undefined) return page;
  }
  return undefined;
}

function isLeftOut(path: string, root: Root, { config }: Project, log: Log): boolean {
  if (!config.isIgnored(path)) return false;
  if (root.chosen.has(path)) log.note(`${root.show(path)}: Left out by \`ignore\` of the configuration.`);
  return true;
}

interface PageOutcome {
  /** Of the page as it is now; `undefined`: as it was read. */
  readonly text: string | undefined;
  readonly found: readonly PageFinding[];
  readonly fixCount: number;
  readonly diff: string;
  /** Whether a rule did, so that findings may be missing. */
  readonly hasCrashed: boolean;
}

const UNCHANGED: PageOutcome = { text: undefined, found: [], fixCount: 0, diff: "", hasCrashed: false };

async function checkOrFix(
  page: Page,
  root: Root,
  project: Project,
  session: CheckSession,
): Promise<PageOutcome> {
  const opened = await openPage(page, root, project, session);
  const { check, text } = opened;
  if (!session.isFixing) {
    const found = findingsOf(check(text), text);
    return { ...UNCHANGED, found, hasCrashed: opened.hasCrashed() };
  }
  const fixed = applyFixes(text, check);
  const outcome = { ...UNCHANGED, fixCount: fixed.fixCount, text: fixed.text };
  if (!session.isWriting) {
    const diff = unifiedDiff(diffPath(root, page.path), text, fixed.text);
    return { ...outcome, found: findingsOf(fixed.reports, fixed.text), diff };
  }
  const isWritten = fixed.text === text || write(root, page.path, { text, newText: fixed.text }, session.log);
  if (!isWritten) return { ...UNCHANGED, found: findingsOf(check(text), text) };
  return { ...outcome, found: findingsOf(fixed.reports, fixed.text) };
}

/** A page as it is in the file, and how it is checked, as it is or with another text. */
interface OpenPage {
  readonly text: string;
  readonly check: (text: string) => Report[];
  readonly hasCrashed: () => boolean;
}

async function openPage(page: Page, root: Root, project: Project, session: CheckSession): Promise<OpenPage> {
  const { workspace, config, documents } = project;
  const { path } = page;
  const unfixed = parsedOf(documents.open(path) ?? parseDocument(page.text));
  // Now that it is parsed: whoever links to it asks for its summary, maybe after it has been closed.
  workspace.findPage(path);
  const found = await project.sources.find(path, unfixed);
  let hasCrashed = false;
  const check = (text: string): Report[] => {
    const document = text === unfixed.text ? unfixed : parseDocument(text);
    const sources = withOwnHalves(found, path, document);
    const context = { document, path, workspace, sources, config, today: session.today };
    return runRules(session.rules, context, {
      onCrash: ({ id }, error) => {
        hasCrashed = true;
        session.log.failure(`${root.show(path)}: The rule ${id} crashed: ${explainError(error)}`);
      },
    });
  };
  return { text: unfixed.text, check, hasCrashed: () => hasCrashed };
}

/** Writes the fixed text of a page. `false`: it could not be written, which has been reported. */
function write(root: Root, path: string, page: { text: string; newText: string }, log: Log): boolean {
  const file = join(root.folder, path);
  const name = root.show(path);
  // All pages are read before the first one is written: somebody may have saved this one meanwhile.
  const problem = holdsContent(file, page.text)
    ? writeAtomically(file, page.newText, { root: root.folder, name })
    : `\`${name}\` has changed since it was read, and stays as it is; run the check again.`;
  if (problem !== undefined) log.failure(problem);
  return problem === undefined;
}

/** So that `git apply` and `patch -p1` find the file from where the command was run. */
function diffPath(root: Root, path: string): string {
  const shown = root.show(path);
  return shown.startsWith("../") ? root.inRepository(path) : shown;
}
