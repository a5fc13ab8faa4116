import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "./host.ts";
import { digestOf } from "../io/cache-file.ts";
import { run } from "./run.ts";
import { tuneEngine } from "./tune-engine.ts";

tuneEngine();

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** The bundle stands in `dist/`, beside the manifest's folder. */
function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")) as {
    version: string;
  };
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

// Not `process.exit`: output that is still on its way to a pipe would be lost.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  version: readVersion(),
  build: digestOf(readFileSync(__filename)),
  now: new Date(),
  stdout: toOutput(process.stdout),
  stderr: toOutput(process.stderr),
}).then((code) => {
  process.exitCode = code;
});
