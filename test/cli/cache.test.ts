import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mock, test, type TestContext } from "node:test";
import { FileTexts } from "../../server/src/io/file-texts.ts";
import { GitFolder, WITHOUT_GIT } from "../io/git-folder.ts";
import { pair } from "../localized-page.ts";
import { createRandom, type Random } from "../random.ts";
import { Folder, type Outcome } from "./run-in-folder.ts";

const ENGLISH = "# Lights\n\nThe light is green.\n\n![lamp](lamp.png)\n";
const FILES = {
  "docs.zh-cn/a.md": "# A\n\n[b](b.md#lights) [old](old.md) http://docs.microsoft.com/a\n",
  "docs.zh-cn/b.md": "---\nms.date: 07/01/2024\n---\n# Lights\n\n[gone](gone.md)\n",
  "docs.zh-cn/c.md": "# C\n\n[a](a.md#nowhere) ![lamp](lamp.png)\n",
  "docs/c.md": ENGLISH,
  "docs/lamp.png": "",
};

/** A folder with a cache, in which `docs.zh-cn` is checked. */
class Checked {
  readonly folder: Folder;
  readonly cache: string;

  constructor(context: TestContext, files: Readonly<Record<string, string>> = FILES) {
    this.folder = new Folder(context, files);
    this.cache = join(this.folder.path, "cache");
  }

  check(...options: readonly string[]): Promise<Outcome> {
    return this.checkOn(undefined, ...options);
  }

  checkOn(now: Date | undefined, ...options: readonly string[]): Promise<Outcome> {
    const env = { LOCKSTEP_CACHE_DIR: this.cache };
    const args = ["check", "docs.zh-cn", "--format", "json", ...options];
    return this.folder.lockstep(args, now === undefined ? { env } : { env, now });
  }

  /** Checks with and without the cache, which must tell the same, and tells how many pages were read for the former. */
  async checkTwice(now?: Date, ...options: readonly string[]): Promise<{ stdout: string; parsed: string[] }> {
    const parsed: string[] = [];
    const spy = mock.method(FileTexts.prototype, "get");
    const kept = await this.checkOn(now, ...options).finally(() => {
      spy.mock.restore();
    });
    for (const {
      arguments: [path = ""],
    } of spy.mock.calls)
      if (path.endsWith(".md")) parsed.push(path);
    assert.deepEqual(kept, await this.checkOn(now, ...options, "--no-cache"));
    return { stdout: kept.stdout, parsed: parsed.sort() };
  }

  /** The files of the cache, absolute. */
  get files(): string[] {
    return readdirSync(this.cache).map((name) => join(this.cache, name));
  }

  /** Changes the only file of the cache. */
  damage(change: (bytes: Buffer) => Uint8Array): void {
    const [file = ""] = this.files;
    writeFileSync(file, change(readFileSync(file)));
  }
}

/** One of them is of the English tree. */
const ALL = ["a.md", "b.md", "c.md", "c.md"];

test("what did not change is not parsed again, and the report is the same to the byte", async (context) => {
  const checked = new Checked(context);
  const first = await checked.checkTwice();
  assert.match(first.stdout, /gone\.md/);
  assert.deepEqual(first.parsed, ALL, "each page once");
  assert.deepEqual(await checked.checkTwice(), { stdout: first.stdout, parsed: [] });
});

test("an edit that no other page could notice has its own page checked, and no other", async (context) => {
  const checked = new Checked(context);
  await checked.check();
  checked.folder.write("docs.zh-cn/c.md", `${FILES["docs.zh-cn/c.md"]}\n[lost](lost.md)\n`);
  const { stdout, parsed } = await checked.checkTwice();
  assert.match(stdout, /lost\.md/);
  assert.deepEqual(parsed.slice(-1), ["c.md"]);
  assert.ok(!parsed.includes("b.md"));
  assert.deepEqual((await checked.checkTwice()).parsed, []);
});

test("where no name tells the locale, an edited page is held against what the others stated", async (context) => {
  const page = (locale: string, body = ""): string =>
    `---\nms.contentlocale: ${locale}\n---\n# Page\n${body}`;
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`docs/${nth}.md`, page("zh-CN")]));
  const folder = new Folder(context, { ...files, "docs/last.md": page("zh-CN") });
  const env = { LOCKSTEP_CACHE_DIR: join(folder.path, "cache") };
  await folder.lockstep(["check", "docs"], { env });
  folder.write("docs/last.md", page("zh-CN", "\nMore.\n"));
  const spy = mock.method(FileTexts.prototype, "get");
  await folder.lockstep(["check", "docs"], { env }).finally(() => {
    spy.mock.restore();
  });
  assert.deepEqual([...new Set(spy.mock.calls.map(({ arguments: [path] }) => path))], ["last.md"]);
  folder.write("docs/last.md", page("fr-FR"));
  const { stdout } = await folder.lockstep(["check", "docs"], { env });
  assert.match(stdout, /last\.md:2.*expected `zh-CN`/);
});

