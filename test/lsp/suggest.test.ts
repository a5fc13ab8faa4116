import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CodeAction,
  CodeActionRequest,
  HoverRequest,
  type MarkupContent,
} from "vscode-languageserver-protocol/node";
import type { History } from "../../server/src/lsp/environment.ts";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import {
  ENGLISH_TEXT,
  ENGLISH_VERSIONS,
  type EnglishVersions,
  type EnglishVersionsParams,
  SHOW_CHANGE,
} from "../../server/src/protocol.ts";
import { pair } from "../core/features/at-cursor.ts";
import { Editor, positionOf, uriOf } from "./editor.ts";

type Files = Readonly<Record<string, string>>;

function page(body: string, extra = "", locale = "zh-CN"): string {
  return `---\nms.contentlocale: ${locale}\n${extra}---\n\n${body}\n`;
}

const MOUNT = pair("1a2b3-101", "将传感器安装在屋顶上。", "Mount the sensor on the roof.");
const WAITING = `${pair("4c5d6-101", "Mount the sensor on a roof.", "Mount the sensor on a roof.")}<!--lockstep:new-->`;
const FILES = {
  "/docs/zh-cn/a.md": page(MOUNT),
  "/docs/zh-cn/b.md": page(WAITING),
  "/docs/fr-fr/a.md": page(
    pair("1a2b3-101", "Montez le capteur.", "Mount the sensor on a roof."),
    "",
    "fr-FR",
  ),
};

/** Every file that is read from now on. */
function watchReads({ files }: Editor): string[] {
  const reads: string[] = [];
  const read = files.readText.bind(files);
  files.readText = (path) => {
    reads.push(path);
    return read(path);
  };
  return reads;
}

async function open(files: Files, path: string, history?: History): Promise<Editor> {
  const editor = await Editor.open(files, {
    initializationOptions: { showsEnglish: true },
    ...(history !== undefined && { history }),
  });
  await editor.ready();
  await editor.openPage(path);
  return editor;
}

async function fixes(editor: Editor, path: string, word: string): Promise<CodeAction[]> {
  const start = positionOf(editor.files.texts.get(path) ?? "", word);
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: uriOf(path) },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  return (found ?? []).filter((each): each is CodeAction => "kind" in each);
}

async function hover(editor: Editor, path: string, word: string): Promise<string> {
  const found = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: uriOf(path) },
    position: positionOf(editor.files.texts.get(path) ?? "", word),
  });
  return (found?.contents as MarkupContent | undefined)?.value ?? "";
}

function titles(actions: readonly CodeAction[], word: string): string[] {
  return actions.map(({ title }) => title).filter((title) => title.includes(word));
}

test("a segment that is not translated yet is offered the translation of a similar one of its locale", async () => {
  const editor = await open(FILES, "/docs/zh-cn/b.md");
  const offered = await fixes(editor, "/docs/zh-cn/b.md", "Mount");
  const [first] = offered;
  assert.equal(first?.title, "Use the translation of a similar segment (89 %): 将传感器安装在屋顶上。");
  assert.deepEqual(
    first.edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])),
    [
      {
        range: {
          start: positionOf(FILES["/docs/zh-cn/b.md"], "Mount"),
          end: positionOf(FILES["/docs/zh-cn/b.md"], "</span>"),
        },
        newText: "将传感器安装在屋顶上。",
      },
    ],
  );
  assert.equal(titles(offered, "Use the translation").length, 1);
  await editor.close();
});

test("a hover shows the similar English with its translation, its page and what is different", async () => {
  const editor = await open(FILES, "/docs/zh-cn/b.md");
  const shown = await hover(editor, "/docs/zh-cn/b.md", "Mount");
  assert.match(shown, /\*\*89 %\*\* · `zh-cn\/a\.md`/);
  assert.match(shown, /on ~~\u200bthe\u200b~~\*\*\u200ba\u200b\*\* roof/);
  assert.match(shown, /\*\*Translation:\*\* 将传感器安装在屋顶上。/);
  await editor.close();
});

/** Asks until the server has taken up what was written behind its back. */
async function comesTrue(isTrue: () => Promise<boolean>): Promise<boolean> {
  for (let nth = 0; nth < 1000; nth += 1) if (await isTrue()) return true;
  return false;
}

