import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { HOSTS, openHost } from "./paint.ts";
import { segmentPair } from "../segment-pair.ts";

/** One segment as the pipeline writes it. */
function pair(number: string, target: string, source: string): string {
  return segmentPair(`1a2b3-${number}`, target, source);
}

/** What the grammar should make of `pair(number, …)`; `target` is already painted. */
function painted(number: string, target: readonly string[], source: string): string[] {
  const id = `id 1a2b3-${number}`;
  return [
    'markup <span data-ttu-id="',
    id,
    'markup ">',
    ...target,
    'markup </span><span class="sxs-lookup"><span data-stu-id="',
    id,
    'markup ">',
    `source ${source}`,
    "markup </span></span>",
  ];
}

for (const { name, files } of HOSTS) {
  suite(`in ${name}`, { skip: files === undefined && "not installed here" }, () => {
    if (files === undefined) return;
    const host = openHost(files);

    test("a pair is markup, ids, translation and English", async () => {
      const paint = await host;
      assert.deepEqual(paint(pair("103", "译文 𠮷 한국어。", "The text.")), [
        painted("103", ["target 译文 𠮷 한국어。"], "The text."),
      ]);
    });

    test("pairs of one line follow each other", async () => {
      const paint = await host;
      const line = `${pair("103", "一。", "One.")} ${pair("p104", "二。", "Two.")}`;
      const expected = [
        ...painted("103", ["target 一。"], "One."),
        "-  ",
        ...painted("p104", ["target 二。"], "Two."),
      ];
      assert.deepEqual(paint(line), [expected]);
    });

    test("Markdown in the translation stays Markdown, in the English it is plain", async () => {
      const paint = await host;
      const line = pair("103", "选**粗**和`码`和[链](a.md)", "Select **bold** and `code` and [link](a.md)");
      const expected = painted(
        "103",
        ["target 选", "bold **粗**", "target 和", "code `码`", "target 和[链](", "url a.md", "target )"],
        "Select **bold** and `code` and [link](a.md)",
      );
      assert.deepEqual(paint(line), [expected]);
    });

    test("bold text that is never closed ends with its own segment", async () => {
      const paint = await host;
      const line = `- ${pair("103", "カタログの [頻度] **で、[版**] **を選択します**。", "x")} ${pair("104", "次", "Next")}`;
      assert.deepEqual(paint(line)[0]?.slice(-9), painted("104", ["target 次"], "Next"));
    });

    test("a heading has an anchor in front of its pair", async () => {
      const paint = await host;
      const line = `## <a name="set-up"></a>${pair("103", "设置", "Set up")}`;
      assert.deepEqual(paint(line)[0]?.slice(1), [
        'markup <a name="',
        "anchor set-up",
        'markup "></a><span data-ttu-id="',
        ...painted("103", ["target 设置"], "Set up").slice(1),
      ]);
    });

    test("a pair inside a link's brackets is found", async () => {
      const paint = await host;
      const line = `- [${pair("103", "设置", "Set up")}](set-up.md)`;
      assert.deepEqual(paint(line)[0]?.slice(1, -3), painted("103", ["target 设置"], "Set up"));
    });

    test("the mark of a sync is markup, and its word is set off", async () => {
      const paint = await host;
      const line = `${pair("103", "一。", "One.")}<!--lockstep:changed--> x`;
      assert.deepEqual(paint(line)[0]?.slice(-4), [
        "markup </span></span><!--lockstep:",
        "mark changed",
        "markup -->",
        "-  x",
      ]);
    });

    test("every cell of a table row is found", async () => {
      const paint = await host;
      const cells = Array.from({ length: 60 }, (_, nth) =>
        pair(String(101 + nth), `格${String(nth)}`, `Cell ${String(nth)}`),
      );
      const [, row] = paint(`| a | b |\n| ${cells.join(" | ")} |`);
      assert.equal(row?.filter((each) => each.startsWith("source ")).length, 60);
      assert.equal(row.filter((each) => each.startsWith("target ")).length, 60);
    });

    test("quotes of a damaged pair are shown as wrong, and the pair as a pair", async () => {
      const paint = await host;
      const line =
        "<span data-ttu-id=&quot;1a2b3-103&quot;>坏</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;1a2b3-103&quot;>Bad</span></span> 后";
      assert.deepEqual(paint(line)[0]?.slice(0, -1), [
        "markup <span data-ttu-id=",
        "bad &quot;",
        "id 1a2b3-103",
        "bad &quot;",
        "markup >",
        "target 坏",
        "markup </span><span class=",
        "bad &quot;",
        "markup sxs-lookup",
        "bad &quot;",
        "markup ><span data-stu-id=",
        "bad &quot;",
        "id 1a2b3-103",
        "bad &quot;",
        "markup >",
        "source Bad",
        "markup </span></span>",
      ]);
    });

    test("a translation without its English costs one segment, not the next", async () => {
      const paint = await host;
      const line = `<span data-ttu-id="1a2b3-103">孤立 ${pair("104", "二", "Two")}`;
      assert.deepEqual(paint(line)[0]?.slice(-9), painted("104", ["target 二"], "Two"));
    });

    test("an English half that is never closed ends with its paragraph", async () => {
      const paint = await host;
      const open = pair("103", "一", "One").replace("</span></span>", "");
      const [first, , third] = paint(`${open}\n\n${pair("104", "二", "Two")}`);
      assert.equal(first?.at(-1), "source One");
      assert.deepEqual(third, painted("104", ["target 二"], "Two"));
    });

    test("a segment may have several lines", async () => {
      const paint = await host;
      const [first, ...others] = paint(pair("103", "一\n二", "One\nTwo"));
      assert.equal(first?.at(-1), "target 一");
      assert.deepEqual(others, [
        [
          "target 二",
          'markup </span><span class="sxs-lookup"><span data-stu-id="',
          "id 1a2b3-103",
          'markup ">',
          "source One",
        ],
        ["source Two", "markup </span></span>"],
      ]);
    });

    test("a literal end tag in code does not end the translation", async () => {
      const paint = await host;
      const line = pair("103", "用`</span>`结束", "Ends with `</span>`");
      assert.deepEqual(paint(line), [
        painted("103", ["target 用", "code `</span>`", "target 结束"], "Ends with `</span>`"),
      ]);
    });

    test("markup in a fence is code", async () => {
      const paint = await host;
      const [, line] = paint(`\`\`\`html\n${pair("103", "一", "One")}\n\`\`\``);
      assert.ok(
        line?.every((each) => each.startsWith("- ")),
        line?.join("\n"),
      );
    });

    test("pairs in a quote and a list leave the rest of the page as it is", async () => {
      const paint = await host;
      const lines = paint(
        `> [!NOTE]\n> ${pair("103", "一", "One")}\n\n1. ${pair("104", "二", "Two")}\n\n**bold**`,
      );
      assert.deepEqual(lines[1]?.slice(1), painted("103", ["target 一"], "One"));
      assert.deepEqual(lines[3]?.slice(1), painted("104", ["target 二"], "Two"));
      assert.deepEqual(lines[5], ["bold **bold**"]);
    });

    test("pipeline keys are set off in the front matter and nowhere else", async () => {
      const paint = await host;
      const page =
        '---\ntitle: 设置\nms.translationtype: HT\nms.locfileid: "57584290"\n---\nms.translationtype: HT';
      const lines = paint(page);
      assert.ok(lines[1]?.every((each) => each.startsWith("- ")));
      assert.deepEqual(lines[2], ["key ms.translationtype:", "-  ", "value HT"]);
      assert.deepEqual(lines[3], ["key ms.locfileid:", "-  ", 'machine "57584290"']);
      assert.ok(lines[5]?.every((each) => each.startsWith("- ")));
    });

    test("a line of 12,000 characters is painted to its end, damaged or not", async () => {
      const paint = await host;
      const healthy = Array.from({ length: 60 }, (_, nth) =>
        pair(String(101 + nth), "长".repeat(40), "long ".repeat(8)),
      );
      const [line] = paint(healthy.join(" "));
      assert.equal(line?.filter((each) => each.startsWith("source ")).length, 60);
      assert.equal(line.at(-1), "markup </span></span>");

      const [hostile] = paint('<span data-ttu-id="1a2b3-103">'.repeat(400));
      assert.equal(hostile?.filter((each) => each === "id 1a2b3-103").length, 400);
    });
  });
}
