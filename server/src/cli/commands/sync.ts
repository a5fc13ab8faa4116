import { join } from "node:path";
import { parseDocument } from "../../core/document/parse-document.ts";
import { isMarkdown } from "../../core/links/paths.ts";
import { lazyDocument } from "../../core/source/lazy-document.ts";
import { TranslationMemory } from "../../core/memory/translation-memory.ts";
import { handoffOn, type PlannedRemoval, type PlannedSync, syncPages } from "../../engine/sync-pages.ts";
import type { PageToSync } from "../../engine/sync-access.ts";
import { findFiles } from "../../io/find-files.ts";
import { readPage } from "../../io/read-page.ts";
import { writeAtomically } from "../../io/write-atomically.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { folderOption, outputFolder } from "../folders.ts";
import { type ExitCode, type Host, UsageError } from "../host.ts";
import { loadProject, type Project } from "../load-project.ts";
import { Log } from "../log.ts";
import { rangesOf } from "../positions.ts";
import { reportSyncJson, summarizeSync, type SyncedDocument } from "../reporters/sync.ts";
import { openRoots, type Root } from "../roots.ts";
import { syncAccess } from "../sync-sources.ts";
import { unifiedDiff } from "../unified-diff.ts";

/** `lockstep sync`: what English changed, in the localized pages. */
export const syncCommand: Command = {
  usage: "sync [PATH...] [OPTION...]",
  description:
    "Brings localized pages up to today's English. Translations whose English did not change stay to the byte; what is\n" +
    "new or changed stands in its place with a mark. Prints a unified diff, unless --out or --write is given.",
  options: {
    base: { type: "string", value: "DIR", help: "The English tree that the translations were made from." },
    out: { type: "string", value: "DIR", help: "Write the synced pages to this folder." },
    write: { type: "boolean", help: "Write the synced pages in place." },
    advance: {
      type: "boolean",
      help: "Move ms.openlocfilehash, ms.sourcegitcommit and ms.lasthandoff forward even where segments need a person.",
    },
    "no-marks": { type: "boolean", help: "Leave out the marks on segments that need a person." },
  },
  run: sync,
};

/** What all roots of a run share. */
interface SyncRun {
  readonly args: Arguments;
  readonly host: Host;
  readonly log: Log;
  readonly baseFolder: string | undefined;
  /** Where results go; `undefined`: they are printed. */
  readonly out: ((root: Root) => string) | undefined;
}

interface RootSync {
  readonly documents: readonly SyncedDocument[];
  readonly diff: string;
}

async function sync(args: Arguments, host: Host): Promise<ExitCode> {
  const log = new Log(args, host);
  const base = args.text("base");
  const roots = openRoots(args, host, log);
  const run: SyncRun = {
    args,
    host,
    log,
    baseFolder: base === undefined ? undefined : folderOption("base", base, host),
    out: outputOf(args, host, roots),
  };
  const synced: { root: Root; result: RootSync }[] = [];
  for (const root of roots) synced.push({ root, result: await syncRoot(root, run) });
  log.progress.clear();
  const documents = synced.flatMap(({ result }) => result.documents);
  if (args.text("format") === "json") host.stdout.write(reportSyncJson(documents));
  else host.stdout.write(synced.map(({ result }) => result.diff).join(""));
  if (args.text("format") !== "json" && !args.flag("quiet")) {
    const show = ({ root, file }: SyncedDocument): string =>
      synced.find((each) => each.root.label === root)?.root.show(file) ?? file;
    host.stderr.write(summarizeSync(documents, show));
  }
  if (log.hasFailures) return 2;
  return documents.some(({ conflicts }) => conflicts.length > 0) ? 1 : 0;
}

function outputOf(args: Arguments, host: Host, roots: readonly Root[]): SyncRun["out"] {
  const out = args.text("out");
  if (out === undefined) return args.flag("write") ? ({ folder }) => folder : undefined;
  if (args.flag("write")) throw new UsageError("`--out` and `--write` exclude each other.");
  if (roots.length > 1) {
    throw new UsageError(
      "`--out` takes the pages of one root: name one folder, or the common one with `--root`.",
    );
  }
  if (roots.length === 0) return undefined;
  const folder = outputFolder(out, host);
  return () => folder;
}

