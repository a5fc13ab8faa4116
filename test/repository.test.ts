import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { COMMANDS } from "../server/src/cli/run.ts";
import { COMMON_OPTIONS } from "../server/src/cli/command.ts";
import { rules } from "../server/src/core/rules/registry.ts";
import * as protocol from "../server/src/protocol.ts";

/** What a build or a test run leaves behind; none of it is in the repository. */
const IGNORED = new Set([".git", "node_modules", "dist", "out", ".vscode-test", "test-results"]);

function findFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name) && !/\.(?:vsix|tgz|tsbuildinfo)$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? findFiles(path) : [path];
    });
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

interface Manifest {
  readonly icon?: string;
  readonly main: string;
  readonly contributes: {
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
    readonly grammars?: readonly { readonly path: string }[];
    readonly snippets?: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
  };
}

const manifest = JSON.parse(read("package.json")) as Manifest;
const ids = rules.map(({ id }) => id);

/** Ids of files below a folder: their path without the ending. */
function idsIn(folder: string, ending: string): string[] {
  return findFiles(folder)
    .filter((path) => path.endsWith(ending))
    .map((path) => path.slice(folder.length + 1, -ending.length).replaceAll("\\", "/"))
    .filter((id) => id.includes("/"))
    .sort();
}

test("no two rules have the same id", () => {
  assert.deepEqual([...new Set(ids)], ids);
});

test("every rule has a file of its name, and every file of a rule is registered", () => {
  assert.deepEqual(idsIn("server/src/core/rules", ".ts"), [...ids].sort());
});

test("a rule's file declares the id of its path and exports it under that name", () => {
  for (const id of ids) {
    const source = read(join("server/src/core/rules", `${id}.ts`));
    const name = id.slice(id.indexOf("/") + 1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    assert.match(source, new RegExp(`export const ${name} = defineRule\\(\\{\\n\\s*id: "${id}"`), id);
  }
});

test("every rule has a page, and every page is of a rule", () => {
  assert.deepEqual(idsIn("docs/rules", ".md"), [...ids].sort());
});

test("every rule has tests of its own", () => {
  const tested = new Set(idsIn("test/core/rules", ".test.ts"));
  assert.deepEqual(
    ids.filter((id) => !tested.has(id)),
    [],
  );
});

test("a rule is at most 120 lines long, what it needs beyond that stands beside it", () => {
  for (const id of ids) {
    const lines = read(join("server/src/core/rules", `${id}.ts`)).split("\n").length - 1;
    assert.ok(lines <= 120, `${id} has ${lines}`);
  }
});

test("a rule's summary is one sentence", () => {
  for (const { id, summary } of rules) assert.match(summary, /^[^.!?](?:[^.]|\.\S)*\.$/, id);
});

test("generated files are up to date", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
});

test("the commands of the manifest are those that the client registers", () => {
  const source = read("client/src/commands/index.ts");
  const named = Array.from(source.matchAll(/^\s*"(lockstep\.\w+)":/gm), (match) => match[1]);
  const names = protocol as Readonly<Record<string, unknown>>;
  const constants = Array.from(source.matchAll(/^\s*\[(\w+)\]:/gm), (match) => names[match[1] ?? ""]);
  const declared = (manifest.contributes.commands ?? []).map(({ command }) => command);
  assert.deepEqual([...declared].sort(), [...named, ...constants].sort());
});

test("every file that the manifest names is there and is what it should be", () => {
  const { grammars = [], snippets = [], jsonValidation } = manifest.contributes;
  const paths = [
    ...grammars.map(({ path }) => path),
    ...snippets.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
  ];
  for (const path of paths) assert.doesNotThrow(() => JSON.parse(read(normalize(path))) as unknown, path);
  if (manifest.icon !== undefined) assert.ok(existsSync(manifest.icon));
});

test("grammars and snippets are JSON", () => {
  for (const path of [...findFiles("syntaxes"), ...findFiles("snippets")]) {
    assert.doesNotThrow(() => JSON.parse(read(path)) as unknown, path);
  }
});

test("the schema of the project's file accepts what it should and nothing else", () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(JSON.parse(read("schemas/lockstep.schema.json")) as object);
  const good = {
    rules: { "link/insecure-link": "off", "link/*": "hint" },
    ignore: ["a/**"],
    locale: "zh-CN",
    sourceRoot: "../en",
  };
  assert.ok(validate({}) && validate(good), ajv.errorsText(validate.errors));
  for (const bad of [
    { rules: { "link/none": "off" } },
    { rules: { "link/backslash": 2 } },
    { ignore: "a" },
    { rule: {} },
  ]) {
    assert.ok(!validate(bad), JSON.stringify(bad));
  }
});

/** Packages that are pure: they need no Node, no editor, no disk. */
const PURE_PACKAGES = new Set([
  "@noble/hashes/legacy.js",
  "@noble/hashes/utils.js",
  "decode-named-character-reference",
  "diff",
  "fastest-levenshtein",
  "github-slugger",
  "gray-matter",
  "mdast",
  "remark",
  "remark-gfm",
  "yaml",
]);

test("the core imports itself and pure packages only", () => {
  for (const path of findFiles("server/src/core").filter((each) => each.endsWith(".ts"))) {
    for (const [, specifier = ""] of read(path).matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gm)) {
      const isInside =
        specifier.startsWith(".") &&
        normalize(join(path, "..", specifier)).startsWith(normalize("server/src/core/"));
      assert.ok(isInside || PURE_PACKAGES.has(specifier), `${path} imports ${specifier}`);
    }
  }
});

test("no file names a package registry or a folder of the machine that it was written on", () => {
  // In pieces, so that this file does not hold what it looks for.
  const forbidden = [
    ["registry", "npmjs"].join("\\."),
    "npm" + "mirror",
    "/" + "root/",
    "/" + "work/",
    "/" + "Users/\\w",
    "/" + "home/\\w",
  ];
  const pattern = new RegExp(`(?<![\\w./~-])(?:${forbidden.join("|")})`);
  const isText = (path: string): boolean =>
    !/\.(?:png|ico|gif|jpe?g|woff2?)$/.test(path) && !path.endsWith("package-lock.json");
  for (const path of findFiles(".").filter(isText)) {
    const line = read(path)
      .split("\n")
      .findIndex((each) => pattern.test(each));
    assert.equal(line, -1, `${path}:${line + 1}`);
  }
});

test("every option of the command line is explained", async () => {
  const page = read("docs/command-line.md");
  for (const name of Object.keys(COMMON_OPTIONS)) assert.ok(page.includes(`\`--${name}`), name);
  for (const [command, { load }] of Object.entries(COMMANDS)) {
    const { options } = await load();
    const start = page.indexOf(`## lockstep ${command}`);
    assert.notEqual(start, -1, command);
    const end = page.indexOf("\n## ", start + 1);
    const section = page.slice(start, end === -1 ? undefined : end);
    for (const name of Object.keys(options))
      assert.ok(section.includes(`\`--${name}`), `${command} --${name}`);
  }
});
