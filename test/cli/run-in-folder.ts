import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { run } from "../../server/src/cli/run.ts";

/** What a run printed and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether both outputs are terminals. */
  readonly isTerminal?: boolean;
  /** The moment of the run; an afternoon in June 2024 by default. */
  readonly now?: Date;
  readonly version?: string;
  /** Where it is run, relative to the folder with the files. */
  readonly from?: string;
  /** Called with each text that the run writes to stderr, while it waits. */
  readonly onStderr?: (text: string) => void;
}

/** A folder with files that is gone after the test, and `lockstep` run in it. */
export class Folder {
  readonly path: string;

  constructor(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
    this.path = mkdtempSync(join(tmpdir(), "lockstep-test-"));
    context.after(() => {
      rmSync(this.path, { recursive: true, force: true });
    });
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  async lockstep(
    args: readonly string[],
    {
      env = {},
      isTerminal = false,
      now = new Date(2024, 5, 15, 12),
      version = "1.2.3",
      from = "",
      onStderr,
    }: RunOptions = {},
  ): Promise<Outcome> {
    const written = { stdout: "", stderr: "" };
    const output = (name: "stdout" | "stderr") => ({
      isTerminal,
      write: (text: string) => {
        written[name] += text;
        if (name === "stderr") onStderr?.(text);
      },
    });
    const code = await run(args, {
      cwd: join(this.path, from),
      env,
      version,
      build: "test",
      now,
      stdout: output("stdout"),
      stderr: output("stderr"),
    });
    return { code, ...written };
  }
}
