import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { dirname } from "node:path";

/** How Git is started. */
export interface GitOptions {
  /** The program; `git` as the system finds it by default. */
  readonly program?: string | undefined;
  /** Milliseconds after which an answer is given up. */
  readonly patience?: number | undefined;
}

/** No answer that is used here is as long; a repository that gives one is not what it seems. */
const LONGEST_OUTPUT = 64 * 1024 * 1024;
const PATIENCE = 20_000;

/**
 * Configuration of a repository may name programs to run, and objects may be missing on purpose, to be fetched when
 * asked for. Reading must do neither. What stands here wins over every configuration file.
 */
const SETTINGS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.quotePath=false",
  "protocol.allow=never",
  "log.showSignature=false",
  "log.mailmap=false",
  "diff.renameLimit=2000",
];

/**
 * Starts Git in a folder, without a shell. Nothing that a document says may stand in `args` but commits that were
 * checked for their form, and paths behind a `--`.
 */
export function startGit(
  folder: string,
  args: readonly string[],
  { program = "git" }: GitOptions = {},
): ChildProcessWithoutNullStreams {
  // Asked for here: Node.js takes 2 ms to make that module, and most runs need no Git.
  const { spawn } = process.getBuiltinModule("node:child_process");
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  return spawn(program, ["-C", folder, "--no-pager", "--no-optional-locks", ...settings, ...args], {
    // Not the repository's folder: Windows would look for a `git.exe` there first.
    cwd: dirname(process.execPath),
    env: cleanEnvironment(process.env),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
}

/** What a Git command printed. `undefined`: it failed, took too long, or there is no Git. Never throws. */
export function runGit(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = startGit(folder, args, options);
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => child.kill(), options.patience ?? PATIENCE);
    const finish = (output: string | undefined): void => {
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_OUTPUT) child.kill();
      else chunks.push(chunk);
    });
    child.stderr.resume();
    child.stdin.on("error", ignore).end();
    child.on("error", () => {
      finish(undefined);
    });
    child.on("close", (code) => {
      finish(code === 0 ? Buffer.concat(chunks).toString("utf8") : undefined);
    });
  });
}

/** The environment without what would lead Git to another repository, and with what keeps it from the network. */
export function cleanEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    // A list of protocols: there is none of this name. It wins over `protocol.*.allow` of a repository.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    LC_ALL: "C",
  };
}

// A process that ends early closes its input; that it ended is seen elsewhere.
function ignore(): void {
  // Nothing to do.
}
