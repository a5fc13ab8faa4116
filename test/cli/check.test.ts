import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkRoot } from "../../server/src/cli/check-root.ts";
import type { Log } from "../../server/src/cli/log.ts";
import { readProjectConfig } from "../../server/src/core/config/read-project-config.ts";
import { insecureLink } from "../../server/src/core/rules/link/insecure-link.ts";
import { NO_SOURCES } from "../../server/src/core/source/page-sources.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { loadWorkspace } from "../../server/src/io/load-workspace.ts";
import { Folder } from "./run-in-folder.ts";

/** A page with two warnings of one rule, each with a fix. */
const INSECURE = "# Links\n\n😀 [a](http://docs.microsoft.com/a) and [b](http://docs.microsoft.com/b).\n";
/** A page with an error. */
const BROKEN = "---\ntitle: [\n---\n\n# Broken\n";

interface JsonReport {
  readonly version: number;
  readonly files: number;
  readonly diff?: string;
  readonly findings: readonly {
    readonly root?: string;
    readonly file: string;
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: unknown;
    readonly fixable: boolean;
  }[];
}

async function checkJson(folder: Folder, ...args: string[]): Promise<JsonReport & { code: number }> {
  const { code, stdout } = await folder.lockstep(["check", "--format", "json", ...args]);
  return { code, ...(JSON.parse(stdout) as JsonReport) };
}

test("a folder without findings is fine", async (context) => {
  const folder = new Folder(context, { "a.md": "# A\n" });
  const { code, stdout, stderr } = await folder.lockstep(["check"]);
  assert.deepEqual([code, stdout, stderr], [0, "", "No problems in 1 page.\n"]);
});

test("--quiet leaves the summary out", async (context) => {
  const folder = new Folder(context, { "a.md": "# A\n" });
  assert.deepEqual(await folder.lockstep(["check", "--quiet"]), { code: 0, stdout: "", stderr: "" });
});

test("the JSON report has the agreed form", async (context) => {
  const folder = new Folder(context, { "docs/a.md": INSECURE });
  const { code, version, files, findings } = await checkJson(folder, "docs", "--rule", "link/insecure-link");
  assert.deepEqual([code, version, files], [0, 1, 1]);
  const [first, second] = findings;
  assert.deepEqual(
    { ...first, message: undefined },
    {
      file: "a.md",
      rule: "link/insecure-link",
      severity: "warning",
      message: undefined,
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 11 } },
      fixable: true,
    },
  );
  assert.equal(second?.file, "a.md");
  assert.equal(findings.length, 2);
});

test("an error makes the exit code 1, a warning does not", async (context) => {
  const folder = new Folder(context, { "warning/a.md": INSECURE, "error/a.md": BROKEN });
  const insecure = ["--rule", "link/insecure-link"];
  assert.equal((await folder.lockstep(["check", "warning", ...insecure])).code, 0);
  assert.equal((await folder.lockstep(["check", "warning", ...insecure, "--max-warnings", "2"])).code, 0);
  assert.equal((await folder.lockstep(["check", "warning", ...insecure, "--max-warnings", "1"])).code, 1);
  assert.equal((await folder.lockstep(["check", "warning", ...insecure, "--fail-on", "warning"])).code, 1);
  assert.equal((await folder.lockstep(["check", "error"])).code, 1);
});

test("findings come by path, then by position, whatever the order on disk", async (context) => {
  const folder = new Folder(context, { "b.md": INSECURE, "a/z.md": INSECURE, "B.md": INSECURE });
  const { findings } = await checkJson(folder, "--rule", "link/insecure-link");
  assert.deepEqual(
    findings.map(({ file }) => file),
    ["B.md", "B.md", "a/z.md", "a/z.md", "b.md", "b.md"],
  );
});

test("with several roots each finding names its own", async (context) => {
  const folder = new Folder(context, { "zh/a.md": INSECURE, "ja/a.md": INSECURE });
  const { findings } = await checkJson(folder, "zh", "ja", "--rule", "link/insecure-link");
  assert.deepEqual(
    findings.map(({ root, file }) => `${root ?? ""}:${file}`),
    ["zh:a.md", "zh:a.md", "ja:a.md", "ja:a.md"],
  );
});

