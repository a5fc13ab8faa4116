import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { stripPage } from "../../../server/src/core/segments/strip.ts";
import { createRandom } from "../../random.ts";
import { markdownFiles, sharedFolder } from "../../shared.ts";
import { pair } from "../compare/pair.ts";

const SEAM = '</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">';

function strip(text: string): string {
  return stripPage(parseDocument(text));
}

test("keeps the translation, drops the rest, changes nothing else", () => {
  const header = '---\r\ntitle: "设置"\r\n---\r\n';
  const page = (first: string, second: string): string =>
    `\uFEFF${header}# <a name="x"></a>${first}\r\n\r\n|a|  \r\n|-|\r\n| [${second}](x.md)|\t\r\n\`\`\`\r\n"x" &quot;\r\n\`\`\``;
  assert.equal(strip(page(pair("设置 ", "Settings"), pair("说明", "Help", 102))), page("设置 ", "说明"));
});

test("gives a page without segments back as it is", () => {
  for (const text of ["", "# Title\n\nText \\*", "</span>"]) assert.equal(strip(text), text);
});

describe("damaged markup", () => {
  test("of a pair that can be read gives the translation", () => {
    assert.equal(strip(`甲 ${pair("译文。", "Text.").replaceAll('"', "&quot;")} 乙`), "甲 译文。 乙");
    assert.equal(strip(pair("译文。", "Text.").replace("</span>", "</span>后记")), "译文。后记");
  });

  test("of a half alone leaves no tag, and no English whose extent is certain", () => {
    assert.equal(strip('甲 <span data-ttu-id="1a2b3-101">译文。</span>'), "甲 译文。");
    assert.equal(strip(`甲。${SEAM}Text.</span></span> 乙`), "甲。 乙");
  });

  test("of halves on two lines, or in the wrong order, gives the translation alone", () => {
    const [target, english] = [
      '<span data-ttu-id="1a2b3-101">甲</span>',
      `${SEAM.slice("</span>".length)}A</span></span>`,
    ];
    assert.equal(strip(`${target}\n${english} ${pair("乙", "B", 102)}`), "甲 乙");
    assert.equal(strip(`${target}\r\n${english}\r\n丙`), "甲\r\n丙");
    assert.equal(strip(`${english}${target} ${pair("乙", "B", 102)}`), "甲 乙");
  });

  test("of an English half without end stays, so that no sentence is lost unseen", () => {
    const half = `<span data-ttu-id="1a2b3-101">译文。${SEAM}Text. 乙`;
    assert.equal(strip(`${half}\n\n${pair("丙", "C", 102)}`), `${half}\n\n丙`);
  });

  test("of a segment in another one gives both translations, in their order", () => {
    assert.equal(strip(pair(`甲${pair("乙", "B", 102)}丙`, "A")), "甲乙丙");
    assert.equal(strip(`${pair("甲", `A${pair("乙", "B", 102)}C`)}丁`), "甲丁");
  });
});

describe("escapes", () => {
  test("that only the translation has are undone", () => {
    assert.equal(strip(pair("选择“发布”\\*\\*\\*\\*。", "Choose **Publish**.")), "选择“发布”****。");
    assert.equal(strip(pair("a\\_b", "a b")), "a_b");
  });

  test("that both halves have are undone where they do nothing", () => {
    assert.equal(strip(pair("单价 \\* 数量", "Price \\* quantity")), "单价 * 数量");
    assert.equal(strip(pair("美元\\*", "USD\\*")), "美元*");
  });

  test("that both halves have stay where the page would read otherwise", () => {
    for (const [target, source] of [
      ["\\*\\*留空\\*\\*", "\\*\\*Leave empty\\*\\*"],
      ["\\* 注意", "\\* Note"],
      ["*\\* 注意*", "*\\* Note*"],
    ] as const) {
      assert.equal(strip(pair(target, source)), target);
    }
  });

  test("stay where two segments of one block would make emphasis together", () => {
    assert.equal(strip(`${pair("\\*甲", "\\*A")} ${pair("乙\\*", "B\\*", 102)}`), "\\*甲 乙\\*");
    assert.equal(strip(`- ${pair("\\*甲", "\\*A")}\n- ${pair("乙\\*", "B\\*", 102)}`), "- *甲\n- 乙*");
  });

  test("stay on a page whose author is seen to escape", () => {
    const page = `${pair("\\*甲\\*", "\\*A\\*")}\n\n${pair("美元\\*", "USD\\*", 102)}`;
    assert.equal(strip(page), "\\*甲\\*\n\n美元\\*");
  });

  test("of `_` stay where both halves have them", () => {
    assert.equal(strip(pair("a\\_b 列", "Column a\\_b")), "a\\_b 列");
  });

  test("outside segments, and pages without segments, are left alone", () => {
    assert.equal(strip(`\\* 甲 ${pair("乙", "B")}`), "\\* 甲 乙");
    assert.equal(strip("USD\\*"), "USD\\*");
  });
});

test("a stripped page stays as it is, however damaged the page was", () => {
  const page = `# ${pair("设置", "Settings", 101)}\n\n${pair("甲\\*", "A\\*", 102)} ${pair("乙", "B", 103)}\n- [${pair("丙", "C", 104)}](x.md)\n`;
  const random = createRandom(3);
  for (let round = 0; round < 1500; round += 1) {
    const start = random.below(page.length);
    const once = strip(page.slice(0, start) + page.slice(start + random.below(120)));
    assert.equal(strip(once), once);
  }
});

describe("the reference pages that exist in both forms", () => {
  const { folder: corpus, skip } = sharedFolder("corpus");

  /** What is left when every escape of `*` and `_` is undone. */
  const withoutEscapes = (text: string): string => text.replace(/\\([*_])/g, "$1");

  test("are equal in 98 % of the cases, and but for escapes in 99.8 %", { skip }, () => {
    const count = { pages: 0, equal: 0, equalButEscapes: 0 };
    for (const locale of ["zh-cn", "ja-jp", "fr-fr"]) {
      const clean = new Map(
        Array.from(markdownFiles(`${corpus}/partner-center.${locale}`), ({ path, text }) => [path, text]),
      );
      for (const { path, text } of markdownFiles(`${corpus}/partner-center.${locale}-sxs`)) {
        const expected = clean.get(path) ?? "";
        const actual = strip(text);
        count.pages += 1;
        count.equal += Number(actual === expected);
        count.equalButEscapes += Number(withoutEscapes(actual) === withoutEscapes(expected));
      }
    }
    assert.ok(count.pages >= 1074, JSON.stringify(count));
    assert.ok(count.equal >= 0.98 * count.pages, JSON.stringify(count));
    assert.ok(count.equalButEscapes >= 0.998 * count.pages, JSON.stringify(count));
  });
});
