import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "../server/src/cli/run.ts";

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly category: string; readonly title: string }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const texts = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const readme = readFileSync("README.md", "utf8");
const pages = ["README.md", "CONTRIBUTING.md", "docs/command-line.md", "docs/sync.md", "docs/performance.md"];

/** The blocks of code of a page that are marked as a language. */
function blocksOf(page: string, language: string): string[] {
  return Array.from(page.matchAll(/^```(\w*)\n([^]*?)\n```$/gm))
    .filter((match) => match[1] === language)
    .map((match) => match[2] ?? "");
}

test("the findings that the README shows are printed for the samples", async () => {
  let printed = "";
  const silent = { isTerminal: false, write: () => undefined };
  await run(["check", "samples", "--no-cache"], {
    cwd: process.cwd(),
    env: {},
    version: manifest.version,
    build: "test",
    now: new Date(2024, 5, 15, 12),
    stdout: { isTerminal: false, write: (text: string) => (printed += text) },
    stderr: silent,
  });
  const lines = blocksOf(readme, "text").flatMap((block) => block.split("\n"));
  const shown = lines.filter((line) => line !== "...");
  assert.ok(shown.length > 0);
  for (const line of shown) assert.ok(printed.includes(`${line}\n`), line);
});

test("the package that is to be installed has the version of the manifest", () => {
  for (const page of pages) {
    for (const [name] of readFileSync(page, "utf8").matchAll(/lockstep-[^\s`]+\.tgz/g))
      assert.equal(name, `lockstep-${manifest.version}.tgz`, page);
  }
  assert.ok(readme.includes(".tgz"));
});

test("every command of the editor that stands in a table is one", () => {
  const known = new Set(
    manifest.contributes.commands.map(({ category, title }) => `${category}: ${texts[title.slice(1, -1)]}`),
  );
  for (const page of pages) {
    for (const [, name = ""] of readFileSync(page, "utf8").matchAll(/^\| (Lockstep: .*?) +\|/gm))
      assert.ok(known.has(name), `${page}: ${name}`);
  }
});

test("every script of npm that a page names is one", () => {
  for (const page of pages) {
    for (const [, name = ""] of readFileSync(page, "utf8").matchAll(/npm run ([\w:-]+)/g))
      assert.ok(name in manifest.scripts, `${page}: ${name}`);
  }
});
