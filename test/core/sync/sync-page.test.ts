import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { sourceHashOf } from "../../../server/src/core/source/hash.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import type { SyncInput, SyncKind, SyncResult } from "../../../server/src/core/sync/sync.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";

function sync(
  page: string,
  base: string,
  current: string,
  options: Omit<SyncInput, "page" | "base" | "current"> = {},
): SyncResult {
  const input = { base: parseDocument(base), current: parseDocument(current), ...options };
  const result = syncPage({ ...input, page: parseDocument(page) });
  assert.equal(applyEdits(page, result.edits), result.text, "the edits give the text");
  const short = syncPage({ ...input, page: parseDocument(page), omitEdits: true });
  assert.deepEqual(short, { ...result, edits: [] }, "without edits, all else is the same");
  const again = syncPage({ ...input, page: parseDocument(result.text) });
  assert.equal(again.text, result.text, "a second sync changes nothing");
  return result;
}

function pair(number: number | string, target: string, source: string): string {
  const id = `4a5b6-${number}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}

const HEAD = `---
title: 狐狸
author: fox
ms.openlocfilehash: 0123456789012345678901234567890123456789
ms.sourcegitcommit: 0123456789012345678901234567890123456789
ms.translationtype: HT
ms.contentlocale: zh-CN
ms.lasthandoff: 01/02/2021
ms.locfileid: "12345678"
---
`;
const ENGLISH_HEAD = `---
title: Foxes
author: fox
---

`;
const ORIGIN = { commit: "a".repeat(40), handoff: "03/04/2021" };

/** Page and English with these bodies. */
function syncBodies(
  page: string,
  base: string,
  current: string,
  options: Omit<SyncInput, "page" | "base" | "current"> = {},
): SyncResult & { body: string } {
  const result = sync(HEAD + page, ENGLISH_HEAD + base, ENGLISH_HEAD + current, options);
  return { ...result, body: result.text.slice(result.text.indexOf("\n---\n") + 5) };
}

const FOX = pair(103, "狐狸跑了。", "The fox ran.");
const DOG = pair(104, "狗在睡觉。", "The dog slept.");

void test("a page whose English did not change stays as it is", () => {
  const english = "# Foxes\n\nThe fox ran. The dog slept.\n";
  const page = `# <a name="foxes"></a>${pair(102, "狐狸", "Foxes")}\n\n${FOX} ${DOG}\n`;
  const { body, counts } = syncBodies(page, english, english);
  assert.equal(body, page);
  assert.deepEqual(counts, { kept: 3, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 });
});

