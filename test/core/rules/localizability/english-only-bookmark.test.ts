import { test } from "node:test";
import { englishOnlyBookmark } from "../../../../server/src/core/rules/localizability/english-only-bookmark.ts";
import { checkFix, checkRule } from "../../../check.ts";

const DUPLICATES = "## Install\n\n### Test\n\n## Remove\n\n### Test\n";

test("reports a link to the number of a repeated heading, and gives the heading an anchor", () => {
  checkRule(
    englishOnlyBookmark,
    `//- en-us/page.md
See [Test](#[|test-1|]) 🔧.
//^ localizability/english-only-bookmark: Bookmark \`#test-1\` works in English only: translations do not number headings of the same name, there it is \`#test\` again.
${DUPLICATES}`,
  );
  const text = `See [Test](page.md#test-1).\n${DUPLICATES}`.replaceAll("\n", "\r\n");
  checkFix(
    englishOnlyBookmark,
    `//- en-us/page.md\n${text}`,
    text.replace(/### Test\r\n$/, '### <a id="test-1"></a>Test\r\n'),
  );
});

test("reports a link to a heading with an entity, in another page too", () => {
  const says =
    "//^ localizability/english-only-bookmark: Bookmark `#reset-all` works in English only: in translations the entity in the heading makes it `#42reset-all`.";
  checkRule(
    englishOnlyBookmark,
    `//- en-us/page.md
[Reset](#[|reset-all|])
${says}

## &#42;Reset all
//- en-us/other.md
[Reset](page.md#[|reset-all|])
${says}
`,
  );
});

test("accepts names that translations have as well", () => {
  checkRule(
    englishOnlyBookmark,
    `//- en-us/page.md
[One](#test) [Two](#test-2) [Three](#tips-1)

## Test

## Test

## Test 2

## Tips 1
//- en-us/other.md
[Own](page.md#own) [Anchor](anchors.md#reset)
//- en-us/anchors.md
## <a id="reset"></a>&#42;Reset
`,
  );
});

test("accepts a repeated heading that nothing links to", () => {
  checkRule(englishOnlyBookmark, `//- en-us/page.md\n${DUPLICATES}`);
});

test("reads a published root without locales as English, and no other", () => {
  const page = `[Test](#test-1)\n${DUPLICATES}`;
  const marked = `[Test](#[|test-1|])
//^ localizability/english-only-bookmark: Bookmark \`#test-1\` works in English only: translations do not number headings of the same name, there it is \`#test\` again.
${DUPLICATES}`;
  checkRule(englishOnlyBookmark, `//- page.md\n${marked}//- docfx.json\n{}`);
  checkRule(englishOnlyBookmark, `//- page.md\n${page}`);
  checkRule(englishOnlyBookmark, `//- page.md\n${page}//- docfx.json\n{}`, { rootName: "docs.zh-cn" });
  checkRule(englishOnlyBookmark, `//- zh-cn/page.md\n${page}//- docfx.json\n{}`);
});

test("does not read links and headings in code", () => {
  checkRule(englishOnlyBookmark, `//- en-us/page.md\n\`[Test](#test-1)\`\n\n${DUPLICATES}`);
  checkRule(englishOnlyBookmark, "//- en-us/page.md\n[Test](#test-1)\n\n## Test\n\n```\n## Test\n```\n");
});
