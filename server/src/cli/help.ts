import type { Option, Options } from "./arguments.ts";
import { type Command, COMMON_OPTIONS } from "./command.ts";

/** The help of `lockstep` itself. */
export function generalHelp(summaries: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(summaries).map((name) => name.length));
  const commands = Object.entries(summaries).map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Localized Markdown pages in step with their English source.",
    "",
    "Usage: lockstep COMMAND [PATH...] [OPTION...]",
    "",
    "Commands:",
    ...commands,
    "",
    "`lockstep COMMAND --help` explains a command; `lockstep --version` prints the version.",
    "Exit codes: 0 fine, 1 findings at or above the failing level, 2 wrong usage, unreadable input or internal failure.",
    "",
  ].join("\n");
}

/** The help of one command. */
export function commandHelp({ usage, description, options }: Command): string {
  const common = Object.fromEntries(
    Object.entries<Option>(COMMON_OPTIONS).filter(([name]) => !Object.hasOwn(options, name)),
  );
  return [
    `Usage: lockstep ${usage}`,
    "",
    description,
    "",
    ...section("Options:", options),
    ...section("Common options:", common),
  ].join("\n");
}

function section(title: string, options: Options): string[] {
  const rows = Object.entries(options).map(
    ([name, option]) => [signature(name, option), helpOf(option)] as const,
  );
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([left]) => left.length));
  return [title, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`), ""];
}

function signature(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function helpOf({ help, choices, multiple }: Option): string {
  const listed = choices === undefined ? "" : ` One of: ${choices.join(", ")}.`;
  return `${help}${listed}${multiple === true ? " May be repeated." : ""}`;
}
