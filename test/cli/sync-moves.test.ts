import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { englishPage, localizedPage, pair, translationOf } from "../localized-page.ts";
import { Folder } from "./run-in-folder.ts";

const DENS = [
  "Foxes dig their dens in dry and sandy ground.",
  "A den has more than one way out of it.",
  "In spring the cubs are born in the den.",
  "Both parents bring food to their cubs until these are old enough to hunt on their own.",
];
const FOOD = [
  "Foxes eat mice, berries and many beetles.",
  "They hide what they cannot eat at once.",
  "In winter they listen for mice under snow.",
  "A fox finds its food by ear and nose.",
];
const OLD = englishPage("Foxes", DENS);
const SYNC = ["sync", "zh", "--source", "en", "--base", "old"];

interface SyncedEntry {
  readonly file: string;
  readonly action: string;
  readonly to?: string;
  readonly kept: number;
  readonly new: number;
  readonly reused: number;
  readonly conflicts: readonly { readonly message: string }[];
  readonly redirectionFile?: string;
  readonly redirection?: { readonly source_path: string; readonly redirect_url: string };
}

async function syncJson(
  folder: Folder,
  ...options: string[]
): Promise<{ code: number; documents: SyncedEntry[] }> {
  const { code, stdout, stderr } = await folder.lockstep([...SYNC, "--format", "json", ...options]);
  assert.doesNotMatch(stderr, /internal failure/);
  return { code, documents: (JSON.parse(stdout) as { documents: SyncedEntry[] }).documents };
}

/** A page that English moved into another folder, with one more sentence, and pages that link to it. */
function movedFiles(): Record<string, string> {
  return {
    "old/dens.md": OLD,
    "en/animals/fox-dens.md": englishPage("Foxes", [...DENS, "Old dens are used for many years."]),
    "zh/dens.md": translationOf(DENS, OLD),
    "old/start.md": englishPage("Start", ["Read about [dens](dens.md#cubs)."]),
    "en/start.md": englishPage("Start", ["Read about [dens](animals/fox-dens.md#cubs)."]),
    "zh/start.md": localizedPage({
      english: englishPage("Start", ["Read about [dens](dens.md#cubs)."]),
      body: `${pair(102, "了解[巢穴](dens.md#cubs)。", "Read about [dens](dens.md#cubs).")}\n\n[另见](dens.md)`,
    }),
    "zh/toc.yml": '- name: 开始\n  href: start.md\n- name: 巢穴\n  href: "dens.md" # 旧\n',
    "zh/NOTES.md": "# 笔记\n\n[巢穴](./dens.md?tabs=a#cubs) 和 [站点](https://example.com/dens.md)\n",
  };
}

test("a page whose English was moved is moved, synced, and linked to at its new place", async (context) => {
  const folder = new Folder(context, movedFiles());
  const { code, documents } = await syncJson(folder, "--write");
  assert.equal(code, 0);
  const moved = documents.find(({ action }) => action === "moved");
  assert.equal(moved?.file, "dens.md");
  assert.equal(moved.to, "animals/fox-dens.md");
  assert.deepEqual([moved.kept, moved.new], [4, 1]);
  assert.ok(!existsSync(join(folder.path, "zh/dens.md")));
  const page = folder.read("zh/animals/fox-dens.md");
  for (const sentence of DENS) assert.ok(page.includes(`「${sentence}」`), sentence);
  assert.match(page, /ms\.locfileid: "12345678"/);
  const start = folder.read("zh/start.md");
  assert.ok(start.includes("了解[巢穴](animals/fox-dens.md#cubs)。"), start);
  assert.ok(start.includes("[另见](animals/fox-dens.md)"), start);
  assert.equal(
    folder.read("zh/toc.yml"),
    '- name: 开始\n  href: start.md\n- name: 巢穴\n  href: "animals/fox-dens.md" # 旧\n',
  );
  assert.equal(
    folder.read("zh/NOTES.md"),
    "# 笔记\n\n[巢穴](animals/fox-dens.md?tabs=a#cubs) 和 [站点](https://example.com/dens.md)\n",
  );
});

