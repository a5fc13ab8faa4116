import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

interface ProblemMatcher {
  readonly name: string;
  readonly fileLocation: readonly string[];
  readonly pattern: { readonly regexp: string } & Readonly<Record<string, number | string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: { readonly problemMatchers: readonly [ProblemMatcher] };
};
const [{ name, fileLocation, pattern }] = manifest.contributes.problemMatchers;

/** What VS Code would show of each line of an output. */
function problemsIn(output: string): Readonly<Record<string, string | undefined>>[] {
  const groups = Object.entries(pattern).filter(([, group]) => typeof group === "number");
  return output.split("\n").flatMap((line) => {
    const match = new RegExp(pattern.regexp).exec(line);
    return match === null
      ? []
      : [Object.fromEntries(groups.map(([key, group]) => [key, match[Number(group)]]))];
  });
}

const PAGE = `---
title: Links
---

See [a](http://docs.microsoft.com/a), [b](b.md), [c](.\\links.md) and [d](https://learn.microsoft.com/fr-fr/d).
`;

const CONFIG = JSON.stringify({
  rules: {
    "*": "off",
    "link/insecure-link": "error",
    "link/file-not-found": "warning",
    "link/backslash": "info",
    "link/hard-coded-locale": "hint",
  },
});

interface Listed {
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

test("a task finds every finding of a check in its output, of all severities and with blanks in paths", async (context) => {
  const folder = new Folder(context, { "my docs/links 2.md": PAGE, ".lockstep.json": CONFIG });
  const { stdout, stderr } = await folder.lockstep(["check", "--no-cache"]);
  const listed = JSON.parse(
    (await folder.lockstep(["check", "--no-cache", "--format", "json"])).stdout,
  ) as Listed;

  const severities = new Set(listed.findings.map(({ severity }) => severity));
  assert.deepEqual(severities, new Set(["error", "warning", "info", "hint"]));
  assert.deepEqual(
    problemsIn(stdout + stderr),
    listed.findings.map(({ file, rule, severity, message, range: { start } }) => ({
      file,
      line: String(start.line + 1),
      column: String(start.character + 1),
      severity,
      message,
      code: rule,
    })),
  );
});

test("paths with colons, as those of Windows begin, are taken whole", async (context) => {
  const folder = new Folder(context, { "links.md": PAGE, ".lockstep.json": CONFIG });
  const { stdout } = await folder.lockstep(["check", "--no-cache"]);
  for (const path of [String.raw`C:\my docs\links 2.md`, "C:/my docs/links.md", "/docs/at 12:30/links.md"]) {
    const problems = problemsIn(stdout.replaceAll("links.md:", () => `${path}:`));
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      Array<unknown>(4).fill([path, "5"]),
    );
  }
});

test("VS Code need not look for each file, which would take longer than it waits for the last lines", () => {
  assert.deepEqual(fileLocation, ["relative", "${workspaceFolder}"]);
});

test("the sample of a task names the matcher and a command that there is", () => {
  const page = readFileSync("docs/command-line.md", "utf8");
  const samples = Array.from(page.matchAll(/```json\n([^]*?)\n```/g), ([, text = ""]) => text);
  const tasks = samples.find((text) => text.includes('"tasks"')) ?? "";
  const { tasks: [task] = [] } = JSON.parse(tasks) as {
    tasks?: readonly { command: string; args: readonly string[]; problemMatcher: string }[];
  };
  assert.equal(task?.problemMatcher, `$${name}`);
  assert.deepEqual([task.command, task.args[0]], ["lockstep", "check"]);
});
