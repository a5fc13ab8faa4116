import { test } from "node:test";
import { pageOutdated } from "../../../../server/src/core/rules/source/page-outdated.ts";
import { checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";
import { localizedKeys } from "./localized.ts";

function fixture(page: string, english: string, madeFrom?: string): string {
  const keys = localizedKeys(madeFrom).replace(/^(ms\.openlocfilehash: )(.*)$/m, "$1[|$2|]");
  return `//- zh-cn/page.md\n---\n${keys}\n---\n${page}\n//- en-us/page.md\n${english}`;
}

const withoutMarks = (text: string): string => text.replace(/\[\||\|\]/g, "");

test("reports how much of a page is outdated", () => {
  checkRule(
    pageOutdated,
    fixture(
      `${pair("打开设置。", "Open the settings.", 101)} ${pair("选择语言。", "Choose a language.", 102)} ${pair("以后更快。", "It will be faster later on.", 103)}
//^ source/page-outdated: English changed since this page was made from it: of 3 segments 1 changed, 1 removed, 2 new.`,
      "Open the settings. Choose your language.\n\nYou need a license. Ask your admin for one of them 😀.\r\n",
    ),
  );
});

test("reports code, images and links that changed outside of segments", () => {
  checkRule(
    pageOutdated,
    fixture(
      `${pair("运行：", "Run this:")}\n\n\`\`\`sh\nnpm install\n\`\`\`\n\n![图](a.png)
//^ source/page-outdated: English changed since this page was made from it: another code block, another image.`,
      "Run this:\n\n```sh\nnpm ci\n```\n\n![Picture](b.png)\n",
    ),
  );
});

test("accepts a page whose English changed in its header only", () => {
  checkRule(
    pageOutdated,
    withoutMarks(fixture(pair("一。", "One."), "---\nms.date: 01/02/2024\n---\nOne.\n")),
  );
});

test("accepts a page that was made from the English file", () => {
  const english = "Two.\r\n";
  checkRule(pageOutdated, withoutMarks(fixture(pair("一。", "One."), english, english)));
});

test("reports a page without segments, where the English that it was made from is not to be had", () => {
  checkRule(
    pageOutdated,
    fixture(
      `一。
//^ source/page-outdated: The English page is not the one that this page was made from. What changed cannot be told, because that one is not to be had.`,
      "One.\n",
    ),
  );
});

test("says nothing where there is no English page", () => {
  checkRule(pageOutdated, `---\n${localizedKeys()}\n---\n${pair("打开。", "Open it.")}`);
});