test("--create makes no page where one moves to, which would stand in its way", async (context) => {
  const folder = new Folder(context, movedFiles());
  const { code, documents } = await syncJson(folder, "--write", "--create");
  assert.equal(code, 0);
  const placed = documents.filter(({ file, to }) => (to ?? file) === "animals/fox-dens.md");
  assert.deepEqual(
    placed.map(({ action }) => action),
    ["moved"],
  );
  assert.ok(!existsSync(join(folder.path, "zh/dens.md")));
  assert.match(folder.read("zh/animals/fox-dens.md"), /ms\.locfileid: "12345678"/);
});

test("without --write, a move is a diff with a rename, and nothing is touched", async (context) => {
  const files = movedFiles();
  const folder = new Folder(context, files);
  const { stdout, stderr } = await folder.lockstep(SYNC);
  assert.ok(stdout.includes("rename from dens.md\nrename to animals/fox-dens.md\n"), stdout);
  assert.match(stderr, /zh\/dens\.md: to be moved to zh\/animals\/fox-dens\.md, as its English page was\.\n/);
  assert.match(stderr, /1 to move/);
  for (const [path, text] of Object.entries(files)) assert.equal(folder.read(path), text);
});

test("a second sync after a move changes nothing", async (context) => {
  const folder = new Folder(context, movedFiles());
  await folder.lockstep([...SYNC, "--write"]);
  const { documents } = await syncJson(folder, "--write");
  assert.deepEqual([...new Set(documents.map(({ action }) => action))], ["unchanged"]);
});

test("a move that was cut off when the page stood at both places is completed", async (context) => {
  const files = movedFiles();
  const folder = new Folder(context, files);
  await folder.lockstep([...SYNC, "--write"]);
  const page = folder.read("zh/animals/fox-dens.md");
  folder.write("zh/dens.md", files["zh/dens.md"] ?? "");
  await folder.lockstep([...SYNC, "--write"]);
  assert.ok(!existsSync(join(folder.path, "zh/dens.md")));
  assert.equal(folder.read("zh/animals/fox-dens.md"), page);
});

test("links of a moved page that are its own lead where they led, English ones are as English has them", async (context) => {
  const english = englishPage("Foxes", [...DENS, "See [food](food.md)."]);
  const folder = new Folder(context, {
    "old/dens.md": english,
    "en/animals/dens.md": englishPage("Foxes", [...DENS, "See [food](../food.md)."]),
    "en/food.md": englishPage("Food", FOOD),
    "zh/dens.md": localizedPage({
      english,
      body: [
        ...DENS.map((sentence, nth) => pair(102 + nth, `「${sentence}」`, sentence)),
        `${pair(106, "见[食物](food.md)。", "See [food](food.md).")} [自己的图](media/zh.png)`,
      ].join("\n\n"),
    }),
    "zh/media/zh.png": "",
  });
  await folder.lockstep([...SYNC, "--write"]);
  const page = folder.read("zh/animals/dens.md");
  assert.ok(page.includes("见[食物](../food.md)。"), page);
  assert.ok(page.includes("[自己的图](../media/zh.png)"), page);
});

