import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";
import { listFiles, PackageManager } from "@vscode/vsce";
import { parseDocument } from "../server/src/core/document/parse-document.ts";

/** What may be in the package. A file that fits none of these got in by mistake. */
const ALLOWED = [
  /^dist\/(client|cli|cli-engine|libraries|server|server-engine)\.js$/,
  /^dist\/package\.json$/,
  /^syntaxes\/[a-z.-]+\.tmLanguage\.json$/i,
  /^snippets\/[a-z-]+\.json$/,
  /^schemas\/[a-z.-]+\.json$/,
  /^docs\/[a-z-]+\.md$/,
  /^docs\/rules\/(README|[a-z]+\/[a-z-]+)\.md$/,
  /^samples\/README\.md$/,
  /^media\/(icon|squiggle)\.png$/,
  /^(package\.json|(README|ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md|LICENSE)$/,
];

interface Manifest {
  readonly icon?: string;
  readonly contributes: {
    readonly grammars?: readonly { readonly path: string }[];
    readonly snippets?: readonly { readonly path: string }[];
    readonly jsonValidation?: readonly { readonly url: string }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const packaged = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });

test("only what the extension needs is packaged", () => {
  const unexpected = packaged.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  assert.deepEqual(unexpected, []);
});

test("every file that the manifest names is packaged", () => {
  const { grammars = [], snippets = [], jsonValidation = [] } = manifest.contributes;
  const named = [
    ...grammars.map(({ path }) => path),
    ...snippets.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
    ...(manifest.icon === undefined ? [] : [manifest.icon]),
  ];
  const missing = named.map((path) => path.replace(/^\.\//, "")).filter((path) => !packaged.includes(path));
  assert.deepEqual(missing, []);
});

test("what a reader of the extension's page looks for is packaged", () => {
  const missing = ["package.json", "README.md", "CHANGELOG.md", "LICENSE"].filter(
    (path) => !packaged.includes(path),
  );
  assert.deepEqual(missing, []);
});

test("no link of a packaged page leads to what is not packaged", () => {
  const isPackaged = new Set(packaged);
  for (const page of packaged.filter((file) => file.endsWith(".md"))) {
    for (const { target } of parseDocument(readFileSync(page, "utf8")).structure.links) {
      const path = target.replace(/#.*$/, "");
      if (path === "" || /^[a-z]+:/.test(path)) continue;
      assert.ok(isPackaged.has(posix.join(posix.dirname(page), path)), `${page}: ${target}`);
    }
  }
});
