import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Why tests that need Git are left out; `false`: they are not. */
export const WITHOUT_GIT: string | false =
  spawnSync("git", ["--version"]).status === 0 ? false : "there is no Git";

/** A small repository in a temporary folder. */
export class GitFolder {
  readonly path: string;
  #clock = 0;

  constructor() {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), "lockstep-git-")));
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("config", "core.autocrlf", "false");
  }

  /** The output of a command, trimmed. */
  git(...args: string[]): string {
    const day = `2024-01-01T00:00:${String(this.#clock % 60).padStart(2, "0")}Z`;
    const person = { NAME: "Writer", EMAIL: "writer@example.com", DATE: day };
    const people: Record<string, string> = {};
    for (const [name, value] of Object.entries(person)) {
      people[`GIT_AUTHOR_${name}`] = value;
      people[`GIT_COMMITTER_${name}`] = value;
    }
    return execFileSync("git", args, {
      cwd: this.path,
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", ...people },
      encoding: "utf8",
    }).trim();
  }

  put(path: string, content: string): this {
    const full = join(this.path, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return this;
  }

  /** Commits everything that is there; gives the commit. */
  commit(): string {
    this.#clock++;
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message=change");
    return this.git("rev-parse", "HEAD");
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
