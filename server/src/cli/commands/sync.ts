import { dayOf } from "../../core/rules/day-of.ts";
import { inCaseOfEnglish, unlocalizedPages } from "../../engine/localized-paths.ts";
import type { NotSynced, PlannedChange } from "../../engine/planned.ts";
import { syncFolder } from "../../engine/sync-folder.ts";
import { handoffOn } from "../../engine/plan-page.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { deliverSync } from "../deliver-sync.ts";
import { describeSync } from "../describe-sync.ts";
import { englishFolders, folderOption, outputFolder, placeOfOutput } from "../folders.ts";
import type { SyncAccess } from "../../engine/sync-access.ts";
import { type ExitCode, type Host, UsageError } from "../host.ts";
import { lazyMemory } from "../lazy-memory.ts";
import { loadProject } from "../load-project.ts";
import { Log } from "../log.ts";
import { reportSyncJson, summarizeSync, type SyncedDocument } from "../reporters/sync.ts";
import { isChosen, openRoots, type Root } from "../roots.ts";
import { syncDiff } from "../sync-diff.ts";
import { syncAccess } from "../sync-access.ts";
import { counted } from "../../core/text/counted.ts";

/** `lockstep sync`: what English changed, in the localized pages. */
export const syncCommand: Command = {
  usage: "sync [PATH...] [OPTION...]",
  description:
    "Brings localized pages up to today's English. Translations whose English did not change stay to the byte; what is\n" +
    "new or changed stands in its place with a mark. Pages that English moved or split are moved and split, too, and links\n" +
    "to them follow. Prints a unified diff, unless --out or --write is given.",
  options: {
    base: { type: "string", value: "DIR", help: "The English tree that the translations were made from." },
    out: { type: "string", value: "DIR", help: "Write the synced pages to this folder, over what is there." },
    write: { type: "boolean", help: "Write the synced pages in place." },
    create: { type: "boolean", help: "Create localized pages for English ones that have none." },
    remove: {
      type: "boolean",
      help: "Remove pages whose English page is gone, and redirect their readers.",
    },
    advance: {
      type: "boolean",
      help: "Move ms.openlocfilehash, ms.sourcegitcommit and ms.lasthandoff forward even where segments need a person.",
    },
    renumber: { type: "boolean", help: "Give ids that ascend where English moved or added segments." },
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
  readonly root: Root;
  readonly documents: readonly SyncedDocument[];
  readonly diff: string;
  /** English pages that have no localized one, now or after this. */
  readonly unlocalized: number;
  /** Files under `--out` that had other content. */
  readonly overwritten: number;
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
  const synced: RootSync[] = [];
  for (const root of roots) synced.push(await syncRoot(root, run));
  log.progress.clear();
  const documents = synced.flatMap((each) => each.documents);
  if (args.text("format") === "json") host.stdout.write(reportSyncJson(documents));
  else host.stdout.write(synced.map(({ diff }) => diff).join(""));
  if (args.text("format") !== "json" && !args.flag("quiet")) {
    const rootOf = (label: string | undefined): Root | undefined =>
      synced.find(({ root }) => root.label === label)?.root;
    const summary = {
      show: (file: string, { root }: SyncedDocument) => rootOf(root)?.show(file) ?? file,
      isDone: run.out !== undefined,
      unlocalized: synced.reduce((sum, { unlocalized }) => sum + unlocalized, 0),
      overwritten: synced.reduce((sum, { overwritten }) => sum + overwritten, 0),
    };
    host.stderr.write(summarizeSync(documents, summary));
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
  const access = syncAccess(project, root, run.baseFolder);
  const out = args.text("out") === undefined ? undefined : run.out?.(root);
  const base = run.baseFolder === undefined ? [] : [run.baseFolder];
  const english = [...englishFolders(root.folder, project.sources.found?.source), ...base];
  const ownOutput = placeOfOutput(root.folder, out, english);
  const memory = lazyMemory(project);
  const isWanted = (path: string): boolean => isChosen(root, path) && !project.config.isIgnored(path);
  const planning = syncFolder(
    access,
    // What an earlier run wrote is no page of the root.
    project.pages.map(({ path }) => path).filter((path) => !path.startsWith(`${ownOutput}/`)),
    {
      handoff: handoffOn(dayOf(host.now)),
      recall: (english, { path, document }) => memory().find(english, path, document),
      advance: args.flag("advance"),
      omitMarks: args.flag("no-marks"),
      renumber: args.flag("renumber"),
      omitEdits: true,
      remove: args.flag("remove"),
      isToBeCreated: (path) => args.flag("create") && isWanted(path),
      onPage: (path) => {
        log.progress.show(`Syncing ${root.show(path)}`);
      },
    },
  );
  const outcome: Outcome = { changes: [], documents: [], placed: new Set(), held: [] };
  try {
    for await (const change of planning) take(root, change, outcome, run);
  } finally {
    await project.sources.close();
  }
  if (args.flag("advance")) reportHeld(root, outcome.held, log);
  for (const path of outcome.placed) reportCase(root, path, access, log);
  const isLeft = ({ path }: { path: string }): boolean => !outcome.placed.has(path) && isWanted(path);
  return finish(root, outcome, Array.from(unlocalizedPages(access)).filter(isLeft).length, run);
}

/** What was asked for and not done. */
function reportHeld(root: Root, [first, ...others]: readonly string[], log: Log): void {
  if (first === undefined) return;
  const pages =
    root.show(first) +
    (others.length === 0 ? "" : ` and ${counted(others.length, "other page", "other pages")}`);
  const reason = "no commit is known that has the English as it is now";
  log.note(
    `${pages}: \`--advance\` did nothing, because ${reason}. Commit the English pages, then sync again.`,
  );
}

/** On many disks the two names are one, and Git sees no move: that is for a person. */
function reportCase(root: Root, path: string, access: SyncAccess, log: Log): void {
  const other = inCaseOfEnglish(access, path);
  if (other === undefined) return;
  const names = `${root.show(path)}: English has it as \`${other}\`, in another letter case`;
  log.note(`${names}; the page keeps its name. Rename it with \`git mv\`.`);
}

/** What a root's plans come to. */
interface Outcome {
  /** What is to be written. */
  readonly changes: PlannedChange[];
  readonly documents: SyncedDocument[];
  /** Where pages stand afterwards. */
  readonly placed: Set<string>;
  /** Pages whose origin would move if the commit of their English were known. */
  readonly held: string[];
}

/** Pages that stay as they are, of which there are many, are told of and forgotten. */
function take(
  root: Root,
  change: PlannedChange,
  { changes, documents, placed, held }: Outcome,
  run: SyncRun,
): void {
  const { args, log } = run;
  if (change.kind === "not-synced") reportUnsynced(root, change, log);
  const isSame = change.kind === "update" && change.result.text === change.text;
  if (!isSame || args.text("out") !== undefined) changes.push(change);
  const document = describeSync(change, root.label, args.flag("remove"));
  if (document !== undefined) documents.push(document);
  if ((change.kind === "update" || change.kind === "move") && change.result.lacksCommit === true)
    held.push(change.path);
  placed.add(change.kind === "move" ? change.to : change.path);
}

/** A page of the locale's own is worth a note, and no failure. */
function reportUnsynced(root: Root, { path, problem, isOwn }: NotSynced, log: Log): void {
  if (isOwn) log.note(`${root.show(path)}: Not synced: there is no English page of it.`);
  else log.failure(`${root.show(path)}: Not synced: ${problem}.`);
}

/** Writes what was planned, if it is to be written, and tells of it. */
function finish(root: Root, { changes, documents }: Outcome, unlocalized: number, run: SyncRun): RootSync {
  const { args, log, out } = run;
  const remove = args.flag("remove");
  const folder = out?.(root);
  let overwritten = 0;
  const delivery = {
    isInPlace: args.flag("write"),
    remove,
    onFile: (path: string) => {
      log.progress.show(`Writing ${root.show(path)}`);
    },
    onOverwrite: () => {
      overwritten += 1;
    },
    onProblem: (problem: string) => {
      log.failure(problem);
    },
  };
  const failed =
    folder === undefined ? new Set<string>() : deliverSync(root, changes, { ...delivery, folder });
  const isPrinted = folder === undefined && args.text("format") !== "json";
  return {
    root,
    documents: documents
      .filter(({ file }) => !failed.has(file))
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    diff: isPrinted ? syncDiff(root, changes, remove) : "",
    unlocalized,
    overwritten,
  };
}
