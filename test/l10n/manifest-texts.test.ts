import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Texts } from "./files.ts";

interface Generator {
  readonly manifestTexts: (root: string, declared: Texts) => Promise<[string, string][]>;
}

const { manifestTexts } = (await import(
  pathToFileURL(resolve("scripts/manifest-texts.mjs")).href
)) as Generator;

const ENGLISH = { "command.a": "Do it", "setting.b": "Whether it is done.", "rule.c/d": "It is." };
const GERMAN = { "command.a": "Tun", "setting.b": "Ob es getan wird.", "rule.c/d": "Es ist." };

/** What is generated from files of texts and from declarations: the texts of each file. */
async function generate(english: Texts, german: Texts, declared: Texts): Promise<Record<string, Texts>> {
  const root = mkdtempSync(join(tmpdir(), "lockstep-test-"));
  try {
    writeFileSync(join(root, "package.nls.json"), JSON.stringify(english));
    writeFileSync(join(root, "package.nls.de.json"), JSON.stringify(german));
    const files = await manifestTexts(root, declared);
    return Object.fromEntries(files.map(([name, text]) => [name, JSON.parse(text) as Texts]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test("nothing changes where nothing has changed", async () => {
  const declared = { "setting.b": ENGLISH["setting.b"], "rule.c/d": ENGLISH["rule.c/d"] };
  assert.deepEqual(await generate(ENGLISH, GERMAN, declared), {
    "package.nls.json": ENGLISH,
    "package.nls.de.json": GERMAN,
  });
});

test("a new rule gets its English, and is not missed in a translation", async () => {
  const declared = { "setting.b": ENGLISH["setting.b"], "rule.c/d": "It is.", "rule.c/new": "It is new." };
  assert.deepEqual(await generate(ENGLISH, GERMAN, declared), {
    "package.nls.json": { ...ENGLISH, "rule.c/new": "It is new." },
    "package.nls.de.json": GERMAN,
  });
});

test("a text whose English changes loses its translation, and so does one that is gone", async () => {
  assert.deepEqual(await generate(ENGLISH, GERMAN, { "rule.c/d": "It was." }), {
    "package.nls.json": { "command.a": "Do it", "rule.c/d": "It was." },
    "package.nls.de.json": { "command.a": "Tun" },
  });
});
