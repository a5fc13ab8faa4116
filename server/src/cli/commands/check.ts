import { dayOf } from "../../core/rules/day-of.ts";
import { rules } from "../../core/rules/registry.ts";
import { didYouMeanRule, isNameOf, namesOfRules } from "../../core/rules/rule-names.ts";
import type { Rule, Severity } from "../../core/rules/rule.ts";
import type { Arguments } from "../arguments.ts";
import type { CacheOptions } from "../check-cache.ts";
import { checkRoot, type CheckSession, type RootOutcome } from "../check-root.ts";
import type { Command } from "../command.ts";
import { type ExitCode, type Host, UsageError } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { cacheFolder } from "../../io/cache-folder.ts";
import { Log } from "../log.ts";
import { paintFor } from "../paint.ts";
import { type CheckFinding, type CheckResult, countBySeverity } from "../reporters/check-result.ts";
import { reportGithub } from "../reporters/github.ts";
import { reportJson } from "../reporters/json.ts";
import { reportSarif } from "../reporters/sarif.ts";
import { reportText, summarize, summarizeFixed } from "../reporters/text.ts";
import { openRoots } from "../roots.ts";

/** From the lightest to the gravest. */
const SEVERITIES: readonly Severity[] = ["hint", "info", "warning", "error"];

/** `lockstep check`: the engine of the editor over whole folders. */
export const checkCommand: Command = {
  usage: "check [PATH...] [OPTION...]",
  description:
    "Reports what is wrong with pages: the same rules and messages as in the editor. PATH is a folder or a page, the\n" +
    "current folder by default.",
  options: {
    fix: { type: "boolean", help: "Apply preferred fixes. Prints a unified diff, unless --write is given." },
    write: { type: "boolean", help: "With --fix: write the fixed pages in place." },
    rule: { type: "string", value: "ID", multiple: true, help: "Run this rule only; `link/*` for an area." },
    "max-warnings": { type: "string", value: "N", help: "Fail when there are more warnings." },
    "fail-on": {
      type: "string",
      value: "SEVERITY",
      choices: ["error", "warning", "info", "hint"],
      help: "The lightest severity that makes the exit code 1; error is the default.",
    },
    format: {
      type: "string",
      value: "FORMAT",
      choices: ["text", "json", "sarif", "github"],
      help: "Form of the report; text is the default.",
    },
    "no-cache": { type: "boolean", help: "Check every page anew, and keep nothing for the next run." },
  },
  run: check,
};

async function check(args: Arguments, host: Host): Promise<ExitCode> {
  const log = new Log(args, host);
  const session: CheckSession = {
    rules: chooseRules(args.texts("rule")),
    isFixing: args.flag("fix"),
    isWriting: args.flag("write"),
    today: dayOf(host.now),
    cache: args.flag("no-cache") ? undefined : cacheOptions(host),
    log,
  };
  checkUsage(session, args);
  const limits = {
    warnings: args.count("max-warnings"),
    failOn: (args.text("fail-on") ?? "error") as Severity,
  };

  const outcomes: RootOutcome[] = [];
  for (const root of openRoots(args, host, log)) {
    const project = loadProject(root, args, host, log);
    outcomes.push(await checkRoot(root, project, session).finally(() => project.sources.close()));
  }
  log.progress.clear();
  const result: CheckResult = {
    fileCount: sum(outcomes.map(({ fileCount }) => fileCount)),
    findings: outcomes.flatMap(({ findings }) => findings),
    diff: session.isFixing && !session.isWriting ? outcomes.map(({ diff }) => diff).join("") : undefined,
  };
  print(result, sum(outcomes.map(({ fixCount }) => fixCount)), args, host);
  if (log.hasFailures) return 2;
  return isFailing(result.findings, limits) ? 1 : 0;
}

function cacheOptions({ env, version, build }: Host): CacheOptions | undefined {
  const folder = cacheFolder(env);
  return folder === undefined ? undefined : { folder, product: `${version} ${build}` };
}

function checkUsage({ isFixing, isWriting }: CheckSession, args: Arguments): void {
  if (isWriting && !isFixing) throw new UsageError("`--write` does nothing without `--fix`.");
  const format = args.text("format") ?? "text";
  if (isFixing && !isWriting && format !== "text" && format !== "json") {
    throw new UsageError(
      `\`--fix\` without \`--write\` prints a diff, which \`--format ${format}\` has no place for.`,
    );
  }
}

function chooseRules(names: readonly string[]): readonly Rule[] {
  if (names.length === 0) return rules;
  const known = namesOfRules(rules);
  for (const name of names) {
    if (known.has(name)) continue;
    throw new UsageError(`There is no rule \`${name}\`.${didYouMeanRule(name, known)}`);
  }
  return rules.filter(({ id }) => names.some((name) => isNameOf(name, id)));
}

function print(result: CheckResult, fixCount: number, args: Arguments, host: Host): void {
  host.stdout.write(toReport(result, args.text("format") ?? "text", host));
  const isForPeople = (args.text("format") ?? "text") === "text";
  if (!isForPeople || args.flag("quiet")) return;
  const paint = paintFor(host.stderr, host);
  const fixed = { fixCount, isWriting: args.flag("write") };
  host.stderr.write(args.flag("fix") ? summarizeFixed(result, fixed, paint) : summarize(result, paint));
}

function toReport(result: CheckResult, format: string, host: Host): string {
  if (format === "json") return reportJson(result);
  if (format === "sarif") return reportSarif(result, rules, host.version);
  if (format === "github") return reportGithub(result);
  return result.diff ?? reportText(result, paintFor(host.stdout, host));
}

function isFailing(
  findings: readonly CheckFinding[],
  limits: { readonly warnings: number | undefined; readonly failOn: Severity },
): boolean {
  const counts = countBySeverity(findings);
  if (limits.warnings !== undefined && counts.warning > limits.warnings) return true;
  return SEVERITIES.slice(SEVERITIES.indexOf(limits.failOn)).some((severity) => counts[severity] > 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
