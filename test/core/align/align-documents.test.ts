import assert from "node:assert/strict";
import { test } from "node:test";
import { alignDocuments } from "../../../server/src/core/align/align-documents.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { align, alignedLines, HEADER } from "./lines.ts";

test("a block that has little in common with its English is doubted only where the pages are not parallel", () => {
  assert.deepEqual(alignedLines("运行 `lid.ex`。\n", "Run `lid.exe`.\n"), [
    "Run `lid.exe`. => 运行 `lid.ex`。",
  ]);
  assert.deepEqual(alignedLines("运行 `lid.ex`。\n\n# 多余\n", "Run `lid.exe`.\n"), [
    "? Run `lid.exe`. => 运行 `lid.ex`。",
    "- => 多余",
  ]);
});

test("two pages are lined up once, however many ask", () => {
  const page = parseDocument(`${HEADER}一。\n`);
  const english = parseDocument("One.\n");
  assert.equal(alignDocuments(page, english), alignDocuments(page, english));
  assert.notEqual(alignDocuments(page, english), alignDocuments(page, parseDocument("One.\n")));
});

test("a sentence knows its place, over the lines of a quote and with CRLF", () => {
  const page = "> 一\r\n> 二。 三。\r\n";
  const [first] = align(page, "> One\r\n> two. Three.\r\n");
  assert.deepEqual([first?.target?.text, first?.source?.text], ["一\n二。", "One\ntwo."]);
  assert.equal(first?.target && textAt(HEADER + page, first.target.span), "一\r\n> 二。");
  const inner = first?.target?.toPage({ start: 2, end: 3 });
  assert.equal(inner && textAt(HEADER + page, inner), "二");
});

test("a table is lined up row by row, also behind a row that the page lacks", () => {
  assert.deepEqual(
    alignedLines(
      "| 名 | 义 |\n|---|---|\n| `a` | 一 |\n| `c` | 三 |\n| `d` | 四 |\n",
      "| Name | Sense |\n|---|---|\n| `a` | one |\n| `b` | two |\n| `c` | three |\n| `d` | four |\n",
    ).slice(2),
    ["one => 一", "two => -", "three => 三", "four => 四"],
  );
});

test("a page may lack more than a function takes arguments", () => {
  const count = 150_000;
  const aligned = align("一 `a`。\n", `${"b\n\n".repeat(count)}One \`a\`.\n`);
  assert.equal(aligned.filter(({ target }) => target === undefined).length, count);
});

test("a tag may have more attributes than a function takes arguments", () => {
  const tag = `<a ${"href=y ".repeat(130_000)}>`;
  const [first] = align(`一 ${tag}。\n`, `One ${tag}.\n`);
  assert.equal(first?.source?.text, `One ${tag}.`);
});

test("what a page has more, and what it lacks, stands alone", () => {
  assert.deepEqual(
    alignedLines(
      "# 一\n\n看 `a1`。\n\n## 多余的标题\n\n看 `b2`。\n",
      "# One\n\nSee `a1`.\n\nSee `b2`.\n\n- See `c3` and [here](x.md).\n",
    ),
    [
      "One => 一",
      "? See `a1`. => 看 `a1`。",
      "- => 多余的标题",
      "? See `b2`. => 看 `b2`。",
      "See `c3` and [here](x.md). => -",
    ].map((line) => line.replace("? See `a1`", "See `a1`").replace("? See `b2`", "See `b2`")),
  );
});

test("rows of a table are lined up row by row, cells by their columns", () => {
  const english =
    "| Key | Use |\n| --- | --- |\n| `a` | Opens the lid |\n| `b` | Shuts it |\n| `c` | Waits |\n";
  const page = "| 键 | 用途 |\n| --- | --- |\n| `a` | 打开盖子 |\n| `c` |  等待 |\n";
  assert.deepEqual(
    alignedLines(page, english).map((line) => line.replace(/^\? /, "")),
    ["Key => 键", "Use => 用途", "Opens the lid => 打开盖子", "Shuts it => -", "Waits => 等待"],
  );
});

test("an empty cell has no counterpart, and the next one keeps its own", () => {
  assert.deepEqual(alignedLines("| 甲 | 乙 |\n| - | - |\n| | 丁 |\n", "| A | B |\n| - | - |\n| C | D |\n"), [
    "A => 甲",
    "B => 乙",
    "C => -",
    "D => 丁",
  ]);
});

test("lines of a cell differ in number", () => {
  const lines = alignedLines(
    "| 步骤 |\n| - |\n| 打开 `lid`。<br>关闭 [盒子](box.md)。 |\n",
    "| Steps |\n| - |\n| Open the `lid`.<br>Wait for it.<br>Close the [box](box.md). |\n",
  );
  assert.deepEqual(lines, [
    "Steps => 步骤",
    "Open the `lid`. => 打开 `lid`。",
    "Wait for it. => -",
    "Close the [box](box.md). => 关闭 [盒子](box.md)。",
  ]);
});