test("a split page goes on in one page, and its other parts are created with their translations", async (context) => {
  const old = englishPage("Foxes", [...DENS, ...FOOD]);
  const folder = new Folder(context, {
    "old/foxes.md": old,
    "en/dens.md": englishPage("Dens", DENS),
    "en/food.md": englishPage("Food", [...FOOD, "Nothing else is known."]),
    "zh/foxes.md": translationOf([...DENS, ...FOOD], old),
  });
  const { code, documents } = await syncJson(folder, "--write");
  assert.equal(code, 0);
  assert.deepEqual(
    documents.map(({ file, action, to }) => [file, action, to]),
    [
      ["food.md", "created", undefined],
      ["foxes.md", "moved", "dens.md"],
    ],
  );
  const food = folder.read("zh/food.md");
  for (const sentence of FOOD) {
    assert.ok(food.includes(`「${sentence}」</span><span class="sxs-lookup">`), food);
  }
  assert.equal(food.split("<!--lockstep:").length - 1, 1, "only the new sentence needs a person");
  assert.ok(!food.includes("ms.locfileid"), "the pipeline gives that number");
  assert.match(food, /^title: Food # lockstep:new$/m);
  const dens = folder.read("zh/dens.md");
  for (const sentence of DENS) assert.ok(dens.includes(`「${sentence}」`), dens);
});

test("a new English page made of what left another one takes the translations along", async (context) => {
  const old = englishPage("Foxes", [...DENS, ...FOOD]);
  const folder = new Folder(context, {
    "old/foxes.md": old,
    "en/foxes.md": englishPage("Foxes", DENS),
    "en/food.md": englishPage("Food", FOOD),
    "zh/foxes.md": translationOf([...DENS, ...FOOD], old),
  });
  const { documents } = await syncJson(folder, "--write");
  const created = documents.find(({ file }) => file === "food.md");
  assert.deepEqual([created?.action, created?.kept, created?.new], ["created", 4, 0]);
  assert.ok(folder.read("zh/food.md").includes(`「${FOOD[0] ?? ""}」`));
  const again = await syncJson(folder, "--write");
  assert.deepEqual([...new Set(again.documents.map(({ action }) => action))], ["unchanged"]);
});

test("a page that English deleted is proposed for removal, and --remove removes it with a redirection", async (context) => {
  const redirections =
    '{\n  "redirections": [\n    {\n      "source_path": "x.md",\n      "redirect_url": "/y"\n    }\n  ]\n}\n';
  const files = {
    "old/dens.md": OLD,
    "en/index.md": englishPage("Animals", ["All about animals."]),
    "en/docfx.json": '{ "build": { "globalMetadata": { "breadcrumb_path": "/zoo/index.json" } } }',
    "zh/dens.md": translationOf(DENS, OLD),
    "zh/.openpublishing.redirection.json": redirections,
  };
  const folder = new Folder(context, files);
  const proposal = await syncJson(folder, "--write");
  assert.equal(proposal.code, 1);
  const [removed] = proposal.documents;
  assert.deepEqual(removed?.redirection, { source_path: "dens.md", redirect_url: "/zoo" });
  assert.equal(
    removed.conflicts[0]?.message,
    "The English page was deleted: remove this page, and send its readers to `/zoo`.",
  );
  assert.ok(existsSync(join(folder.path, "zh/dens.md")));
  assert.equal(folder.read("zh/.openpublishing.redirection.json"), redirections);

  const { code } = await syncJson(folder, "--write", "--remove");
  assert.equal(code, 0);
  assert.ok(!existsSync(join(folder.path, "zh/dens.md")));
  assert.deepEqual(JSON.parse(folder.read("zh/.openpublishing.redirection.json")), {
    redirections: [
      { source_path: "x.md", redirect_url: "/y" },
      { source_path: "dens.md", redirect_url: "/zoo" },
    ],
  });
});

test("--remove writes redirections into the nearest file for them", async (context) => {
  const nearest = "zh/animals/.openpublishing.redirection.json";
  const folder = new Folder(context, {
    "old/animals/dens.md": OLD,
    "en/index.md": englishPage("Animals", ["All about animals."]),
    "en/docfx.json": '{ "build": { "globalMetadata": { "breadcrumb_path": "/zoo/index.json" } } }',
    "zh/animals/dens.md": translationOf(DENS, OLD),
    [nearest]: '{\n  "redirections": [\n  ]\n}\n',
    "zh/.openpublishing.redirection.json": '{\n  "redirections": [\n  ]\n}\n',
  });
  const [proposal] = (await syncJson(folder)).documents;
  assert.deepEqual(
    [proposal?.redirection?.source_path, proposal?.redirectionFile],
    ["dens.md", "animals/.openpublishing.redirection.json"],
  );
  await syncJson(folder, "--write", "--remove");
  assert.deepEqual(JSON.parse(folder.read(nearest)), {
    redirections: [{ source_path: "dens.md", redirect_url: "/zoo" }],
  });
  assert.deepEqual(JSON.parse(folder.read("zh/.openpublishing.redirection.json")), { redirections: [] });
});

test("--remove adds no redirection where another file of redirections has one", async (context) => {
  const list = "zh/.openpublishing.redirection.json";
  const own = { source_path_from_root: "/dens.md", redirect_url: "/zoo/foxes" };
  const folder = new Folder(context, {
    "old/dens.md": OLD,
    "en/index.md": englishPage("Animals", ["All about animals."]),
    "en/docfx.json": '{ "build": { "globalMetadata": { "breadcrumb_path": "/zoo/index.json" } } }',
    "zh/dens.md": translationOf(DENS, OLD),
    [list]: '{ "redirections": [] }',
    "zh/.openpublishing.redirection.zoo.json": JSON.stringify({ redirections: [own] }),
  });
  const [proposal] = (await syncJson(folder)).documents;
  const message = proposal?.conflicts[0]?.message ?? "";
  assert.match(message, /: remove this page; its readers are sent to `\/zoo\/foxes` already\.$/);
  const { stderr } = await folder.lockstep([...SYNC, "--write", "--remove"]);
  assert.match(stderr, /dens\.md: removed, because its English page is gone\.$/m);
  assert.equal(folder.read(list), '{ "redirections": [] }');
});

test("a redirection to a page with other text is no move", async (context) => {
  const folder = new Folder(context, {
    "old/dens.md": OLD,
    "en/food.md": englishPage("Food", FOOD),
    "en/.openpublishing.redirection.json":
      '{ "redirections": [{ "source_path": "dens.md", "redirect_url": "food" }] }',
    "zh/dens.md": translationOf(DENS, OLD),
  });
  const { documents } = await syncJson(folder);
  assert.deepEqual(
    documents.map(({ file, action, redirection }) => [file, action, redirection?.redirect_url]),
    [["dens.md", "removed", "food"]],
  );
});

test("a page that was merged into one with a translation is proposed for removal", async (context) => {
  const both = englishPage("Foxes", [...FOOD, ...DENS]);
  const food = englishPage("Food", FOOD);
  const folder = new Folder(context, {
    "old/dens.md": OLD,
    "old/food.md": food,
    "en/food.md": both,
    "en/.openpublishing.redirection.json":
      '{ "redirections": [{ "source_path": "dens.md", "redirect_url": "food" }] }',
    "zh/dens.md": translationOf(DENS, OLD, "1"),
    "zh/food.md": translationOf(FOOD, food, "2"),
  });
  const { documents } = await syncJson(folder, "--write");
  const gone = documents.find(({ file }) => file === "dens.md");
  assert.equal(gone?.action, "removed");
  assert.match(gone.conflicts[0]?.message ?? "", /was redirected to `food\.md`: remove this page/);
  const page = folder.read("zh/food.md");
  for (const sentence of DENS) assert.ok(page.includes(`「${sentence}」`), page);
});

test("--create makes pages for English ones that have none, in the form of the pages around them", async (context) => {
  const food = `---\ntitle: Food\ndescription: >-\n  What foxes eat.\nms.date: 1/2/2024\n---\n\n# What foxes eat\n\n- ${FOOD[0] ?? ""}\n\n> [!NOTE]\n> ${DENS[0] ?? ""}\n\n\`\`\`js\neat();\n\`\`\`\n`;
  const files = {
    "old/dens.md": OLD,
    "en/dens.md": OLD,
    "en/food.md": food,
    "en/other/more.md": food,
    "zh/dens.md": translationOf(DENS, OLD),
  };
  const folder = new Folder(context, files);
  const listed = await folder.lockstep(SYNC);
  assert.equal(listed.code, 0);
  assert.match(listed.stderr, /2 English pages have no page here; /);
  assert.equal(listed.stdout, "");

  const { documents } = await syncJson(folder, "--write", "--create");
  const created = documents.find(({ file }) => file === "food.md");
  assert.deepEqual([created?.action, created?.new, created?.reused], ["created", 2, 1]);
  const page = folder.read("zh/food.md");
  assert.match(page, /^title: Food # lockstep:new$/m);
  assert.match(page, /^description: >- # lockstep:new$/m);
  assert.match(page, /^ms\.contentlocale: zh-CN$/m);
  assert.match(
    page,
    /^# <a name="what-foxes-eat"><\/a><span data-ttu-id="[0-9a-f]{5}-103">What foxes eat<\/span>/m,
  );
  assert.match(page, /^> \[!NOTE\]\n> <span data-ttu-id="[^"]+">「Foxes dig .*<!--lockstep:reused-->$/m);
  assert.ok(existsSync(join(folder.path, "zh/other/more.md")));
  const again = await syncJson(folder, "--write", "--create");
  assert.deepEqual([...new Set(again.documents.map(({ action }) => action))], ["unchanged"]);
  const check = await folder.lockstep(["check", "zh", "--source", "en", "--format", "json"]);
  const { findings } = JSON.parse(check.stdout) as { findings: { rule: string; file: string }[] };
  // `ms.locfileid` is missing until the pipeline has given the page its number.
  const rules = findings.filter(({ file }) => file !== "dens.md").map(({ rule }) => rule);
  assert.deepEqual(
    [...new Set(rules)].filter((rule) => !rule.startsWith("sync/")),
    ["metadata/missing-attribute"],
  );
});

test("--create gives an include no header where those around it have none", async (context) => {
  const note = "> [!NOTE]\n> Foxes bite.\n";
  const folder = new Folder(context, {
    "old/dens.md": OLD,
    "en/dens.md": OLD,
    "zh/dens.md": translationOf(DENS, OLD),
    "en/includes/old-note.md": note,
    "zh/includes/old-note.md": `> [!NOTE]\n> ${pair(101, "狐狸咬人。", "Foxes bite.")}\n`,
    "en/includes/note.md": "> [!NOTE]\n> Foxes bite. They are wild.\n",
  });
  await folder.lockstep([...SYNC, "--write", "--create"]);
  assert.match(
    folder.read("zh/includes/note.md"),
    /^> \[!NOTE\]\n> <span [^>]+>Foxes bite\.<.*<!--lockstep:new--> <span [^>]+>They are wild\.<.*<!--lockstep:new-->\n$/,
  );
});

test("a clean page is moved and split as well", async (context) => {
  const old = englishPage("Foxes", [...DENS, ...FOOD]);
  const clean = localizedPage({
    english: old,
    body: `\n${[...DENS, ...FOOD].map((_, nth) => `第${nth}句话在这里说的是狐狸和它们的事情。`).join("\n\n")}`,
  });
  const folder = new Folder(context, {
    "old/foxes.md": old,
    "en/dens.md": englishPage("Foxes", DENS),
    "en/food.md": englishPage("Food", FOOD),
    "zh/foxes.md": clean,
  });
  const { documents } = await syncJson(folder, "--write");
  assert.deepEqual(
    documents.map(({ file, action, kept }) => [file, action, kept]),
    [
      ["food.md", "created", 4],
      ["foxes.md", "moved", 4],
    ],
  );
  assert.ok(folder.read("zh/food.md").includes("\n第4句话在这里说的是狐狸和它们的事情。\n"));
});

test("redirections of English that run in a circle are not copied, and the page says so", async (context) => {
  const folder = new Folder(context, {
    "old/dens.md": OLD,
    "en/index.md": englishPage("Animals", ["All about animals."]),
    "en/docfx.json": '{ "build": { "globalMetadata": { "breadcrumb_path": "/zoo/index.json" } } }',
    "en/.openpublishing.redirection.json":
      '{ "redirections": [{ "source_path": "dens.md", "redirect_url": "lairs" }, { "source_path": "lairs.md", "redirect_url": "dens" }] }',
    "zh/dens.md": translationOf(DENS, OLD),
    "zh/.openpublishing.redirection.json": '{\n  "redirections": [\n  ]\n}\n',
  });
  const { documents } = await syncJson(folder);
  assert.equal(
    documents[0]?.conflicts[0]?.message,
    "The English page was deleted, and English redirects its readers in a circle: remove this page, and send its readers to `/zoo`.",
  );
  await syncJson(folder, "--write", "--remove");
  assert.deepEqual(JSON.parse(folder.read("zh/.openpublishing.redirection.json")), {
    redirections: [{ source_path: "dens.md", redirect_url: "/zoo" }],
  });
});