test("whatever else findings depend on has them found anew", async (context) => {
  const checked = new Checked(context);
  const { folder } = checked;
  const changes: Readonly<Record<string, () => void>> = {
    "a heading that other pages link to": () => {
      folder.write("docs.zh-cn/b.md", FILES["docs.zh-cn/b.md"].replace("# Lights", "# Lamps"));
    },
    "the configuration": () => {
      folder.write("docs.zh-cn/.lockstep.json", '{ "rules": { "link/file-not-found": "hint" } }');
    },
    "what the configuration ignores": () => {
      folder.write("docs.zh-cn/.lockstep.json", '{ "ignore": ["b.md"] }');
    },
    "a redirection": () => {
      const moved = { source_path: "old.md", redirect_url: "b" };
      folder.write("docs.zh-cn/.openpublishing.redirection.json", JSON.stringify({ redirections: [moved] }));
    },
    "a file that is linked to": () => {
      folder.write("docs.zh-cn/gone.md", "# Back\n");
    },
    "a file of another kind": () => {
      folder.write("docs.zh-cn/lost.png", "");
    },
    "the English page": () => {
      folder.write("docs/c.md", ENGLISH.replace("# Lights", "# Lamps"));
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    await checked.check();
    change();
    const { parsed } = await checked.checkTwice();
    assert.ok(parsed.includes("a.md") && parsed.includes("c.md"), name);
  }
});

/** Each of the four samples in other languages has its English in the same root. */
function copySamples(context: TestContext, isWanted: (path: string) => boolean = () => true): Checked {
  const files = readdirSync("samples", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => isWanted(path) && statSync(join("samples", path)).isFile())
    .map((path) => [`docs.zh-cn/${path}`, readFileSync(join("samples", path), "utf8")]);
  return new Checked(context, Object.fromEntries(files) as Record<string, string>);
}

test("a sentence of English that changes has its translations in the same root found anew, and no others", async (context) => {
  const checked = copySamples(context);
  const before = await checked.checkTwice();
  const path = "docs.zh-cn/en-us/set-up-your-station.md";
  const text = checked.folder.read(path);
  checked.folder.write(path, text.replace("Insert the batteries only after", "Insert 4 batteries after"));
  assert.notEqual(checked.folder.read(path), text);
  const { stdout, parsed } = await checked.checkTwice();
  assert.notEqual(stdout, before.stdout);
  const checkedAnew = new Set(parsed.map((each) => each.replace(/^.*\//, "")));
  assert.ok(checkedAnew.has("set-up-your-station.md") && !checkedAnew.has("calibrate-sensors.md"));
  assert.deepEqual((await checked.checkTwice()).parsed, []);
});

test("a page that lends another one its English halves has that one found anew when it changes", async (context) => {
  const header = (locale: string): string =>
    `---\nms.contentlocale: ${locale}\nms.openlocfilehash: ${"0a".repeat(20)}\n---\n# A\n\n~~~js\nlet a;\n~~~\n\n`;
  const sibling = `${header("zh-CN")}${pair(101, "点亮灯。", "Turn the light on.")}\n`;
  const checked = new Checked(context, {
    "docs.zh-cn/zh-cn/a.md": sibling,
    "docs.zh-cn/fr-fr/a.md": `${header("fr-FR")}Allumez.\n`,
    "docs.zh-cn/fr-fr/b.md": "# B\n",
  });
  const before = await checked.checkTwice();
  checked.folder.write("docs.zh-cn/zh-cn/a.md", sibling.replace("let a;", "let b;"));
  const { stdout, parsed } = await checked.checkTwice();
  assert.notEqual(stdout, before.stdout);
  assert.ok(!parsed.includes("fr-fr/b.md"));
});

for (const [name, isWanted] of [
  ["with their English", () => true],
  ["without English, which the locales lend each other", (path: string) => !path.startsWith("en-us")],
] as const) {
  test(`any edit anywhere in the samples is seen, ${name}`, async (context) => {
    const checked = copySamples(context, isWanted);
    const pages = readdirSync(join(checked.folder.path, "docs.zh-cn"), { recursive: true, encoding: "utf8" })
      .map((path) => `docs.zh-cn/${path.replaceAll("\\", "/")}`)
      .filter((path) => /\.(?:md|yml|json)$/.test(path));
    const random = createRandom(5);
    await checked.check();
    for (let nth = 0; nth < 8; nth++) {
      const path = random.pick(pages);
      const text = checked.folder.read(path);
      checked.folder.write(path, editAnywhere(text, random));
      await checked.checkTwice();
      if (random.below(2) === 0) checked.folder.write(path, text);
    }
  });
}

/** A line less, a line twice, or another letter. */
function editAnywhere(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const letter = random.below(line.length + 1);
  const edited = random.pick([[], [line, line], [`${line.slice(0, letter)}x${line.slice(letter + 1)}`]]);
  return [...lines.slice(0, at), ...edited, ...lines.slice(at + 1)].join("\n");
}

test("another day, another choice of rules and another version take nothing from the last run", async (context) => {
  const checked = new Checked(context);
  const first = await checked.checkTwice();
  const later = await checked.checkTwice(new Date(2024, 6, 2, 12));
  assert.match(first.stdout, /date-out-of-range/);
  assert.doesNotMatch(later.stdout, /date-out-of-range/);
  const one = await checked.checkTwice(undefined, "--rule", "link/file-not-found");
  assert.deepEqual(one.parsed, ALL);
  assert.doesNotMatch(one.stdout, /insecure-link/);
  const env = { LOCKSTEP_CACHE_DIR: checked.cache };
  const newer = await checked.folder.lockstep(["check", "docs.zh-cn"], { env, version: "1.2.4" });
  assert.equal(newer.code, 0);
  assert.deepEqual((await checked.checkTwice()).parsed, ALL, "the newer one has replaced what was there");
});

test("a cache that is damaged, cut off or somebody else's is as good as none", async (context) => {
  const checked = new Checked(context);
  const { stdout } = await checked.check();
  const damages: readonly ((bytes: Buffer) => Uint8Array)[] = [
    () => Buffer.of(),
    () => Buffer.from("{}"),
    (bytes) => bytes.subarray(0, bytes.length - 1),
    (bytes) => bytes.subarray(0, 64),
    (bytes) => Buffer.concat([bytes, Buffer.of(0)]),
  ];
  const flips = Array.from({ length: 40 }, (_, nth) => (bytes: Buffer) => {
    bytes.writeUInt8(
      bytes.readUInt8((nth * 97) % bytes.length) ^ (1 << (nth % 8)),
      (nth * 97) % bytes.length,
    );
    return bytes;
  });
  for (const damage of [...damages, ...flips]) {
    checked.damage(damage);
    assert.equal((await checked.check()).stdout, stdout);
  }
  // The file of another root under the name of this one.
  checked.folder.write("other.zh-cn/a.md", "# Other\n");
  await checked.folder.lockstep(["check", "other.zh-cn"], { env: { LOCKSTEP_CACHE_DIR: checked.cache } });
  const [one = "", other = ""] = checked.files;
  const [first, second] = [readFileSync(one), readFileSync(other)];
  writeFileSync(one, second);
  writeFileSync(other, first);
  assert.equal((await checked.check()).stdout, stdout);
});

test("--no-cache and --fix neither read nor write, and a place that cannot be written is no failure", async (context) => {
  const checked = new Checked(context);
  await checked.check("--no-cache");
  await checked.check("--fix");
  assert.throws(() => checked.files, /ENOENT/);
  const { stdout } = await checked.check("--no-cache");
  checked.folder.write("cache", "a file");
  assert.equal((await checked.check()).stdout, stdout);
  assert.equal(checked.folder.read("cache"), "a file");
});

test("what is found in a page that is checked by itself is not kept", async (context) => {
  const checked = new Checked(context);
  const env = { LOCKSTEP_CACHE_DIR: checked.cache };
  await checked.folder.lockstep(["check", "docs.zh-cn/a.md", "--root", "docs.zh-cn"], { env });
  assert.throws(() => checked.files, /ENOENT/);
});

test("the cache is readable by its owner only, leaves nothing beside it, and old files make room", async (context) => {
  const checked = new Checked(context);
  mkdirSync(checked.cache);
  const name = (digit: string): string => `check-${digit.repeat(64)}`;
  writeFileSync(join(checked.cache, name("1")), Buffer.alloc(40 * 1024 * 1024));
  writeFileSync(join(checked.cache, name("2")), Buffer.alloc(40 * 1024 * 1024));
  writeFileSync(join(checked.cache, "mine.txt"), "not ours");
  await checked.check();
  const names = readdirSync(checked.cache).sort();
  assert.equal(names.filter((each) => each.startsWith("check-")).length, 2);
  assert.ok(names.includes("mine.txt"));
  assert.equal(names.length, 3);
  const own = checked.files.find((file) => statSync(file).size < 1024 * 1024 && !file.endsWith(".txt")) ?? "";
  if (process.platform !== "win32") assert.equal(statSync(own).mode & 0o777, 0o600);
});

test(
  "a commit has the pages found anew that are compared with it",
  { skip: WITHOUT_GIT },
  async (context) => {
    const page = "---\nms.contentlocale: zh-CN\nms.openlocfilehash: abc\n---\n# A\n";
    const git = new GitFolder();
    context.after(() => {
      git.remove();
    });
    const folder = new Folder(context, {});
    git.put("docs.zh-cn/a.md", page).commit();
    const run = (...options: string[]): Promise<Outcome> => {
      const env = { LOCKSTEP_CACHE_DIR: join(folder.path, "cache") };
      return folder.lockstep(["check", join(git.path, "docs.zh-cn"), "--format", "json", ...options], {
        env,
      });
    };
    git.put("docs.zh-cn/a.md", page.replace("abc", "abd"));
    const edited = await run();
    assert.match(edited.stdout, /pipeline-field-edited/);
    assert.deepEqual(await run(), edited);
    git.commit();
    const committed = await run();
    assert.doesNotMatch(committed.stdout, /pipeline-field-edited/);
    assert.deepEqual(committed, await run("--no-cache"));
  },
);