test("--root makes paths count from it", async (context) => {
  const folder = new Folder(context, { "repo/docs/a.md": INSECURE, "repo/other/b.md": INSECURE });
  const { findings, files } = await checkJson(folder, "--root", "repo", "repo/docs", "--rule", "link/*");
  assert.equal(files, 1);
  assert.ok(findings.length > 0 && findings.every(({ file }) => file === "docs/a.md"));
  const { code, stderr } = await folder.lockstep(["check", "--root", "repo/docs", "repo/other"]);
  assert.equal(code, 2);
  assert.match(stderr, /is not in the folder that `--root` names/);
});

test("a page that is named by itself belongs to the project around it", async (context) => {
  const folder = new Folder(context, {
    ".lockstep.json": "{}",
    "docs/a.md": "# A\n\n[b](../other/b.md)\n[c](../other/none.md)\n",
    "other/b.md": "# B\n",
  });
  const { findings } = await checkJson(folder, "docs/a.md", "--rule", "link/file-not-found");
  assert.deepEqual(
    findings.map(({ file }) => file),
    ["docs/a.md"],
  );
});

test("the configuration sets severities and leaves pages out", async (context) => {
  const folder = new Folder(context, {
    ".lockstep.json": '{ "rules": { "link/insecure-link": "error" }, "ignore": ["archive/**"] }',
    "a.md": INSECURE,
    "archive/b.md": INSECURE,
  });
  const report = await checkJson(folder, "--rule", "link/insecure-link");
  assert.deepEqual([report.code, report.files], [1, 1]);
  assert.deepEqual(
    [...new Set(report.findings.map(({ file, severity }) => `${file} ${severity}`))],
    ["a.md error"],
  );

  folder.write("other.json", '{ "rules": { "link/insecure-link": "off" } }');
  assert.deepEqual(
    (await checkJson(folder, "--config", "other.json", "--rule", "link/insecure-link")).findings,
    [],
  );
});

test("a page that is named by itself and ignored is not passed over in silence", async (context) => {
  const folder = new Folder(context, { ".lockstep.json": '{ "ignore": ["a.md"] }', "a.md": INSECURE });
  const { code, stdout, stderr } = await folder.lockstep(["check", "a.md"]);
  assert.deepEqual([code, stdout], [0, ""]);
  assert.match(stderr, /^lockstep: a\.md: Left out by `ignore` of the configuration\.\n/);
});

test("a mistake that several roots share is told once", async (context) => {
  const folder = new Folder(context, {
    ".lockstep.json": '{ "rule": {} }',
    "zh/a.md": "# A\n",
    "ja/a.md": "# A\n",
  });
  const { stderr } = await folder.lockstep(["check", "zh", "ja", "--quiet"]);
  assert.equal(stderr.split("\n").length, 2);
});

test("a mistake in the configuration is wrong usage, and the pages are still checked", async (context) => {
  const folder = new Folder(context, { ".lockstep.json": '{ "rule": {} }', "a.md": INSECURE });
  const { code, stdout, stderr } = await folder.lockstep(["check", "--rule", "link/insecure-link"]);
  assert.equal(code, 2);
  assert.match(stdout, /a\.md:3:8/);
  assert.match(stderr, /`rule` is not a setting\. Did you mean `rules`\?/);
});

test("--source gives links an English tree to fall back on", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": "# A\n\n![x](media/x.png)\n",
    "en/a.md": "# A\n",
    "en/media/x.png": "",
  });
  const rule = ["--rule", "link/file-not-found", "zh"];
  assert.deepEqual((await checkJson(folder, "--source", "en", ...rule)).findings, []);
});

test("the text report is one line for each finding, grouped by page", async (context) => {
  const folder = new Folder(context, { "a.md": INSECURE, "b.md": INSECURE });
  const { stdout, stderr } = await folder.lockstep(["check", "--rule", "link/insecure-link"]);
  const lines = stdout.split("\n");
  assert.match(lines[0] ?? "", /^a\.md:3:8 warning .+\. link\/insecure-link$/);
  assert.match(lines[1] ?? "", /^a\.md:3:\d+ warning /);
  assert.equal(lines[2], "");
  assert.match(lines[3] ?? "", /^b\.md:3:8 warning /);
  assert.equal(stderr, "4 warnings in 2 pages. 4 of them can be fixed with `--fix --write`.\n");
});

