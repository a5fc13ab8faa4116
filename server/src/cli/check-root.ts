import { join } from "node:path";
import { parseDocument } from "../core/document/parse-document.ts";
import type { Day, Rule } from "../core/rules/rule.ts";
import { type Report, runRules } from "../core/rules/run.ts";
import { withOwnHalves } from "../core/source/find-sources.ts";
import type { PageDocuments } from "../core/workspace/page-documents.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import { applyFixes, preferredFix } from "./apply-fixes.ts";
import type { Project } from "./load-project.ts";
import type { Log } from "./log.ts";
import { linesOf, rangesOf } from "./positions.ts";
import type { CheckFinding } from "./reporters/check-result.ts";
import type { Page, Root } from "./roots.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** What a whole run of `check` has in common. */
export interface CheckSession {
  readonly rules: readonly Rule[];
  readonly isFixing: boolean;
  readonly isWriting: boolean;
  readonly today: Day;
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
  const outcomes = new Map<string, PageOutcome>();
  for (const page of inOrderOfNeed(pages, project.documents)) {
    session.log.progress.show(`Checking ${root.show(page.path)}`);
    outcomes.set(page.path, await checkOrFix(page, root, project, session));
    project.documents.close(page.path);
  }
  const sorted = pages.flatMap(({ path }) => outcomes.get(path) ?? []);
  return {
    fileCount: pages.length,
    findings: sorted.flatMap(({ findings }) => findings),
    fixCount: sorted.reduce((total, { fixCount }) => total + fixCount, 0),
    diff: sorted.map(({ diff }) => diff).join(""),
  };
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
  readonly findings: readonly CheckFinding[];
  readonly fixCount: number;
  readonly diff: string;
}

async function checkOrFix(
  page: Page,
  root: Root,
  project: Project,
  session: CheckSession,
): Promise<PageOutcome> {
  const { check, text } = await openPage(page, root, project, session);
  if (!session.isFixing) return { findings: toFindings(check(text), page, root), fixCount: 0, diff: "" };
  const fixed = applyFixes(text, check);
  if (session.isWriting) {
    const isWritten = fixed.text === text || write(root, page.path, fixed.text, session.log);
    const { reports, fixCount } = isWritten ? fixed : { reports: check(text), fixCount: 0 };
    const findings = toFindings(reports, { path: page.path, text: isWritten ? fixed.text : text }, root);
    return { findings, fixCount, diff: "" };
  }
  return {
    findings: toFindings(fixed.reports, { path: page.path, text: fixed.text }, root),
    fixCount: fixed.fixCount,
    diff: unifiedDiff(diffPath(root, page.path), text, fixed.text),
  };
}

/** A page as it is in the file, and how it is checked, as it is or with another text. */
interface OpenPage {
  readonly text: string;
  readonly check: (text: string) => Report[];
}

async function openPage(page: Page, root: Root, project: Project, session: CheckSession): Promise<OpenPage> {
  const { workspace, config, documents } = project;
  const { path } = page;
  const unfixed = documents.open(path) ?? parseDocument(page.text);
  // Now that it is parsed: whoever links to it asks for its summary, maybe after it has been closed.
  workspace.findPage(path);
  const found = await project.sources.find(path, unfixed);
  const check = (text: string): Report[] => {
    const document = text === unfixed.text ? unfixed : parseDocument(text);
    const sources = withOwnHalves(found, path, document);
    const context = { document, path, workspace, sources, config, today: session.today };
    return runRules(session.rules, context, {
      onCrash: ({ id }, error) => {
        session.log.failure(`${root.show(path)}: The rule ${id} crashed: ${describe(error)}`);
      },
    });
  };
  return { text: unfixed.text, check };
}

/** `false`: it could not be written, which has been reported. */
function write(root: Root, path: string, text: string, log: Log): boolean {
  const file = join(root.folder, path);
  const problem = writeAtomically(file, text, { root: root.folder, name: root.show(path) });
  if (problem !== undefined) log.failure(problem);
  return problem === undefined;
}

/** So that `git apply` and `patch -p1` find the file from where the command was run. */
function diffPath(root: Root, path: string): string {
  const shown = root.show(path);
  return shown.startsWith("../") ? root.inRepository(path) : shown;
}

function toFindings(reports: readonly Report[], page: Page, root: Root): CheckFinding[] {
  if (reports.length === 0) return [];
  const toRange = rangesOf(page.text);
  let toLines: ReturnType<typeof linesOf> | undefined;
  const place = {
    file: page.path,
    root: root.label,
    shownPath: root.show(page.path),
    repositoryPath: root.inRepository(page.path),
  };
  return reports.map((report) => {
    const range = toRange(report.span);
    return {
      ...place,
      ruleId: report.ruleId,
      severity: report.severity,
      message: report.message,
      range,
      isFixable: preferredFix(report) !== undefined,
      lineText: () => (toLines ??= linesOf(page.text))(range),
    };
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
