import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scanSegments } from "../../../server/src/core/segments/scan-segments.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { corpusFolders, markdownFiles, sharedFolder } from "../../shared.ts";
import { pair } from "../compare/pair.ts";
import { brief, checkShape, PAGE, scan } from "./scan.ts";

describe("a page as the pipeline writes it", () => {
  test("all its segments are found, whatever they stand in", () => {
    const { segments, problems } = scan(PAGE);
    assert.deepEqual(problems, []);
    assert.deepEqual(segments.map(brief), [
      "1a2b3-103|设置|Settings",
      "1a2b3-104|第一句。|First sentence.",
      "1a2b3-105|选择 **确定**。|Choose **OK**.",
      "1a2b3-106|注意。|Note.",
      "1a2b3-107|说明|Help",
      "1a2b3-108|`<span>` 标记|The `<span>` tag",
      "1a2b3-109|甲|A",
      "1a2b3-1000|乙|B",
      "1a2b3-p101|段一。段二。|One. Two.",
    ]);
    checkShape(PAGE);
  });

  test("the page comes back from its segments, byte for byte", () => {
    const { segments } = scan(PAGE);
    let printed = "";
    let position = 0;
    for (const { span, id, target, sourceId, source } of segments) {
      const start = `<span data-ttu-id="${id}">${target}</span>`;
      const end = `<span class="sxs-lookup"><span data-stu-id="${sourceId}">${source}</span></span>`;
      printed += PAGE.slice(position, span.start) + start + end;
      position = span.end;
    }
    assert.equal(printed + PAGE.slice(position), PAGE);
  });

  test("it reads the same with and without a broken tag at its end", () => {
    const page = PAGE.replace("`<span>` 标记", "标记");
    const broken = "\n\n<span data-ttu-id=";
    assert.deepEqual(scan(page).segments, scan(page + broken).segments);
    assert.deepEqual(
      scan(page + broken).problems.map(({ defect }) => defect),
      ["unpaired"],
    );
  });

  test("the front matter is not looked at", () => {
    const header = `---\ntitle: '${pair("甲", "A")}'\n---\n`;
    assert.deepEqual(scanSegments(header + PAGE, header.length).segments.length, 9);
  });

  test("a segment may go over a line end, also in a quotation", () => {
    const text = `> ${pair("[上一页](a.md)\r\n> [下一页](b.md)", "[Previous](a.md)\r\n[Next](b.md)")}`;
    assert.equal(scan(text).segments[0]?.source, "[Previous](a.md)\r\n[Next](b.md)");
    assert.deepEqual(scan(text).problems, []);
  });

  test("spans that are content stay content", () => {
    for (const [target, source] of [
      ['<span class="ui">甲</span>', '<span class="ui">A</span>'],
      ["<span>甲<span>乙</span></span> 丙", "<span>A<span>B</span></span> C"],
      ["`<span>` 标记", "the `<span>` tag"],
      ["甲 <span> 乙", "A <span> B"],
      ["`</span>`", "`</span>`"],
      ["`</span></span>`", "`</span></span>` ends it"],
      ["$('<span/>')", "$('<span/>')"],
      ['data-ttu-id="x" 属性', "the data-ttu-id attribute"],
    ] as const) {
      const { segments, problems } = scan(`${pair(target, source)} ${pair("乙", "B", 102)}`);
      assert.deepEqual(segments.map(brief), [`1a2b3-101|${target}|${source}`, "1a2b3-102|乙|B"]);
      assert.deepEqual(problems, []);
    }
  });

  test("a sign and a word with any number of blanks between them are read to the end", () => {
    for (let count = 0; count < 10; count += 1) {
      for (const sign of ["<", "</", "< /", "<   /"]) {
        const text = `rows ${sign}${" ".repeat(count)}span`;
        assert.deepEqual(scan(`${pair("甲", "A")} ${text}`).segments.map(brief), ["1a2b3-101|甲|A"], text);
      }
    }
  });

  test("pages about markup have no segments and no problems", () => {
    for (const text of [
      "The attribute `data-ttu-id` names the sentence, data-stu-id its source, class sxs-lookup hides it.",
      "&lt;span data-ttu-id=&quot;1a2b3-101&quot;&gt;",
      '<span class="ui">OK</span> and <span id="x">',
    ]) {
      const { segments, problems } = scan(text);
      assert.deepEqual({ segments, problems }, { segments: [], problems: [] }, text);
    }
  });
});

describe("the reference documents", () => {
  for (const folder of corpusFolders().filter((name) => name.endsWith("-sxs"))) {
    test(`every id in ${folder} belongs to a segment, and nothing but damage is reported`, () => {
      let ids = 0;
      let found = 0;
      for (const { text } of markdownFiles(sharedFolder("corpus", folder).folder)) {
        ids += text.split("data-ttu-id").length - 1;
        const { segments, problems } = scan(text);
        found += segments.length;
        assert.deepEqual(
          problems.filter((problem) => problem.defect !== "corrupt-markup"),
          [],
        );
        assert.deepEqual(
          problems.filter((problem) => problem.repairs[0]?.isSafe !== true),
          [],
        );
        const repaired = applyEdits(
          text,
          problems.flatMap((problem) => problem.repairs[0]?.edits ?? []),
        );
        assert.deepEqual(scan(repaired).problems, [], "one repair is enough");
        assert.equal(scan(repaired).segments.length, segments.length);
      }
      assert.equal(found, ids);
    });
  }
  test("are there", { skip: sharedFolder("corpus").skip }, () => {
    assert.ok(corpusFolders().length > 0);
  });
});
