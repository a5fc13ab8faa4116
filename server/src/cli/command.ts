import type { Arguments, Options } from "./arguments.ts";
import type { ExitCode, Host } from "./host.ts";

/** A command of `lockstep`. */
export interface Command {
  /** What stands behind `lockstep` in the help. */
  readonly usage: string;
  /** What it does, as paragraphs for its help. */
  readonly description: string;
  /** Its own options; the common ones come on top. */
  readonly options: Options;
  run(args: Arguments, host: Host): Promise<ExitCode>;
}

/** Options that every command has. */
export const COMMON_OPTIONS = {
  root: {
    type: "string",
    value: "DIR",
    help: "Count relative paths from DIR, and look for linked files in it.",
  },
  source: { type: "string", value: "DIR", help: "Root of the English pages." },
  config: {
    type: "string",
    value: "FILE",
    help: "The project's configuration, in place of the nearest .lockstep.json upwards.",
  },
  format: { type: "string", value: "FORMAT", choices: ["text", "json"], help: "Form of the output." },
  quiet: { type: "boolean", help: "Print data and errors, nothing else." },
  help: { type: "boolean", help: "Print this help." },
} as const satisfies Options;
