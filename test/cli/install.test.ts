import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { buildProgram } from "./build-program.ts";

const ON_WINDOWS = process.platform === "win32";

/** What npm packages. A file that fits none of these got in by mistake; some versions of npm add `main`, the extension. */
const ALLOWED = [
  /^dist\/(cli|cli-engine|libraries|client)\.js$/,
  /^dist\/package\.json$/,
  /^docs\/([a-z-]+|rules\/(README|[a-z]+\/[a-z-]+))\.md$/,
  /^samples\/README\.md$/,
  /^media\/squiggle\.png$/,
  /^(package\.json|(README|ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md|LICENSE)$/,
];

/** Pages that a reader of the package gets, and where they lead. */
const PAGES = [
  "README.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "docs",
  "media/squiggle.png",
  "samples/README.md",
];

/** The root of the repository as it is after a build, as far as packaging is concerned. */
let folder = "";

before(async () => {
  folder = await buildProgram();
  for (const file of [".npmignore", ".gitignore", "package.json", "LICENSE"]) {
    copyFileSync(file, join(folder, file));
  }
  for (const file of PAGES) cpSync(file, join(folder, file), { recursive: true });
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

/** No link of a packaged page leads to what is not packaged. */
function assertLinksHold(packaged: readonly string[]): void {
  for (const page of packaged.filter((path) => path.endsWith(".md"))) {
    for (const { target } of parseDocument(readFileSync(page, "utf8")).structure.links) {
      const path = target.replace(/#.*$/, "");
      if (path === "" || /^[a-z]+:/.test(path)) continue;
      assert.ok(packaged.includes(posix.join(posix.dirname(page), path)), `${page}: ${target}`);
    }
  }
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
  assertLinksHold(packed.files.map(({ path }) => path));

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