void test("a changed sentence keeps its translation and gets a mark", () => {
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

void test("a new sentence stands in its place in English, with an id between its neighbours where there is one", () => {
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

void test("a removed sentence leaves the page and is named", () => {
  const { body, removed } = syncBodies(`${FOX} ${DOG}\n`, "The fox ran. The dog slept.\n", "The fox ran.\n");
  assert.equal(body, `${FOX}\n`);
  assert.deepEqual(removed, [{ id: "4a5b6-104", source: "The dog slept.", target: "狗在睡觉。" }]);
});

void test("a paragraph that moved takes its translations along", () => {
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

void test("a changed link target, code span or full stop is carried into the translation", () => {
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

void test("words that became code are code in the translation, where it has them as often", () => {
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

void test("a link target that English changed and a blank that the translator set go together", () => {
  const { body, conflicts } = syncBodies(
    `[${FOX} ](old.md)\n\n${DOG}\n`,
    "[The fox ran.](old.md)\n\nThe dog slept.\n",
    "[The fox ran.](new.md)\n\nThe dog slept.\n",
  );
  assert.ok(body.includes("](new.md)"), body);
  assert.deepEqual(conflicts, []);
});

void test("a no-break space that the pipeline made a blank hides no change of English", () => {
  const { body } = syncBodies(
    `\`\`\`command line\nrun a\n\`\`\`\n\n${FOX}\n`,
    "```command\u00a0line\nrun a\n```\n\nThe fox ran.\n",
    "```command\u00a0line\nrun b\n```\n\nThe fox ran.\n",
  );
  assert.equal(body, `\`\`\`command line\nrun b\n\`\`\`\n\n${FOX}\n`);
});

void test("a translated picture text stays where English left it alone, also where the picture moved", () => {
  const { body } = syncBodies(
    `![一只狐狸](../fox.png)\n\n${FOX}\n\n${DOG}\n`,
    "![A fox](../fox.png)\n\nThe fox ran.\n\nThe dog slept.\n",
    "The fox ran.\n\nNobody saw it.\n\n![A fox](../fox.png)\n\nThe dog slept.\n",
  );
  const added = `${pair(105, "Nobody saw it.", "Nobody saw it.")}<!--lockstep:new-->`;
  assert.equal(body, `${FOX}\n\n${added}\n\n![一只狐狸](../fox.png)\n\n${DOG}\n`);
});

void test("a link target that the translator changed stays where English left it alone", () => {
  const page = `[${pair(103, "狐狸", "Foxes")}](https://example.com/zh)\n\n${DOG}\n`;
  const { body } = syncBodies(
    page,
    "[Foxes](https://example.com/en)\n\nThe dog slept.\n",
    "[Foxes](https://example.com/en)\n\nThe dog slept. It snored.\n",
  );
  assert.ok(body.startsWith(page.trimEnd()), body);
});

void test("code, tables and headings come from English", () => {
  const { body } = syncBodies(
    `## <a name="the-fox"></a>${pair(102, "狐狸", "The fox")}\n\n\`\`\`js\nrun();\n\`\`\`\n\n${FOX}\n`,
    "## The fox\n\n```js\nrun();\n```\n\nThe fox ran.\n",
    "### The quick fox\n\n```js\nstart();\n```\n\nThe fox ran.\n",
  );
  assert.equal(
    body,
    `### <a name="the-quick-fox"></a>${pair(102, "狐狸", "The quick fox")}<!--lockstep:changed-->\n\n` +
      `\`\`\`js\nstart();\n\`\`\`\n\n${FOX}\n`,
  );
});

void test("what the translator added is kept where it stands and reported where English changed around it", () => {
  const { body, conflicts } = syncBodies(
    `${FOX}译者注。 ${DOG}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. Nobody saw it. The dog slept.\n",
  );
  assert.ok(body.includes("译者注。"), body);
  assert.ok(body.includes("Nobody saw it."), body);
  assert.equal(conflicts.length, 1);
});

void test("notes and pictures of the translator stay as well, though they have no words for a reader", () => {
  for (const own of ["<!-- 待办 -->", "![](media/zh.png)", '<img src="zh.png">']) {
    const { body, conflicts } = syncBodies(
      `${FOX}\n\n${own}\n\n${DOG}\n`,
      "The fox ran.\n\nThe dog slept.\n",
      "The fox ran.\n\n- Nobody saw it.\n\n# The dog slept.\n",
    );
    assert.ok(body.includes(own), body);
    assert.equal(conflicts.length, 1, own);
  }
});

void test("a localized link stays where English goes on in the next line", () => {
  const link = pair(103, "狐狸", "Foxes");
  const { body } = syncBodies(
    `- [${link}](zh-foxes.md)\n`,
    "- [Foxes](foxes.md)\n",
    "- [Foxes](foxes.md)\n- [Dogs](dogs.md)\n",
  );
  assert.ok(body.startsWith(`- [${link}](zh-foxes.md)\n- [`), body);
});

void test("a line that the translator added is not put into the line before it", () => {
  const link = pair(103, "狐狸", "Foxes");
  const { body, conflicts } = syncBodies(
    `- [${link}](foxes.md)\n- 自己的\n`,
    "- [Foxes](foxes.md)\n",
    "- [Foxes](red-foxes.md)\n- [Dogs](dogs.md)\n",
  );
  assert.ok(body.startsWith(`- [${link}](red-foxes.md)\n- 自己的\n- [`), body);
  assert.equal(conflicts.length, 1);
});

void test("a mark is neither lost nor doubled, wherever a person moved it and whatever is not translated", () => {
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

void test("a translation from elsewhere is filled in and marked", () => {
  const { body } = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", {
    recall: (english) => (english === "The dog slept." ? "狗在睡觉。" : undefined),
  });
  assert.equal(body, `${FOX} ${DOG}<!--lockstep:reused-->\n`);
});

void test("a clean page is synced like a side-by-side one", () => {
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

void test("the origin moves forward when no mark is left, all of it at once", () => {
  const done = syncBodies(`${FOX} ${DOG}\n`, "The fox ran. The dog slept.\n", "The fox ran.\n", ORIGIN);
  const hash = sourceHashOf(`${ENGLISH_HEAD}The fox ran.\n`);
  assert.ok(done.text.includes(`ms.openlocfilehash: ${hash}\nms.sourcegitcommit: ${"a".repeat(40)}\n`));
  assert.ok(done.text.includes("ms.lasthandoff: 03/04/2021\n"));

  const marked = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", ORIGIN);
  assert.ok(marked.text.includes("ms.openlocfilehash: 0123456789"));
  assert.ok(marked.text.includes("# lockstep:english "));
  const english = { base: "The fox ran.\n", current: "The fox ran. The dog slept.\n" };
  const translated = marked.text.replace("<!--lockstep:new-->", "");
  const later = sync(translated, ENGLISH_HEAD + english.base, ENGLISH_HEAD + english.current, ORIGIN);
  assert.ok(!later.text.includes("lockstep:"), later.text);
  assert.ok(later.text.includes(`ms.sourcegitcommit: ${"a".repeat(40)}`));
});

void test("keys of the header are merged three ways", () => {
  const page = HEAD.replace("author: fox", "author: fuchs\nms.date: 01/01/2021\nms.old: x");
  const base = ENGLISH_HEAD.replace("author: fox", "author: fox\nms.date: 01/01/2021\nms.old: x");
  const current = "---\ntitle: Foxes and dogs\nauthor: fox\nms.date: 02/02/2021\nms.topic: how-to\n---\n\n";
  const { text } = sync(`${page}${FOX}\n`, `${base}The fox ran.\n`, `${current}The fox ran.\n`, ORIGIN);
  assert.ok(
    text.startsWith(
      "---\ntitle: 狐狸 # lockstep:changed\nauthor: fuchs\nms.date: 02/02/2021\nms.topic: how-to\n# lockstep:english ",
    ),
    text,
  );
});

void test("a comment behind a value of the header stays where English changes the value", () => {
  const page = HEAD.replace("author: fox", "author: fox # 译者注") + FOX;
  const { text } = sync(
    page,
    `${ENGLISH_HEAD}The fox ran.\n`,
    `${ENGLISH_HEAD.replace("author: fox", "author: wolf")}The fox ran.\n`,
  );
  assert.match(text, /^author: wolf # 译者注$/m);
});

void test("line ends, byte order mark and a missing final line end stay", () => {
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

void test("without marks the page still waits for a person before its origin moves", () => {
  const { text } = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", {
    ...ORIGIN,
    omitMarks: true,
  });
  assert.ok(!text.includes("<!--lockstep"));
  assert.ok(text.includes("ms.openlocfilehash: 0123456789"));
});

/** Only the edits of these kinds. */
function applyKinds(page: string, { edits }: SyncResult, kinds: readonly SyncKind[]): string {
  return applyEdits(
    page,
    edits.filter(({ kind, isOrigin }) => kinds.includes(kind) && isOrigin !== true),
  );
}

void test("neighbours are edited apart from each other, each by its own kind", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `- ${FOX}\n- ${DOG}\n- ${bird}\n`;
  const result = syncBodies(
    page,
    "- The fox ran.\n- The dog slept.\n- The bird sang its song.\n",
    "- The fox ran.\n- A cat came by.\n- The dog slept all day.\n",
  );
  const bodyOf = (...kinds: SyncKind[]): string => {
    const text = applyKinds(HEAD + page, result, kinds);
    return text.slice(HEAD.length);
  };
  const cat = `- ${pair(106, "A cat came by.", "A cat came by.")}<!--lockstep:new-->\n`;
  const dog = `- ${pair(104, "狗在睡觉。", "The dog slept all day.")}<!--lockstep:changed-->\n`;
  assert.equal(bodyOf("new"), `- ${FOX}\n${cat}- ${DOG}\n- ${bird}\n`);
  assert.equal(bodyOf("changed"), `- ${FOX}\n${dog}- ${bird}\n`);
  assert.equal(bodyOf("removed"), `- ${FOX}\n- ${DOG}\n`);
  assert.equal(bodyOf("new", "changed", "removed"), result.body);
});

void test("a segment that moved is in the page once, whatever is left out", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `${bird}\n\n${FOX} ${DOG}\n`;
  const result = syncBodies(
    page,
    "The bird sang its song.\n\nThe fox ran. The dog slept.\n",
    "The fox ran. The dog slept.\n\nNobody saw it. The bird sang its song.\n",
  );
  for (const kinds of [[], ["new"], ["kept"], ["new", "kept"]] as const) {
    const text = applyKinds(HEAD + page, result, kinds);
    assert.equal(text.split(bird).length, 2, `${kinds.join()}: ${text}`);
    assert.equal(text.split(FOX).length, 2, `${kinds.join()}: ${text}`);
  }
});

void test("an edit touches no more than what changes", () => {
  const { edits } = syncBodies(
    `${FOX} ${DOG}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. The dog slept long.\n",
  );
  const body = edits.filter(({ kind }) => kind === "changed");
  assert.deepEqual(
    body.map(({ newText }) => newText),
    [" long.</span></span><!--lockstep:changed-->"],
  );
});

void test("a new segment never gets the id of one that is removed", () => {
  const { body } = syncBodies(
    `${FOX} ${DOG} ${pair(105, "鸟在唱歌。", "The bird sang its song.")}\n`,
    "The fox ran. The dog slept. The bird sang its song.\n",
    "The fox ran. Ten purple kites crossed an entirely different valley. The bird sang its song.\n",
  );
  assert.ok(!body.includes("4a5b6-104"), body);
});

void test("ids ascend again where that is asked for", () => {
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

void test("an escaped asterisk belongs to its segment", () => {
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

void test("a segment that was written over lines is on one line where English puts it into a cell", () => {
  const { body } = syncBodies(
    `<td>${pair(103, "\n  - 狐狸", "\n  - The fox")}</td>\n`,
    "<td>\n  - The fox</td>\n",
    "|Animal|\n|---|\n|- The fox|\n",
  );
  assert.ok(body.includes(`|${pair(103, "- 狐狸", "- The fox")}|`), body);
});

void test("a blank line between blocks stays where English puts a block between them", () => {
  const { body } = syncBodies(
    `> ${FOX}\n\n## <a name="dogs"></a>${pair(104, "狗", "Dogs")}\n`,
    "> The fox ran.\n\n## Dogs\n",
    "> The fox ran.\n\n[!INCLUDE[x](x.md)]\n\n## Dogs\n",
  );
  assert.equal(body, `> ${FOX}\n\n[!INCLUDE[x](x.md)]\n\n## <a name="dogs"></a>${pair(104, "狗", "Dogs")}\n`);
});

void test("marks that a page shows in code are its text", () => {
  const code = "```\n<!--lockstep:new-->\n```\n";
  const { body } = syncBodies(
    `${code}\n${FOX}\n`,
    `${code}\nThe fox ran.\n`,
    `${code}\nThe fox ran. The dog slept.\n`,
  );
  assert.ok(body.startsWith(code), body);
});

void test("a picture that is a segment keeps its translated text, marked, where English changed its own", () => {
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