test("suggestions follow what other pages say now, open or not, and forget pages that are gone", async () => {
  const editor = await open(FILES, "/docs/zh-cn/b.md");
  const offered = async (): Promise<string[]> =>
    titles(await fixes(editor, "/docs/zh-cn/b.md", "Mount"), "Use").map(
      (title) => title.split("): ")[1] ?? "",
    );
  assert.deepEqual(await offered(), ["将传感器安装在屋顶上。"]);

  await editor.openPage("/docs/zh-cn/a.md");
  await editor.edit("/docs/zh-cn/a.md", page(MOUNT.replace("安装在", "固定在")));
  assert.deepEqual(await offered(), ["将传感器固定在屋顶上。"]);
  await editor.closePage("/docs/zh-cn/a.md");

  const other = page(pair("1a2b3-101", "装在屋顶。", "Mount the sensor on a roof."));
  await editor.write({ "/docs/zh-cn/c.md": other });
  assert.ok(await comesTrue(async () => (await offered())[0] === "装在屋顶。"));

  await editor.write({ "/docs/zh-cn/a.md": undefined, "/docs/zh-cn/c.md": undefined });
  assert.ok(await comesTrue(async () => (await offered()).length === 0));
  await editor.close();
});

test("segments that wait for nobody read no other page", async () => {
  const editor = await open(FILES, "/docs/zh-cn/a.md");
  const reads = watchReads(editor);
  await hover(editor, "/docs/zh-cn/a.md", "将");
  assert.deepEqual(titles(await fixes(editor, "/docs/zh-cn/a.md", "将"), "Use"), []);
  assert.deepEqual(
    reads.filter((path) => path.includes("zh-cn/b.md")),
    [],
  );
  await editor.close();
});

test("pages are read ahead as soon as a page with a segment that waits is worked on", async () => {
  const files = { ...FILES, "/docs/zh-cn/b.md": FILES["/docs/zh-cn/b.md"] + "\nMore\n" };
  const editor = await open(files, "/docs/zh-cn/b.md");
  const reads = watchReads(editor);
  await fixes(editor, "/docs/zh-cn/b.md", "More");
  assert.ok(await comesTrue(async () => (await fixes(editor, "/docs/zh-cn/b.md", "More"), reads.length > 0)));
  assert.deepEqual(reads, ["/docs/zh-cn/a.md"]);
  await editor.close();
});

test("each page of a locale is read once, however often suggestions are asked for", async () => {
  const editor = await open(FILES, "/docs/zh-cn/b.md");
  await fixes(editor, "/docs/zh-cn/b.md", "Mount");
  const reads = watchReads(editor);
  await fixes(editor, "/docs/zh-cn/b.md", "Mount");
  await hover(editor, "/docs/zh-cn/b.md", "Mount");
  assert.deepEqual(reads, []);
  await editor.close();
});

test("all reused translations of a page can be accepted at once", async () => {
  const reused = ["一", "二"].map(
    (text, nth) => `${pair(`4c5d6-10${nth + 1}`, text, text)}<!--lockstep:reused-->`,
  );
  const files = { "/docs/zh-cn/a.md": page(reused.join("\n\n")) };
  const editor = await open(files, "/docs/zh-cn/a.md");
  const actions = await fixes(editor, "/docs/zh-cn/a.md", "一");
  const all = actions.find(({ title }) => title === "Accept all 2 reused translations of this page");
  const edits = all?.edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : []));
  assert.equal(edits?.length, 2);
  await editor.close();
});

const OLD = "# Set up\n\nPress **Save**. Then wait for 5 minutes.\n";
const NOW = OLD.replace("5 minutes", "ten minutes");
const SYNCED = page(
  `# ${pair("1a2b3-103", "设置", "Set up")}\n\n${pair("1a2b3-104", "按**保存**。", "Press **Save**.")} ` +
    `${pair("1a2b3-105", "等待 5 分钟。", "Then wait for ten minutes.")}<!--lockstep:changed-->`,
  `ms.openlocfilehash: ${sourceHashOf(OLD)}\n# lockstep:english ${sourceHashOf(NOW)}\n`,
);
const SYNCED_FILES = { "/docs/en-us/a.md": NOW, "/docs/zh-cn/a.md": SYNCED };

