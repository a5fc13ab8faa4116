import { readArguments, suggestOption } from "./arguments.ts";
import { type Command, COMMON_OPTIONS } from "./command.ts";
import { explainError } from "../core/text/explain-error.ts";
import { didYouMean } from "../core/text/nearest.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { type ExitCode, type Host, UsageError } from "./host.ts";

interface CommandEntry {
  readonly summary: string;
  /** The engine is loaded by the commands that need it: `--version` and `--help` answer at once. */
  readonly load: () => Promise<Command>;
}

/** Every command, by its name. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  annotate: {
    summary: "Write clean pages side by side with their English.",
    load: async () => (await import("./commands/annotate.ts")).annotateCommand,
  },
  check: {
    summary: "Report defects of pages, and fix what can be fixed.",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  segments: {
    summary: "Print the segments of pages.",
    load: async () => (await import("./commands/segments.ts")).segmentsCommand,
  },
  status: {
    summary: "Tell which pages are up to date with their English.",
    load: async () => (await import("./commands/status.ts")).statusCommand,
  },
  strip: {
    summary: "Write side-by-side pages as a reader gets them.",
    load: async () => (await import("./commands/strip.ts")).stripCommand,
  },
  sync: {
    summary: "Bring pages up to today's English.",
    load: async () => (await import("./commands/sync.ts")).syncCommand,
  },
};

/** Runs `lockstep` with the arguments behind its name. Never throws. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(argv, host);
  } catch (error) {
    if (error instanceof UsageError) host.stderr.write(`lockstep: ${error.message}\n`);
    else host.stderr.write(`lockstep: internal failure: ${explainError(error)}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], host: Host): Promise<ExitCode> {
  const [name = "--help", ...rest] = argv;
  if (name === "--version") {
    host.stdout.write(`${host.version}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") return printHelp(rest[0], host);

  const command = await findCommand(name);
  if (rest.includes("--help") || rest.includes("-h")) return printHelp(name, host);
  const args = readArguments(name, rest, { ...COMMON_OPTIONS, ...command.options });
  return command.run(args, host);
}

async function printHelp(name: string | undefined, host: Host): Promise<ExitCode> {
  const help =
    name === undefined
      ? generalHelp(
          Object.fromEntries(Object.entries(COMMANDS).map(([each, { summary }]) => [each, summary])),
        )
      : commandHelp(await findCommand(name));
  host.stdout.write(help);
  return 0;
}

async function findCommand(name: string): Promise<Command> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry !== undefined) return entry.load();
  const [what, guess] = name.startsWith("-")
    ? ["A command comes first, found the option", suggestOption(name, ["help", "version"])]
    : ["There is no command", didYouMean(name, Object.keys(COMMANDS))];
  throw new UsageError(`${what} \`${name}\`.${guess} \`lockstep --help\` lists the commands.`);
}
