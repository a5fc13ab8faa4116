import assert from "node:assert/strict";
import { test } from "node:test";
import { carry } from "../../../server/src/core/sync/carry.ts";

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly target: string;
  /** `undefined`: a person has to look. */
  readonly carried: string | undefined;
}

const CASES: readonly Case[] = [
  {
    name: "blanks and letter case change nothing",
    before: "Open  the Settings.",
    after: "Open the settings.",
    target: "打开设置。",
    carried: "打开设置。",
  },
  {
    name: "a link target is replaced where it stands",
    before: "See [a](x.md) and [b](y.md).",
    after: "See [a](x.md) and [b](z.md).",
    target: "见[乙](y.md)和[甲](x.md)。",
    carried: "见[乙](z.md)和[甲](x.md)。",
  },
  {
    name: "a localized link target is a person's to judge",
    before: "See [a](x.md).",
    after: "See [a](z.md).",
    target: "见[甲](zh.md)。",
    carried: undefined,
  },
  {
    name: "code is replaced",
    before: "Run `a` twice.",
    after: "Run `b` twice.",
    target: "运行两次 `a`。",
    carried: "运行两次 `b`。",
  },
  {
    name: "emphasis around the whole text follows",
    before: "**Note**",
    after: "*Note*",
    target: "**注意**",
    carried: "*注意*",
  },
  {
    name: "emphasis that is taken off the whole text follows",
    before: "*Note*",
    after: "Note",
    target: "*注意*",
    carried: "注意",
  },
  {
    name: "emphasis around some words is a person's to place",
    before: "Select Save now.",
    after: "Select **Save** now.",
    target: "立即选择“保存”。",
    carried: undefined,
  },
  {
    name: "another writing of the same emphasis changes nothing",
    before: "Select _Save_.",
    after: "Select *Save*.",
    target: "选择 *保存*。",
    carried: "选择 *保存*。",
  },
  {
    name: "a full stop at the end is that of the language",
    before: "Open it",
    after: "Open it.",
    target: "打开",
    carried: "打开。",
  },
  {
    name: "French keeps its own",
    before: "Open it.",
    after: "Open it",
    target: "Ouvrez-le.",
    carried: "Ouvrez-le",
  },
  {
    name: "a question is not a statement",
    before: "Open it.",
    after: "Open it?",
    target: "打开。",
    carried: undefined,
  },
  {
    name: "a number is a word",
    before: "Wait 3 seconds.",
    after: "Wait 5 seconds.",
    target: "等待 3 秒。",
    carried: undefined,
  },
  {
    name: "a symbol is one, too",
    before: "Use A+B.",
    after: "Use A-B.",
    target: "用 A+B。",
    carried: undefined,
  },
  {
    name: "a comma between words changes nothing",
    before: "At this point it stops.",
    after: "At this point, it stops.",
    target: "此时它停止。",
    carried: "此时它停止。",
  },
  {
    name: "a point within a number is a person's to judge",
    before: "Wait 35 seconds.",
    after: "Wait 3.5 seconds.",
    target: "等待 35 秒。",
    carried: undefined,
  },
  {
    name: "so are words that are put into brackets",
    before: "Name optional value.",
    after: "Name (optional) value.",
    target: "命名可选值。",
    carried: undefined,
  },
  {
    name: "a link that was written in HTML is one in Markdown",
    before: '<a href="x.md">Commands</a>',
    after: "[Commands](y.md)",
    target: '<a href="x.md">命令</a>',
    carried: "[命令](y.md)",
  },
  {
    name: "a name is written as English writes it now",
    before: "Write Typescript.",
    after: "Write TypeScript.",
    target: "编写 Typescript。",
    carried: "编写 TypeScript。",
  },
  {
    name: "a word of the language that looks like the English one is left alone where it stands more often",
    before: "Open the Table.",
    after: "Open the table.",
    target: "Ouvrez la Table : Table.",
    carried: "Ouvrez la Table : Table.",
  },
  {
    name: "asterisks that English does not show any more are taken out",
    before: "The id: \\*\\* **fox**.",
    after: "The id: **fox**.",
    target: "标识：\\*\\* **fox**。",
    carried: "标识：**fox**。",
  },
];

for (const { name, before, after, target, carried } of CASES) {
  void test(name, () => {
    assert.equal(carry(before, after, target), carried);
  });
}
