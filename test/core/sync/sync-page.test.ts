import assert from "node:assert/strict";
import { test } from "node:test";
import { pair } from "../../localized-page.ts";
import { DOG, ENGLISH_HEAD, FOX, HEAD, ORIGIN, sync, syncBodies } from "./sync-texts.ts";

test("a page whose English did not change stays as it is", () => {
  const english = "# Foxes\n\nThe fox ran. The dog slept.\n";
  const page = `# <a name="foxes"></a>${pair(102, "狐狸", "Foxes")}\n\n${FOX} ${DOG}\n`;
  const { body, counts } = syncBodies(page, english, english);
  assert.equal(body, page);
  assert.deepEqual(counts, { kept: 3, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 });
});

test("a changed sentence keeps its translation and gets a mark", () => {
  const { body, counts, action } = syncBodies(
    `${FOX} ${DOG}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. The dog slept all day long.\n",
  );
  const changed = pair(104, "狗在睡觉。", "The dog slept all day long.");
  assert.equal(body, `${FOX} ${changed}<!--lockstep:changed-->\n`);
  assert.equal(counts.changed, 1);
  assert.equal(action, "updated");
});

test("a new sentence stands in its place in English, with an id between its neighbours where there is one", () => {
  const { body } = syncBodies(
    `${FOX} ${pair(110, "狗在睡觉。", "The dog slept.")}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. Nobody saw it. The dog slept.\n\nA cat came by.\n",
  );
  assert.equal(
    body,
    `${FOX} ${pair(104, "Nobody saw it.", "Nobody saw it.")}<!--lockstep:new--> ${pair(110, "狗在睡觉。", "The dog slept.")}\n\n` +
      `${pair(111, "A cat came by.", "A cat came by.")}<!--lockstep:new-->\n`,
  );
});

test("a removed sentence leaves the page and is named", () => {
  const { body, removed } = syncBodies(`${FOX} ${DOG}\n`, "The fox ran. The dog slept.\n", "The fox ran.\n");
  assert.equal(body, `${FOX}\n`);
  assert.deepEqual(removed, [{ id: "4a5b6-104", source: "The dog slept.", target: "狗在睡觉。" }]);
});

test("a paragraph that moved takes its translations along", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `${FOX} ${DOG}\n\n${bird}\n`;
  const { body, counts } = syncBodies(
    page,
    "The fox ran. The dog slept.\n\nThe bird sang its song.\n",
    "The bird sang its song.\n\nThe fox ran. The dog slept.\n",
  );
  assert.equal(body, `${bird}\n\n${FOX} ${DOG}\n`);
  assert.equal(counts.kept, 3);
});

test("a changed link target, code span or full stop is carried into the translation", () => {
  const { body, counts } = syncBodies(
    `${pair(103, "见[此页](a.md)。", "See [this page](a.md).")}\n\n${pair(104, "调用`run()`", "Call `run()`")}\n`,
    "See [this page](a.md).\n\nCall `run()`\n",
    "See [this page](b.md).\n\nCall `start()`.\n",
  );
  assert.equal(
    body,
    `${pair(103, "见[此页](b.md)。", "See [this page](b.md).")}\n\n${pair(104, "调用`start()`。", "Call `start()`.")}\n`,
  );
  assert.equal(counts.carried, 2);
});

test("words that became code are code in the translation, where it has them as often", () => {
  const { body, counts } = syncBodies(
    `${pair(103, "返回 Range 对象。", "Returns the Range object.")}\n\n${pair(104, "返回区域。", "Returns the Area.")}\n`,
    "Returns the Range object.\n\nReturns the Area.\n",
    "Returns the `Range` object.\n\nReturns the `Area`.\n",
  );
  assert.equal(
    body,
    `${pair(103, "返回 `Range` 对象。", "Returns the `Range` object.")}\n\n` +
      `${pair(104, "返回区域。", "Returns the `Area`.")}<!--lockstep:changed-->\n`,
  );
  assert.equal(counts.carried, 1);
});

test("a mark is neither lost nor doubled, wherever a person moved it and whatever is not translated", () => {
  const mark = "<!--lockstep:changed-->";
  const count = (text: string): number => text.split(mark).length - 1;
  const english = "The fox ran.\n\nThe dog slept.\n\nThe cat sat.\n";
  const more = `${english}\nA bird sang.\n`;
  for (const page of [
    `${FOX} ${mark}\n\n${DOG}\n`,
    `${FOX}\n\n${mark}\n\n${DOG}\n`,
    `${FOX.replace("。", `。${mark}`)}\n\n${DOG}\n`,
    `狐狸跑了。${mark}\n\n狗在睡觉。\n`,
    `狐狸跑了。\n\n狗在睡觉。${mark}\n`,
  ]) {
    const { body, text } = syncBodies(page, english, more, ORIGIN);
    assert.equal(count(body), 1, body);
    assert.doesNotMatch(text, /ms.sourcegitcommit: a/, "it is not done");
  }
});

test("a translation from elsewhere is filled in and marked", () => {
  const { body } = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", {
    recall: (english) => (english === "The dog slept." ? "狗在睡觉。" : undefined),
  });
  assert.equal(body, `${FOX} ${DOG}<!--lockstep:reused-->\n`);
});