/** Git that knows the older English page. */
const HISTORY: History = {
  answer: (request) =>
    Promise.resolve(
      request.ask === "revision"
        ? { path: "en-us/a.md", revision: "1".repeat(40), document: parseDocument(OLD) }
        : undefined,
    ),
  stateOf: () => Promise.resolve(""),
  dispose: () => Promise.resolve(),
};

async function versionsAt(editor: Editor, path: string, word: string): Promise<EnglishVersions> {
  const params: EnglishVersionsParams = {
    uri: uriOf(path),
    position: positionOf(editor.files.texts.get(path) ?? "", word),
  };
  return editor.connection.sendRequest<EnglishVersions>(ENGLISH_VERSIONS, params);
}

test("a hover on a segment that a sync marked as changed shows the old English and the new one", async () => {
  const editor = await open(SYNCED_FILES, "/docs/zh-cn/a.md", HISTORY);
  await versionsAt(editor, "/docs/zh-cn/a.md", "等待");
  const shown = await hover(editor, "/docs/zh-cn/a.md", "等待");
  assert.match(shown, /\*\*The English has changed:\*\*/);
  assert.match(shown, /~~\u200b5\u200b~~\u2009\*\*\u200bten\u200b\*\* minutes/);
  assert.match(shown, /\*\*Translation:\*\* 等待 5 分钟。/);
  await editor.close();
});

test("both versions of the English are shown with the places of the segment", async () => {
  const editor = await open(SYNCED_FILES, "/docs/zh-cn/a.md", HISTORY);
  const found = await versionsAt(editor, "/docs/zh-cn/a.md", "等待");
  assert.ok("now" in found);
  assert.equal(found.now.uri, uriOf("/docs/en-us/a.md"));
  assert.deepEqual(found.now.position, positionOf(NOW, "Then wait"));
  assert.match(found.before.uri, /^lockstep-english:/);
  assert.equal(await editor.connection.sendRequest(ENGLISH_TEXT, { uri: found.before.uri }), OLD);
  assert.deepEqual(found.before.position, positionOf(OLD, "Then wait"));
  await editor.close();
});

test("a finding about changed English offers to show what changed", async () => {
  for (const text of [
    SYNCED,
    SYNCED.replace("<!--lockstep:changed-->", "").replace("ten minutes", "5 minutes"),
  ]) {
    const files = {
      "/docs/en-us/a.md": NOW,
      "/docs/zh-cn/a.md": text.replace(/# lockstep:english .*\n/, ""),
    };
    const editor = await open(files, "/docs/zh-cn/a.md", HISTORY);
    await versionsAt(editor, "/docs/zh-cn/a.md", "等待");
    const actions = await fixes(editor, "/docs/zh-cn/a.md", "等待");
    const show = actions.find(({ command }) => command?.command === SHOW_CHANGE);
    assert.equal(show?.title, "Show what changed in the English");
    assert.deepEqual(show.command?.arguments, [
      {
        uri: uriOf("/docs/zh-cn/a.md"),
        position: positionOf(text.replace(/# lockstep:english .*\n/, ""), "等待"),
      },
    ]);
    await editor.close();
  }
});

test("where the earlier English is not to be had, that is said, and nothing offers to show it", async () => {
  const offers = async (editor: Editor): Promise<boolean> =>
    (await fixes(editor, "/docs/zh-cn/a.md", "等待")).some(({ command }) => command?.command === SHOW_CHANGE);
  const withGit = await open(SYNCED_FILES, "/docs/zh-cn/a.md", HISTORY);
  assert.ok(await offers(withGit));
  await withGit.close();

  const editor = await open(SYNCED_FILES, "/docs/zh-cn/a.md");
  assert.ok(!(await offers(editor)));
  assert.match(
    await hover(editor, "/docs/zh-cn/a.md", "等待"),
    /is not to be had, so what changed cannot be shown\./,
  );
  assert.deepEqual(await versionsAt(editor, "/docs/zh-cn/a.md", "等待"), {
    problem:
      "The English that this page was translated from is not to be had: neither the folder of the English pages " +
      "nor its Git history has it.",
  });
  await editor.close();
});
