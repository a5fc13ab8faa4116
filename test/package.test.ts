import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
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
  /^media\/walkthrough\/[a-z]+\.svg$/,
  /^package\.nls(\.[a-z-]+)?\.json$/,
  /^l10n\/bundle\.l10n\.[a-z-]+\.json$/,
  /^(package\.json|(README|ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md|LICENSE)$/,
];

interface Manifest {
  readonly icon?: string;
  readonly contributes: {
    readonly grammars?: readonly { readonly path: string }[];
    readonly snippets?: readonly { readonly path: string }[];
    readonly configurationDefaults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly jsonValidation?: readonly { readonly url: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly svg: string } }[];
    }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const packaged = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });

test("only what the extension needs is packaged", () => {
  const unexpected = packaged.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  assert.deepEqual(unexpected, []);
});

test("VS Code frames no letters of other scripts in Markdown, whether or not it trusts the workspace", () => {
  assert.equal(
    manifest.contributes.configurationDefaults?.["[markdown]"]?.["editor.unicodeHighlight.nonBasicASCII"],
    false,
  );
});

test("every file that the manifest names is packaged", () => {
  const { grammars = [], snippets = [], jsonValidation = [], walkthroughs } = manifest.contributes;
  const named = [
    ...grammars.map(({ path }) => path),
    ...snippets.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
    ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ...(manifest.icon === undefined ? [] : [manifest.icon]),
  ];
  const missing = named.map((path) => path.replace(/^\.\//, "")).filter((path) => !packaged.includes(path));
  assert.deepEqual(missing, []);
});

test("the texts of all languages are packaged", () => {
  const named = [
    ...readdirSync(".").filter((name) => name.startsWith("package.nls.")),
    ...readdirSync("l10n").map((name) => `l10n/${name}`),
  ];
  assert.ok(named.length > 1);
  assert.deepEqual(
    named.filter((path) => !packaged.includes(path)),
    [],
  );
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

interface Check {
  readonly NEEDED: readonly string[];
  readonly checkPackaged: (folder: string) => Promise<void>;
}

const { NEEDED, checkPackaged } = (await import(
  pathToFileURL(resolve("scripts/check-packaged.mjs")).href
)) as Check;

/** An extension that has been built, with empty bundles. */
function builtExtension(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-test-"));
  context.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const file of ["package.json", ".vscodeignore"]) copyFileSync(file, join(folder, file));
  mkdirSync(join(folder, "dist"));
  for (const path of NEEDED) writeFileSync(join(folder, path), "");
  return folder;
}

test("an extension with all that it needs is packaged", async (context) => {
  await checkPackaged(builtExtension(context));
});

test("an extension that lacks a file to start with is not packaged, and the file is named", async (context) => {
  const folder = builtExtension(context);
  for (const path of NEEDED) {
    rmSync(join(folder, path));
    await assert.rejects(checkPackaged(folder), {
      message: `The package would lack ${path}. See .vscodeignore.`,
    });
    writeFileSync(join(folder, path), "");
  }
});

test("nor is one whose list of what is packaged has forgotten such a file", async (context) => {
  const folder = builtExtension(context);
  const list = readFileSync(".vscodeignore", "utf8");
  for (const path of NEEDED) {
    writeFileSync(join(folder, ".vscodeignore"), list.replace(`!${path}\n`, ""));
    await assert.rejects(checkPackaged(folder), { message: new RegExp(`lack ${path}\\. See`) });
  }
});
