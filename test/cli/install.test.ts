import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildProgram } from "./build-program.ts";

const ON_WINDOWS = process.platform === "win32";

/** What npm packages. A file that fits none of these got in by mistake; some versions of npm add `main`, the extension. */
const ALLOWED = [
  /^dist\/(cli|cli-engine|libraries|client)\.js$/,
  /^dist\/package\.json$/,
  /^docs\/[a-z-]+\.md$/,
  /^(package\.json|(README|CHANGELOG)\.md|LICENSE)$/,
];

/** The root of the repository as it is after a build, as far as packaging is concerned. */
let folder = "";

before(async () => {
  folder = await buildProgram();
  for (const file of [".npmignore", ".gitignore", "package.json", "README.md", "CHANGELOG.md", "LICENSE"]) {
    copyFileSync(file, join(folder, file));
  }
  mkdirSync(join(folder, "docs"));
  copyFileSync("docs/command-line.md", join(folder, "docs/command-line.md"));
  // What is not needed by the command line, and what is left behind by a build, a test run and a person.
  mkdirSync(join(folder, "dist/code"));
  mkdirSync(join(folder, "test"));
  for (const file of [
    "dist/client.js",
    "dist/server.js",
    "dist/lockstep.vsix",
    "dist/code/x",
    "test/a.ts",
    "b.md",
  ]) {
    writeFileSync(join(folder, file), "");
  }
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Npm {
  readonly findNpm: () => {
    readonly file: string;
    readonly prefix: readonly string[];
    readonly shell: boolean;
  };
}

/** What is set where the test runs, but for what npm would read of it: an `npm run` hands its own options on. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
}

/**
 * Runs npm, which asks nobody on the network and keeps nothing outside of the folder. What a person has configured there,
 * such as another folder for packages, is left out.
 */
async function npm(...args: readonly string[]): Promise<string> {
  const { findNpm } = (await import(pathToFileURL(resolve("tools/vscode-host/npm.mjs")).href)) as Npm;
  const { file, prefix, shell } = findNpm();
  const own = ["--offline", "--no-audit", "--no-fund", "--cache", join(folder, "npm-cache")];
  for (const name of ["userconfig", "globalconfig"]) own.push(`--${name}`, join(folder, `${name}-of-nobody`));
  const { status, stdout, stderr } = spawnSync(file, [...prefix, ...args, ...own], {
    cwd: folder,
    encoding: "utf8",
    env: plainEnvironment(),
    shell,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

test("npm packages the command line and nothing else, and the command runs where the package is installed", async () => {
  // The bundles are there: what builds them, `prepack`, is another matter.
  const [packed] = JSON.parse(await npm("pack", "--json", "--ignore-scripts")) as [Packed];
  const unexpected = packed.files
    .map(({ path }) => path)
    .filter((path) => !ALLOWED.some((each) => each.test(path)));
  assert.deepEqual(unexpected, []);

  const prefix = join(folder, "installed");
  await npm("install", "--global", "--prefix", prefix, `./${packed.filename}`);
  const command = ON_WINDOWS ? join(prefix, "lockstep.cmd") : join(prefix, "bin/lockstep");
  const run = (...args: readonly string[]): string =>
    spawnSync(command, args, {
      cwd: join(folder, "docs"),
      encoding: "utf8",
      env: { ...process.env, LOCKSTEP_CACHE_DIR: join(folder, "cache") },
      shell: ON_WINDOWS,
    }).stdout;
  assert.equal(run("--version"), "1.2.3\n");
  // A diff takes the libraries that most checks need not load.
  writeFileSync(join(folder, "docs/a.md"), "[b](http://docs.microsoft.com/b)\n");
  assert.match(run("check", "a.md", "--fix"), /^\+\[b\]\(https:/m);
});

test("before npm packages anything, all is built", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  assert.equal(scripts["prepack"], scripts["build"]);
});