test("sentences that a translator put into one stay one segment", () => {
  const lines = alignedLines(
    "打开盖子，然后按 `Start`。 等待。\n",
    "Open the lid. Then press `Start`. Wait.\n",
  );
  assert.deepEqual(
    lines.map((line) => line.replace(/^\? /, "")),
    ["Open the lid. Then press `Start`. => 打开盖子，然后按 `Start`。", "Wait. => 等待。"],
  );
});

test("a sentence that a translator cut in two stays one segment", () => {
  assert.deepEqual(
    alignedLines(
      "Ouvrez le couvercle de la machine. Appuyez ensuite sur `Start`. Attendez.\n",
      "Open the lid of the machine, and then press `Start`. Wait.\n",
    ).map((line) => line.replace(/^\? /, "")),
    [
      "Open the lid of the machine, and then press `Start`. => Ouvrez le couvercle de la machine. Appuyez ensuite sur `Start`.",
      "Wait. => Attendez.",
    ],
  );
});

test("in a page of the pipeline an end mark without a blank ends no segment; elsewhere it does", () => {
  const english = "Open the lid. Wait.\n";
  assert.deepEqual(alignedLines("打开盖子。等待。\n", english), [
    "? Open the lid. Wait. => 打开盖子。等待。".replace("? ", ""),
  ]);
  const byHand = alignDocuments(parseDocument("打开盖子。等待。\n"), parseDocument(english));
  assert.deepEqual(
    byHand.map(({ source, target }) => [source?.text, target?.text]),
    [
      ["Open the lid.", "打开盖子。"],
      ["Wait.", "等待。"],
    ],
  );
});

test("code that machine translation leaves behind the end mark belongs to the sentence before", () => {
  assert.deepEqual(
    alignedLines(
      "这些平台是： `windows`、 。 `mac` 请注意 `default` 键。\n",
      "The platforms are `windows` and `mac`. Note the `default` key.\n",
    ).map((line) => line.replace(/^\? /, "")),
    [
      "The platforms are `windows` and `mac`. => 这些平台是： `windows`、 。 `mac`",
      "Note the `default` key. => 请注意 `default` 键。",
    ],
  );
});

test("a title in bold is a sentence of its own where the English has one", () => {
  assert.deepEqual(
    alignedLines(
      "**内容优先** 保持客户的页面为焦点。\n",
      "**Content first.** Keep the customers' page in focus.\n",
    ).map((line) => line.replace(/^\? /, "")),
    ["**Content first.** => **内容优先**", "Keep the customers' page in focus. => 保持客户的页面为焦点。"],
  );
});

test("a line that is nothing but a link is lined up by its text, one that lost its target as a whole", () => {
  assert.deepEqual(alignedLines("- [参阅](x.md)\n", "- [See](x.md)\n"), ["See => 参阅"]);
  const lines = alignedLines("- 参阅\n", "- [See](x.md)\n").map((line) => line.replace(/^\? /, ""));
  assert.deepEqual(lines, ["[See](x.md) => 参阅"]);
});

test("rows that changed places, and a section that moved, find their English", () => {
  const english = ["alpha", "beta", "gamma", "delta", "eps"]
    .map((name) => `## Use ${name}()\n\nSee [${name}](${name}.md) and \`${name}()\`.\n`)
    .join("\n");
  const page = ["eps", "alpha", "beta", "gamma", "delta"]
    .map(
      (name) =>
        `## <a name="use-${name}"></a>使用 ${name}()\n\n参阅 [${name}](${name}.md) 和 \`${name}()\`。\n`,
    )
    .join("\n");
  for (const { source, target } of align(page, english)) {
    if (source === undefined || target === undefined) continue;
    const nameOf = (text: string): string | undefined => /alpha|beta|gamma|delta|eps/.exec(text)?.[0];
    assert.equal(nameOf(source.text), nameOf(target.text));
  }
  assert.equal(align(page, english).filter(({ source, target }) => source && target).length, 10);
});

test("any two texts are lined up, whatever they are", () => {
  const many = (text: string): string => text.repeat(3000);
  for (const [page, english] of [
    ["", ""],
    ["", "One."],
    ["一。", ""],
    [many("一。 "), many("One. ")],
    [many("- 一\n"), many("- One\n\n")],
    [many("| 一 | 二 |\n"), `| a | b |\n| - | - |\n${many("| x | y |\n")}`],
    [many("["), many("](")],
    [many("**"), many("<a name='x'>")],
  ] as const) {
    for (const { confidence } of align(page, english)) assert.ok(confidence >= 0 && confidence <= 1);
  }
});
