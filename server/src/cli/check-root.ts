import { join } from "node:path";
import { parseDocument } from "../core/document/parse-document.ts";
import type { Day, Rule } from "../core/rules/rule.ts";
import { type Report, runRules } from "../core/rules/run.ts";
import { withOwnHalves } from "../core/source/find-sources.ts";
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
  const { log } = session;
  const pages = project.pages.filter(({ path }) => !isLeftOut(path, root, project, log));
  const outcomes: (PageOutcome & { readonly diff: string })[] = [];
  for (const page of pages) {
    log.progress.show(`Checking ${root.show(page.path)}`);
    let outcome = await checkPage(page, root, project, session);
    if (session.isWriting && outcome.text !== page.text && !write(root, page.path, outcome.text, log)) {
      outcome = await checkPage(page, root, project, { ...session, isFixing: false });
    }
    const diff = session.isWriting ? "" : unifiedDiff(diffPath(root, page.path), page.text, outcome.text);
    outcomes.push({ ...outcome, diff });
  }
  return {
    fileCount: pages.length,
    findings: outcomes.flatMap(({ findings }) => findings),
    fixCount: outcomes.reduce((total, { fixCount }) => total + fixCount, 0),
    diff: outcomes.map(({ diff }) => diff).join(""),
  };
}

function isLeftOut(path: string, root: Root, { config }: Project, log: Log): boolean {
  if (!config.isIgnored(path)) return false;
  if (root.chosen.has(path)) log.note(`${root.show(path)}: Left out by \`ignore\` of the configuration.`);
  return true;
}

interface PageOutcome {
  readonly text: string;
  readonly findings: readonly CheckFinding[];
  readonly fixCount: number;
}

async function checkPage(
  page: Page,
  root: Root,
  project: Project,
  session: CheckSession,
): Promise<PageOutcome> {
  const { workspace, config } = project;
  const unfixed = parseDocument(page.text);
  const found = await project.sources.find(page.path, unfixed);
  const check = (text: string): Report[] => {
    const document = text === page.text ? unfixed : parseDocument(text);
    const sources = withOwnHalves(found, page.path, document);
    const context = { document, path: page.path, workspace, sources, config, today: session.today };
    return runRules(session.rules, context, {
      onCrash: ({ id }, error) => {
        session.log.failure(`${root.show(page.path)}: The rule ${id} crashed: ${describe(error)}`);
      },
    });
  };
  if (!session.isFixing) {
    return { text: page.text, findings: toFindings(check(page.text), page, root), fixCount: 0 };
  }
  const { text, reports, fixCount } = applyFixes(page.text, check);
  return { text, findings: toFindings(reports, { ...page, text }, root), fixCount };
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

function toFindings(reports: readonly Report[], { path, text }: Page, root: Root): CheckFinding[] {
  if (reports.length === 0) return [];
  const toRange = rangesOf(text);
  const toLines = linesOf(text);
  const page = {
    file: path,
    root: root.label,
    shownPath: root.show(path),
    repositoryPath: root.inRepository(path),
  };
  return reports.map((report) => {
    const range = toRange(report.span);
    return {
      ...page,
      ruleId: report.ruleId,
      severity: report.severity,
      message: report.message,
      range,
      isFixable: preferredFix(report) !== undefined,
      lineText: toLines(range),
    };
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
