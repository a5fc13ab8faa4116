import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { ExitCode, Host } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { Log } from "../log.ts";
import { paintFor } from "../paint.ts";
import { type PageStatus, statusOf } from "../page-status.ts";
import { reportStatusJson, reportStatusText, summarizeStatus } from "../reporters/status.ts";
import { openRoots } from "../roots.ts";

/** `lockstep status`: how the pages of a folder stand to their English. */
export const statusCommand: Command = {
  usage: "status [PATH...] [OPTION...]",
  description:
    "Tells for every page whether it is up to date with its English page, and how many of its segments are not. PATH is\n" +
    "a folder or a page, the current folder by default. The states are current, metadata-only (the English file changed,\n" +
    "nothing that a reader gets did), outdated, source-missing (the English page is gone) and unknown (there is no\n" +
    "English to compare with). Segments that a sync has marked, and nobody has finished, need work.",
  options: {
    check: {
      type: "boolean",
      help: "Exit with 1 where a page is outdated, or has segments that a sync has marked.",
    },
    missing: { type: "boolean", help: "List English pages without a page here, too: not-localized." },
  },
  run: printStatus,
};

async function printStatus(args: Arguments, host: Host): Promise<ExitCode> {
  const log = new Log(args, host);
  const documents: PageStatus[] = [];
  for (const root of openRoots(args, host, log)) {
    const project = loadProject(root, args, host, log);
    try {
      for await (const status of statusOf(root, project, args.flag("missing"), log)) documents.push(status);
    } finally {
      await project.sources.close();
    }
  }
  log.progress.clear();
  const isJson = args.text("format") === "json";
  host.stdout.write(
    isJson ? reportStatusJson(documents) : reportStatusText(documents, paintFor(host.stdout, host)),
  );
  if (!isJson && !args.flag("quiet"))
    host.stderr.write(summarizeStatus(documents, paintFor(host.stderr, host)));
  if (log.hasFailures) return 2;
  const isBehind = documents.some(({ state, marked }) => state === "outdated" || marked > 0);
  return args.flag("check") && isBehind ? 1 : 0;
}