test("a clean page is synced like a side-by-side one", () => {
  const { body, counts } = syncBodies(
    '# <a name="foxes"></a>狐狸\n\n狐狸跑了。 狗在睡觉。\n\n- 第一\n- 第二\n',
    "# Foxes\n\nThe fox ran. The dog slept.\n\n- First\n- Second\n",
    "# Foxes\n\nThe fox ran. The dog slept all day.\n\n- First\n- Third one\n- Second\n",
  );
  assert.equal(
    body,
    '# <a name="foxes"></a>狐狸\n\n狐狸跑了。 狗在睡觉。<!--lockstep:changed-->\n\n- 第一\n- Third one<!--lockstep:new-->\n- 第二\n',
  );
  assert.deepEqual(counts, { kept: 4, carried: 0, reused: 0, new: 1, changed: 1, removed: 0 });
});

test("line ends, byte order mark and a missing final line end stay", () => {
  const page = `\ufeff${HEAD}${FOX} ${DOG}`.replaceAll("\n", "\r\n");
  const { text } = sync(
    page,
    `${ENGLISH_HEAD}The fox ran. The dog slept.\n`,
    `${ENGLISH_HEAD}The fox ran. The dog slept.\n\nA cat came.\n`,
  );
  assert.ok(text.startsWith("\ufeff---\r\n"));
  assert.ok(text.endsWith(`${pair(105, "A cat came.", "A cat came.")}<!--lockstep:new-->`), text);
  assert.ok(!/[^\r]\n/.test(text));
});

test("a new segment never gets the id of one that is removed", () => {
  const { body } = syncBodies(
    `${FOX} ${DOG} ${pair(105, "鸟在唱歌。", "The bird sang its song.")}\n`,
    "The fox ran. The dog slept. The bird sang its song.\n",
    "The fox ran. Ten purple kites crossed an entirely different valley. The bird sang its song.\n",
  );
  assert.ok(!body.includes("4a5b6-104"), body);
});

test("ids ascend again where that is asked for", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `${bird}\n\n${FOX} ${DOG}\n`;
  const [base, current] = [
    "The bird sang its song.\n\nThe fox ran. The dog slept.\n",
    "The fox ran. Nobody saw it. The dog slept.\n\nThe bird sang its song.\n",
  ];
  const { body } = syncBodies(page, base, current, { renumber: true });
  const dog = pair(105, "狗在睡觉。", "The dog slept.");
  const added = `${pair(104, "Nobody saw it.", "Nobody saw it.")}<!--lockstep:new-->`;
  assert.equal(body, `${FOX} ${added} ${dog}\n\n${pair(106, "鸟在唱歌。", "The bird sang its song.")}\n`);
});

test("an escaped asterisk belongs to its segment", () => {
  const page = `| ${pair(103, "目录\\*", "Catalog\\*")} | ${pair(104, "狐狸", "Foxes")} |\n|---|---|\n`;
  const { body } = syncBodies(
    page,
    "| Catalog\\* | Foxes |\n|---|---|\n",
    "| Foxes | Catalog\\* | Dogs |\n|---|---|---|\n",
  );
  assert.ok(
    body.startsWith(`| ${pair(104, "狐狸", "Foxes")} | ${pair(103, "目录\\*", "Catalog\\*")} |`),
    body,
  );
});

test("a segment that was written over lines is on one line where English puts it into a cell", () => {
  const { body } = syncBodies(
    `<td>${pair(103, "\n  - 狐狸", "\n  - The fox")}</td>\n`,
    "<td>\n  - The fox</td>\n",
    "|Animal|\n|---|\n|- The fox|\n",
  );
  assert.ok(body.includes(`|${pair(103, "- 狐狸", "- The fox")}|`), body);
});

test("marks that a page shows in code are its text", () => {
  const code = "```\n<!--lockstep:new-->\n```\n";
  const { body } = syncBodies(
    `${code}\n${FOX}\n`,
    `${code}\nThe fox ran.\n`,
    `${code}\nThe fox ran. The dog slept.\n`,
  );
  assert.ok(body.startsWith(code), body);
});

test("a picture that is a segment keeps its translated text, marked, where English changed its own", () => {
  const english = (text: string): string => `The fox ran.\n![${text}](../fox.png)\n`;
  const picture = (source: string): string =>
    pair(104, "![一只狐狸](../fox.png)", `![${source}](../fox.png)`);
  const { body, removed } = syncBodies(
    `${FOX}\n${picture("A fox")}\n`,
    english("A fox"),
    english("A red fox"),
  );
  assert.equal(body, `${FOX}\n${picture("A red fox")}<!--lockstep:changed-->\n`);
  assert.deepEqual(removed, []);
});

test("pictures of the same file that are segments keep their translated texts in order", () => {
  const english = (text: string): string =>
    `The fox ran.\n\n![${text} asleep](fox.png)\n\n![${text} awake](fox.png)\n`;
  const pictures = (text: string, [asleep, awake] = ["", ""]): string =>
    `${FOX}\n\n${pair(104, "![在睡觉](fox.png)", `![${text} asleep](fox.png)`)}${asleep}\n\n` +
    `${pair(105, "![醒着](fox.png)", `![${text} awake](fox.png)`)}${awake}\n`;
  const mark = "<!--lockstep:changed-->";
  const { body } = syncBodies(pictures("A fox"), english("A fox"), english("One red animal"));
  assert.equal(body, pictures("One red animal", [mark, mark]));
});
