import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";
import { segmentPair } from "../segment-pair.ts";

const HEADER =
  "---\ntitle: 清洁\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\nms.translationtype: MT\n---\n\n";
const ENGLISH = `---
title: Clean
---

# Clean the sensors

> [!NOTE]
> Wear gloves. The sensors are sharp.

- [See also](more.md)

| Part | Code |
| ---- | ---- |
| Lid | \`a1\` |
`;
const CLEAN = `${HEADER}# <a name="clean-the-sensors"></a>清洁传感器

> [!NOTE]
> 戴上手套。 传感器很锋利。

- [另请参阅](more.md)

| 部件 | 代码 |
| ---- | ---- |
| 盖子 | \`a1\` |
`;

function pair(number: number, target: string, source: string): string {
  return segmentPair(`1a2b3-${number}`, target, source);
}

const SXS = `${HEADER}# <a name="clean-the-sensors"></a>${pair(102, "清洁传感器", "Clean the sensors")}

> [!NOTE]
> ${pair(103, "戴上手套。", "Wear gloves.")} ${pair(104, "传感器很锋利。", "The sensors are sharp.")}

- [${pair(105, "另请参阅", "See also")}](more.md)

| ${pair(106, "部件", "Part")} | ${pair(107, "代码", "Code")} |
| ---- | ---- |
| ${pair(108, "盖子", "Lid")} | \`a1\` |
`;

test("writes the side-by-side form as the pipeline does, and copies everything else", async (context) => {
  const folder = new Folder(context, {
    "zh/docs/a.md": CLEAN,
    "zh/docs/sxs.md": SXS,
    "zh/x.txt": "x",
    "en/docs/a.md": ENGLISH,
    "en/docs/sxs.md": ENGLISH,
  });
  const args = ["annotate", "zh", "--source", "en", "--out", "out", "--prefix", "1a2b3"];
  const { code, stdout, stderr } = await folder.lockstep(args);
  assert.deepEqual([code, stdout, stderr], [0, "", "1 page annotated, 2 other files copied.\n"]);
  assert.equal(folder.read("out/docs/a.md"), SXS);
  assert.equal(folder.read("out/docs/sxs.md"), SXS);
  assert.equal(folder.read("out/x.txt"), "x");
  assert.equal(folder.read("zh/docs/a.md"), CLEAN, "the input is left alone");
});

test("strip undoes it, line ends and byte order mark included", async (context) => {
  const clean = `\uFEFF${CLEAN.replaceAll("\n", "\r\n")}`;
  const folder = new Folder(context, { "zh/a.md": clean, "en/a.md": ENGLISH });
  await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "out"]);
  assert.match(folder.read("out/a.md"), /data-stu-id="[0-9a-f]{5}-102">Clean the sensors</);
  await folder.lockstep(["strip", "out", "--write"]);
  assert.equal(folder.read("out/a.md"), clean);
});

test("each page has a prefix of its own, the same at every run", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": CLEAN,
    "zh/b.md": CLEAN,
    "en/a.md": ENGLISH,
    "en/b.md": ENGLISH,
  });
  await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "one"]);
  await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "two"]);
  assert.equal(folder.read("one/a.md"), folder.read("two/a.md"));
  const prefixOf = (path: string) => /data-ttu-id="([0-9a-f]{5})-/.exec(folder.read(path))?.[1];
  assert.notEqual(prefixOf("one/a.md"), prefixOf("one/b.md"));
});

test("says which sentences stay without English, and why", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": `${HEADER}一个 \\*词。\n\n## 只有中文\n`,
    "en/a.md": "One word.\n",
  });
  const text = await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "out"]);
  assert.equal(
    text.stderr,
    "lockstep: zh/a.md: 2 sentences stay without English: 1 with nothing like it in the English page, 1 that `strip` would not give back as it is.\n" +
      "0 pages annotated, 1 other file copied.\n",
  );
  const folderOfTwo = new Folder(context, {
    "zh/a.md": `${HEADER}一个词。\n\n## 只有中文\n`,
    "en/a.md": "One word.\n",
  });
  const { stdout } = await folderOfTwo.lockstep([
    ...["annotate", "zh", "--source", "en", "--out", "out", "--format", "json"],
  ]);
  assert.deepEqual(JSON.parse(stdout), {
    version: 1,
    files: [
      {
        file: "a.md",
        action: "annotated",
        segments: 1,
        leftOut: [
          {
            reason: "no-english",
            range: { start: { line: 8, character: 3 }, end: { line: 8, character: 7 } },
          },
        ],
      },
    ],
  });
});

test("a page without English page is copied, and named", async (context) => {
  const folder = new Folder(context, { "zh/a.md": CLEAN, "en/b.md": ENGLISH });
  const { code, stderr } = await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "out"]);
  assert.equal(code, 0);
  assert.match(stderr, /zh\/a\.md: Its English page is not known\./);
  assert.equal(folder.read("out/a.md"), CLEAN);
});

test("--prefix is five hexadecimal digits", async (context) => {
  const folder = new Folder(context, { "zh/a.md": CLEAN });
  const { code, stderr } = await folder.lockstep(["annotate", "zh", "--out", "out", "--prefix", "12345g"]);
  assert.equal(code, 2);
  assert.match(stderr, /five hexadecimal digits/);
});

test("--write annotates in place", async (context) => {
  const folder = new Folder(context, { "zh/a.md": CLEAN, "en/a.md": ENGLISH });
  const { code } = await folder.lockstep([
    ...["annotate", "zh", "--source", "en", "--write", "--prefix", "1a2b3"],
  ]);
  assert.equal(code, 0);
  assert.equal(folder.read("zh/a.md"), SXS);
});

test("--out is refused where the English pages are", async (context) => {
  const folder = new Folder(context, { "zh/a.md": CLEAN, "en/a.md": ENGLISH });
  const { code, stderr } = await folder.lockstep(["annotate", "zh", "--source", "en", "--out", "en"]);
  assert.equal(code, 2);
  assert.match(stderr, /`--out` lies in the English pages/);
  assert.equal(folder.read("en/a.md"), ENGLISH);
});
