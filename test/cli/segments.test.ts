import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

const PAIR =
  '<span data-ttu-id="1a2b3-103">设置 😀</span><span class="sxs-lookup"><span data-stu-id="1a2b3-103">Set up</span></span>';
const KEYS = 'ms.contentlocale: zh-CN\nms.locfileid: "1234567"\nms.translationtype: MT';

interface SegmentsLine {
  readonly file: string;
  readonly form: string;
  readonly segments: readonly unknown[];
}

function readLines(stdout: string): SegmentsLine[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as SegmentsLine);
}

test("a side-by-side page gives its pairs, with the range of the whole markup", async (context) => {
  const folder = new Folder(context, { "docs/a.md": `# A\n\n1. ${PAIR}\n` });
  const { code, stdout } = await folder.lockstep(["segments", "docs"]);
  assert.equal(code, 0);
  assert.deepEqual(readLines(stdout), [
    {
      file: "a.md",
      form: "sxs",
      segments: [
        {
          id: "1a2b3-103",
          source: "Set up",
          target: "设置 😀",
          range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 + PAIR.length } },
          sourceRange: {
            start: { line: 2, character: 3 + PAIR.indexOf("Set up") },
            end: { line: 2, character: 3 + PAIR.indexOf("Set up") + 6 },
          },
        },
      ],
    },
  ]);
});

test("a page without localization metadata is cut into segments", async (context) => {
  const folder = new Folder(context, { "a.md": "# Set up\n\nOpen it. Wait.\n" });
  const [line] = readLines((await folder.lockstep(["segments", "a.md"])).stdout);
  assert.equal(line?.form, "source");
  assert.deepEqual(
    line.segments.map((segment) => (segment as { source: string; target: null }).source),
    ["Set up", "Open it.", "Wait."],
  );
  assert.deepEqual(line.segments[1], {
    id: null,
    source: "Open it.",
    target: null,
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } },
    sourceRange: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } },
  });
});

test("--as source takes a localized page for an English one", async (context) => {
  const folder = new Folder(context, { "a.md": `---\n${KEYS}\n---\n\nOne. Two.\n` });
  const [line] = readLines((await folder.lockstep(["segments", "a.md", "--as", "source"])).stdout);
  assert.deepEqual([line?.form, line?.segments.length], ["source", 2]);
});

test("a page in clean form has no segments while its English page is not known", async (context) => {
  const folder = new Folder(context, { "zh/a.md": `---\n${KEYS}\n---\n\n一。\n`, "en/a.md": "One.\n" });
  const alone = await folder.lockstep(["segments", "zh"]);
  assert.equal(alone.code, 0);
  assert.deepEqual(readLines(alone.stdout), [{ file: "a.md", form: "clean", segments: [] }]);
  assert.match(alone.stderr, /zh\/a\.md: A page in clean form/);
  assert.equal((await folder.lockstep(["segments", "zh", "--quiet"])).stderr, "");
});

test("a page in clean form is lined up with its English page", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": `---\n${KEYS}\n---\n\n> 一。 二 😀。\n\n# 完\n\n多余。\n`,
    "en/a.md": "> One. Two 😀.\n\n# End\n",
  });
  const { code, stdout } = await folder.lockstep(["segments", "zh", "--source", "en"]);
  assert.equal(code, 0);
  const [line] = readLines(stdout) as (SegmentsLine & { segments: { confidence: number }[] })[];
  assert.equal(line?.form, "clean");
  const [one, two, , three] = line.segments.map(({ confidence, ...rest }) => ({
    ...rest,
    sure: confidence > 0.95,
  }));
  const rangeOf = (row: number, start: number, end: number) => ({
    start: { line: row, character: start },
    end: { line: row, character: end },
  });
  assert.deepEqual(one, {
    id: null,
    source: "One.",
    target: "一。",
    range: rangeOf(6, 2, 4),
    sourceRange: rangeOf(0, 2, 6),
    sure: true,
  });
  assert.deepEqual(two, {
    id: null,
    source: "Two 😀.",
    target: "二 😀。",
    range: rangeOf(6, 5, 10),
    sourceRange: rangeOf(0, 7, 14),
    sure: true,
  });
  assert.deepEqual(three, {
    id: null,
    source: null,
    target: "多余。",
    range: rangeOf(10, 0, 3),
    sourceRange: null,
    sure: false,
  });
});

test("a sentence over the lines of a quote is given as it stands, its English as the pipeline writes it", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": `---\n${KEYS}\n---\n\n> 一\n> 二。\n`,
    "en/a.md": "> One\n> two.\n",
  });
  const [line] = readLines((await folder.lockstep(["segments", "zh", "--source", "en"])).stdout);
  const [segment] = line?.segments as { source: string; target: string }[];
  assert.deepEqual([segment?.target, segment?.source], ["一\n> 二。", "One\ntwo."]);
});

test("an include without metadata is a clean page beside its English, an older English page is not", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": "打开。\n",
    "zh/b.md": "Open. Close.\n",
    "en/a.md": "Open.\n",
    "en/b.md": "Open. Close. Wait.\n",
  });
  const [a, b] = readLines((await folder.lockstep(["segments", "zh", "--source", "en"])).stdout);
  assert.deepEqual([a?.form, b?.form], ["clean", "source"]);
});

test("one line for each document, in order of the paths", async (context) => {
  const folder = new Folder(context, { "b.md": "B.\n", "a/c.md": "C.\n", "a.txt": "no page" });
  const { stdout } = await folder.lockstep(["segments", "."]);
  assert.deepEqual(
    readLines(stdout).map(({ file }) => file),
    ["a/c.md", "b.md"],
  );
});

test("a text that is named by itself is read", async (context) => {
  const folder = new Folder(context, { "a.txt": "One. Two.\n" });
  const [line] = readLines((await folder.lockstep(["segments", "a.txt"])).stdout);
  assert.deepEqual([line?.file, line?.segments.length], ["a.txt", 2]);
});

test("--format text is for people", async (context) => {
  const folder = new Folder(context, { "a.md": `${PAIR}\n` });
  const { stdout } = await folder.lockstep(["segments", ".", "--format", "text"]);
  assert.equal(stdout, "a.md (sxs, 1 segments)\n  1a2b3-103:1:1\n    设置 😀\n    Set up\n");
});