async function syncRoot(root: Root, run: SyncRun): Promise<RootSync> {
  const { args, host, log } = run;
  const project = loadProject(root, args, host, log);
  const memory = lazyMemory(root);
  const documents: SyncedDocument[] = [];
  let diff = "";
  const planning = syncPages(syncAccess(project, run.baseFolder), pagesOf(project, root, log), {
    handoff: handoffOn(dayOf(host.now)),
    recall: (english, { path, document }) => memory().find(english, path, document),
    advance: args.flag("advance"),
    omitMarks: args.flag("no-marks"),
  });
  try {
    for await (const planned of planning) {
      const document = describe(root, planned, log);
      if (document === undefined || !deliver(root, planned, run)) continue;
      if (run.out === undefined && planned.kind === "update")
        diff += unifiedDiff(root.inRepository(planned.path), planned.text, planned.result.text);
      documents.push(document);
    }
  } finally {
    await project.sources.close();
  }
  return { documents, diff };
}

function* pagesOf({ pages }: Project, root: Root, log: Log): Iterable<PageToSync> {
  for (const { path, text } of pages) {
    log.progress.show(`Syncing ${root.show(path)}`);
    yield { path, document: lazyDocument(text) };
  }
}

const NO_COUNTS = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };

function labelOf({ label }: Root): { root?: string } {
  return label === undefined ? {} : { root: label };
}

// The day where the writer is.
function dayOf(now: Date): { year: number; month: number; day: number } {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Reads the side-by-side pages of a root when the first new segment asks for a translation. */
function lazyMemory({ folder }: Root): () => TranslationMemory {
  let memory: TranslationMemory | undefined;
  return () => {
    if (memory !== undefined) return memory;
    memory = new TranslationMemory();
    for (const path of findFiles(folder).paths) {
      const text = isMarkdown(path) ? readPage(join(folder, path), path).value : undefined;
      if (text?.includes("data-ttu-id") === true) memory.add(path, parseDocument(text));
    }
    return memory;
  };
}

/** Writes a result where it was asked for. `false`: it could not be written, which has been reported. */
function deliver(root: Root, planned: PlannedSync, { args, out, log }: SyncRun): boolean {
  if (out === undefined || planned.kind !== "update") return true;
  const { path, text, result } = planned;
  if (args.flag("write") && result.text === text) return true;
  const folder = out(root);
  const problem = writeAtomically(join(folder, path), result.text, { root: folder, name: root.show(path) });
  if (problem !== undefined) log.failure(problem);
  return problem === undefined;
}

/** `undefined`: the page could not be synced, which has been reported. */
function describe(root: Root, planned: PlannedSync, log: Log): SyncedDocument | undefined {
  const { kind, path, text } = planned;
  switch (kind) {
    case "not-synced":
      log.failure(`${root.show(path)}: Not synced: ${planned.problem}.`);
      return undefined;
    case "removal":
      return { ...labelOf(root), file: path, ...explain(planned) };
    case "update": {
      const { action, counts, conflicts, removed } = planned.result;
      const toRange = rangesOf(text);
      return {
        ...labelOf(root),
        file: path,
        action,
        counts,
        conflicts: conflicts.map(({ message, span }) => ({ message, range: toRange(span) })),
        removedSegments: removed,
      };
    }
  }
}

/** A proposal where a page's English went somewhere. */
function explain({ text, lost: { how, to } }: PlannedRemoval): Omit<SyncedDocument, "file"> {
  const message =
    to === undefined
      ? "The English page was deleted: remove this page too, with a redirection."
      : `The English page was ${how} to \`${to}\`: move this page there, then sync it.`;
  return {
    action: to === undefined ? "removed" : "moved",
    counts: NO_COUNTS,
    conflicts: [{ message, range: rangesOf(text)({ start: 0, end: 0 }) }],
    removedSegments: [],
  };
}