test("a terminal gets colours, unless NO_COLOR is set", async (context) => {
  const folder = new Folder(context, { "a.md": INSECURE });
  const args = ["check", "--quiet", "--rule", "link/insecure-link"];
  const plain = await folder.lockstep(args);
  const coloured = await folder.lockstep(args, { isTerminal: true });
  assert.ok(coloured.stdout.includes("\u001B["));
  assert.equal(coloured.stdout.replace(/\u001B\[\d+m/g, ""), plain.stdout);
  assert.deepEqual(await folder.lockstep(args, { isTerminal: true, env: { NO_COLOR: "1" } }), plain);
});

test("progress is shown on a terminal only, and taken away before anything else is printed", async (context) => {
  const folder = new Folder(context, { "a.md": "# A\n" });
  const { stdout, stderr } = await folder.lockstep(["check"], { isTerminal: true, env: { NO_COLOR: "1" } });
  assert.equal(stdout, "");
  assert.equal(stderr, "\r\u001B[2KChecking a.md\r\u001B[2KNo problems in 1 page.\n");
});

test("GitHub annotations escape what would end them", async (context) => {
  const folder = new Folder(context, { "a,b.md": INSECURE });
  const { stdout } = await folder.lockstep(["check", "--format", "github", "--rule", "link/insecure-link"]);
  assert.match(
    stdout,
    /^::warning file=a%2Cb\.md,line=3,endLine=3,col=8,endColumn=12,title=link\/insecure-link::.+\n::warning /,
  );
});

test("files that are no UTF-8 are named and the others are done", async (context) => {
  const folder = new Folder(context, { "a.md": new Uint8Array([0x23, 0xff, 0xfe, 0x80]), "b.md": INSECURE });
  const { code, stdout, stderr } = await folder.lockstep(["check", "--rule", "link/insecure-link"]);
  assert.equal(code, 2);
  assert.match(stdout, /^b\.md:3/);
  assert.match(stderr, /`a\.md` is not UTF-8/);
});

test("a rule that crashes is named, and the other rules still run", async (context) => {
  const folder = new Folder(context, { "a.md": INSECURE });
  const broken: Rule = {
    id: "test/broken",
    summary: "It breaks.",
    severity: "error",
    check: () => {
      throw new Error("Boom.");
    },
  };
  const messages: string[] = [];
  const log = { failure: (text: string) => messages.push(text), progress: { show: () => undefined } };
  const { workspace, files, documents } = loadWorkspace(folder.path);
  const { findings } = await checkRoot(
    {
      folder: folder.path,
      label: undefined,
      chosen: new Set([""]),
      show: (path) => path,
      inRepository: (path) => path,
    },
    {
      config: readProjectConfig(undefined).config,
      workspace,
      pages: Array.from(files, ([path, text = ""]) => ({ path, text })),
      documents,
      sources: { find: () => Promise.resolve(NO_SOURCES), close: () => Promise.resolve() },
    },
    {
      rules: [broken, insecureLink],
      isFixing: false,
      isWriting: false,
      today: { year: 2024, month: 6, day: 15 },
      log: log as unknown as Log,
    },
  );
  assert.equal(findings.length, 2);
  assert.match(messages.join("\n"), /^a\.md: The rule test\/broken crashed: Error: Boom\./);
});

test("links out of the folder are not followed", async (context) => {
  const folder = new Folder(context, { "outside/secret.md": INSECURE, "docs/a.md": "# A\n" });
  symlinkSync(join(folder.path, "outside"), join(folder.path, "docs/folder"));
  symlinkSync(join(folder.path, "outside/secret.md"), join(folder.path, "docs/file.md"));
  const { files, findings } = await checkJson(folder, "docs");
  assert.deepEqual([files, findings], [1, []]);
});
