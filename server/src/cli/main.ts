import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "./host.ts";
import type { run } from "./run.ts";
import { cacheFolder } from "../io/cache-folder.ts";
import { loadBundle } from "../io/load-bundle.ts";
import { tuneEngine } from "./tune-engine.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`lockstep: the output cannot be written: ${error.message}\n`);
  process.exit(2);
});

/** The build leaves a short manifest beside the bundle, which Node.js itself has just looked for. */
function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, "package.json"), "utf8")) as { version: string };
  return manifest.version;
}

function toOutput(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY,
    write: (text) => {
      stream.write(text);
    },
  };
}

/** The command line itself is a bundle of its own, so that this one is read at once. */
async function runEngine(argv: readonly string[], version: string): Promise<number> {
  // Before the engine is set up: from then on, Node.js compiles what it loads of its own anew.
  const [stdout, stderr] = [toOutput(process.stdout), toOutput(process.stderr)];
  tuneEngine();
  const folder = argv.includes("--no-cache") ? undefined : cacheFolder(process.env);
  const path = join(__dirname, "cli-engine.js");
  const { exports, digest, keepCode } = loadBundle<{ readonly run: typeof run }>(path, folder);
  const code = await exports.run(argv, {
    cwd: process.cwd(),
    env: process.env,
    version,
    build: digest,
    now: new Date(),
    stdout,
    stderr,
  });
  keepCode();
  return code;
}

/**
 * Ends the process once its output has reached the pipes that it is on its way to. Without that, Node.js takes the heap
 * apart first, object by object: 15 ms after 500 pages.
 */
function exitWhenWritten(): void {
  process.stdout.write("", (error) => {
    // What went wrong is told where `error` is listened to.
    if (error == undefined) process.stderr.write("", () => process.exit());
  });
}

async function start([command, ...rest]: readonly string[]): Promise<number> {
  if (command !== "--version")
    return runEngine(command === undefined ? [] : [command, ...rest], readVersion());
  process.stdout.write(`${readVersion()}\n`);
  return 0;
}

/** Without this, Node.js would end with 1, which means findings. */
function reportFailedStart(error: unknown): number {
  const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
  process.stderr.write(`lockstep: The program could not be started; install it again. ${reason ?? ""}\n`);
  return 2;
}

void start(process.argv.slice(2))
  .catch(reportFailedStart)
  .then((code) => {
    process.exitCode = code;
    exitWhenWritten();
  });
