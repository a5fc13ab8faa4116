import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildProgram } from "./build-program.ts";

let folder = "";

before(async () => {
  folder = await buildProgram();
  mkdirSync(join(folder, "docs"));
  for (let nth = 0; nth < 200; nth++) {
    writeFileSync(
      join(folder, `docs/${nth}.md`),
      `# Page\n\n${"[a](http://docs.microsoft.com/a) ".repeat(50)}\n`,
    );
  }
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** With a cache of its own: a test leaves nothing in the developer's. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LOCKSTEP_CACHE_DIR: join(folder, "cache") };
}

function runBundle(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli.js", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
    maxBuffer: 1e8,
  });
}

test("the bundle answers by itself, with exit codes", () => {
  assert.deepEqual(runBundle("--version").stdout, "1.2.3\n");
  assert.equal(runBundle("chek").status, 2);
  const { status, stdout } = runBundle(
    "check",
    "docs",
    "--rule",
    "link/insecure-link",
    "--fail-on",
    "warning",
    "--format",
    "json",
  );
  assert.equal(status, 1);
  // Much more than the buffer of a pipe: nothing is cut off when the process ends.
  assert.equal((JSON.parse(stdout) as { findings: unknown[] }).findings.length, 10_000);
});

test("a reader that closes the pipe early is no failure", async () => {
  const child = spawn(process.execPath, ["dist/cli.js", "check", "docs"], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.once("data", () => {
    child.stdout.destroy();
  });
  await new Promise((resolve) => child.once("close", resolve));
  assert.doesNotMatch(stderr, /EPIPE|internal failure/);
});

const FULL = "/dev/full";

test(
  "a full disk is told, and is not taken for a check without findings",
  { skip: existsSync(FULL) ? false : `there is no ${FULL} here` },
  () => {
    const output = openSync(FULL, "w");
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", "check", "docs/1.md"], {
      cwd: folder,
      encoding: "utf8",
      env: environment(),
      stdio: ["ignore", output, "pipe"],
    });
    closeSync(output);
    assert.equal(status, 2);
    assert.match(stderr, /^lockstep: the output cannot be written: .*no space left/im);
  },
);

test("the engine is started by the commands that need it, not by --version", () => {
  const bundle = readFileSync(join(folder, "dist/cli-engine.js"), "utf8");
  const lazy = Array.from(bundle.matchAll(/__esm\(\{\n {2}"([^"]*)"\(\) \{/g), (match) => match[1] ?? "");
  assert.ok(lazy.includes("server/src/core/rules/registry.ts"), "the rules run when the bundle is loaded");
  assert.ok(!bundle.includes("node_modules/remark/"), "remark is in the bundle");
});

test("libraries are loaded once a page needs them, and their compiled code is kept as well", () => {
  writeFileSync(join(folder, "plain.md"), "---\ntitle: A\n---\n\n# Page\n");
  writeFileSync(join(folder, "nested.md"), "---\ntitle: {a: [b]}\n---\n\n# Page&para;\n");
  const programs = (path: string): number => {
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    assert.equal(runBundle("check", path).stderr, "No problems in 1 page.\n");
    const names = readdirSync(join(folder, "cache"));
    assert.equal(runBundle("check", path, "--no-cache").stderr, "No problems in 1 page.\n");
    return names.filter((name) => name.startsWith("code-")).length;
  };
  assert.equal(programs("plain.md"), 1);
  assert.equal(programs("nested.md"), 2);
});

test("compiled code is kept for the next run, and is ignored where it is damaged", () => {
  const names = (): string[] => readdirSync(join(folder, "cache")).filter((name) => name.startsWith("code-"));
  rmSync(join(folder, "cache"), { recursive: true, force: true });
  runBundle("--version");
  const { stdout } = runBundle("check", "docs/1.md", "--no-cache");
  assert.throws(names, /ENOENT/, "neither of them keeps anything");

  assert.equal(runBundle("check", "docs/1.md").stdout, stdout);
  const [name = ""] = names();
  const file = join(folder, "cache", name);
  const kept = readFileSync(file);
  assert.equal(runBundle("check", "docs/1.md").stdout, stdout);
  assert.deepEqual(readFileSync(file), kept);

  for (const damaged of [kept.subarray(0, kept.length / 2), Buffer.from(kept).fill(0xff, 5000, 6000)]) {
    writeFileSync(file, damaged);
    assert.equal(runBundle("check", "docs/1.md").stdout, stdout);
    assert.notDeepEqual(readFileSync(file), damaged, "it is replaced");
  }
});

test("compiled code that the build has left beside the program is used, also by a run that keeps nothing", () => {
  const built = join(folder, "dist/code");
  const cache = join(folder, "cache");
  rmSync(cache, { recursive: true, force: true });
  const { stdout } = runBundle("check", "docs/1.md");
  renameSync(cache, built);

  assert.equal(runBundle("check", "docs/1.md").stdout, stdout);
  assert.ok(!existsSync(cache), "there is nothing left to keep");
  assert.equal(runBundle("check", "docs/1.md", "--no-cache").stdout, stdout);
  assert.ok(!existsSync(cache));

  const [name = ""] = readdirSync(built);
  const whole = readFileSync(join(built, name));
  for (const length of [whole.length / 2, 150, 0]) {
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(join(built, name), whole.subarray(0, length));
    assert.equal(runBundle("check", "docs/1.md").stdout, stdout);
    assert.deepEqual(readdirSync(cache), [name]);
    assert.equal(
      readFileSync(join(built, name)).length,
      Math.floor(length),
      "the program's own folder is not written to",
    );
  }
  rmSync(built, { recursive: true });
});

test("a program that a part is missing of says so in one line, and ends with 2: 1 would mean findings", () => {
  renameSync(join(folder, "dist/cli-engine.js"), join(folder, "dist/gone.js"));
  try {
    const { status, stdout, stderr } = runBundle("check", "docs");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(
      stderr,
      /^lockstep: The program could not be started; install it again\. .*cli-engine\.js.*\n$/,
    );
  } finally {
    renameSync(join(folder, "dist/gone.js"), join(folder, "dist/cli-engine.js"));
  }
});
