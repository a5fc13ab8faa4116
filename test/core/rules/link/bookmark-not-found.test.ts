import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readProjectConfig } from "../../../../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../../../../server/src/core/document/parse-document.ts";
import { bookmarkNotFound } from "../../../../server/src/core/rules/link/bookmark-not-found.ts";
import { runRules } from "../../../../server/src/core/rules/run.ts";
import { NO_SOURCES } from "../../../../server/src/core/source/page-sources.ts";
import { buildWorkspace } from "../../../../server/src/core/workspace/build-workspace.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { segmentPair } from "../../../segment-pair.ts";

const pair = (target: string, source: string): string => segmentPair("1a2b3-101", target, source);

test("a bookmark that the other page does not have is reported", () => {
  checkRule(
    bookmarkNotFound,
    `//- docs/page.md
见[步骤](setup.md#[|stepz|])。
//^ link/bookmark-not-found: Bookmark \`#stepz\` was not found in \`docs/setup.md\`. Did you mean \`#steps\`?
//- docs/setup.md
# Setup
## Steps`,
  );
});

test("a bookmark of the page itself is looked for there", () => {
  checkRule(
    bookmarkNotFound,
    "# 概要\n\n[a](#概要) [b](?view=v2#概要) [c](#[|概述要点|])\n//^ link/bookmark-not-found: Bookmark `#概述要点` was not found in this page.",
  );
});

test("every form of an anchor counts, in any letter case", () => {
  checkRule(
    bookmarkNotFound,
    `//- page.md
[a](x.md#set-up) [b](x.md#安装) [c](x.md#Named) [d](x.md#identified) [e](x.md#set-up-1) [f](x.md#安装-1)
[g](x.md#%E5%AE%89%E8%A3%85) [h](x.md#top) [i](x.md#) [j](x.md#:~:text=x) [k](#tab/x) [l](x#named)
//- x.md
# <a name="set-up"></a>安装
<a name="named"></a><p id="Identified">x</p>
# <a name="set-up"></a>安装`,
  );
});

test("a heading in side-by-side markup has the slug of its English too", () => {
  checkRule(
    bookmarkNotFound,
    `//- page.md
[a](x.md#set-up-the-agent) [b](x.md#设置代理) [c](x.md#[|set-up-the-server|])
//^ link/bookmark-not-found: Bookmark \`#set-up-the-server\` was not found in \`x.md\`.
//- x.md
## ${pair("设置代理", "Set up the agent")}`,
  );
});

test("entities count in English slugs as the site decodes them, in translations as the pipeline leaves them", () => {
  checkRule(
    bookmarkNotFound,
    `//- page.md
[a](en.md#reset-methods) [b](zh.md#[|reset-methods|])
//^ link/bookmark-not-found: Bookmark \`#reset-methods\` was not found in \`zh.md\`.
//- en.md
## &#42;Reset methods
//- zh.md
## <a name="42reset-methods"></a>${pair("&#42;Reset 方法", "&#42;Reset methods")}`,
  );
});

test("the bookmarks of included pages count, over several steps and in a circle", () => {
  checkRule(
    bookmarkNotFound,
    `//- docs/page.md
[a](x.md#deep) [b](x.md#[|deeper-still|])
//^ link/bookmark-not-found: Bookmark \`#deeper-still\` was not found in \`docs/x.md\`.
//- docs/x.md
[!INCLUDE [one](../includes/one.md)]
//- includes/one.md
[!INCLUDE [two](two.md)]
//- includes/two.md
## Deep
[!INCLUDE [one](one.md)]`,
  );
});

test("a bookmark in an include may lead into the page that includes it", () => {
  checkRule(
    bookmarkNotFound,
    `//- docs/page.md
## Steps
[!INCLUDE [one](shared/one.md)]
//- docs/shared/one.md
[a](#steps) [b](#[|gone|])
//^ link/bookmark-not-found: Bookmark \`#gone\` was not found in this page.
//- docs/includes/two.md
[a](#anything)`,
  );
});

test("of pages that are not Markdown, and of pages that are not there, nothing is known", () => {
  checkRule(
    bookmarkNotFound,
    "//- page.md\n[a](faq.yml#q) [b](gone.md#x) [c](https://example.com/#y)\n//- faq.yml\n",
  );
});

test("a page that only the English tree has is checked there", () => {
  const source = buildWorkspace({ name: "docs", files: new Map([["x.md", "# Set up"]]) });
  const page = "[a](x.md#set-up) [b](x.md#gone)";
  const context = {
    document: parseDocument(page),
    path: "page.md",
    workspace: buildWorkspace({ name: "docs.zh-cn", files: new Map([["page.md", page]]), source }),
    sources: NO_SOURCES,
    config: readProjectConfig(undefined).config,
    today: { year: 2024, month: 6, day: 15 },
  };
  const reports = runRules([bookmarkNotFound], context, { onCrash: assert.ifError });
  assert.deepEqual(
    reports.map(({ message }) => message),
    ["Bookmark `#gone` was not found in the English page of `x.md`."],
  );
});

test("code and comments hold no links", () => {
  checkRule(bookmarkNotFound, "`[a](#gone)`\n\n```\n[b](#gone)\n```\n\n<!-- [c](#gone) -->\n");
});

test("CRLF and wide characters do not shift the place", () => {
  checkRule(
    bookmarkNotFound,
    "# 🚀\r\n\r\n👩‍💻 [e\u0301](#[|가나다|])\r\n//^ link/bookmark-not-found: Bookmark `#가나다` was not found in this page.\r\n",
  );
});

test("the nearest bookmark is the best fix where there is little doubt", () => {
  checkFix(
    bookmarkNotFound,
    "# Set up the agent\n\n[a](#setup-the-agent)",
    "# Set up the agent\n\n[a](#set-up-the-agent)",
  );
});

test("near bookmarks, the page as a whole and the plain text are offered", () => {
  assert.deepEqual(
    fixTitles(bookmarkNotFound, "//- page.md\n[a](x.md#sections)\n//- x.md\n## Sectors\n## Selection"),
    [
      "Link to `#sectors` (Sectors)",
      "Link to `#selection` (Selection)",
      "Link to the page as a whole",
      "Remove the link, keep its text",
    ],
  );
});

test("a bookmark with another number is not offered", () => {
  assert.deepEqual(fixTitles(bookmarkNotFound, '[a](#9)\n\n<a name="1"></a>'), [
    "Remove the link, keep its text",
  ]);
});

test("the bookmark of the English half is the best fix", () => {
  const page = (bookmark: string): string => pair(`见[步骤](#${bookmark})。`, "See [Steps](#steps).");
  checkFix(bookmarkNotFound, `${page("步骤")}\n\n## Steps`, `${page("steps")}\n\n## Steps`);
});

suite("with the English tree", () => {
  const ENGLISH = `//- en-us/overview.md
# Overview
//- en-us/setup.md
# Set up
## Install
## Remove
`;

  test("proposes the heading that renders the English one", () => {
    const page = (bookmark: string): string => `[安装](setup.md#${bookmark})\n`;
    const others = `${ENGLISH}//- zh-cn/setup.md\n# 设置\n## 安装\n## 删除\n`;
    checkRule(
      bookmarkNotFound,
      `//- zh-cn/overview.md
[安装](setup.md#[|install|])
//^ link/bookmark-not-found: Bookmark \`#install\` was not found in \`zh-cn/setup.md\`, but its English page has it. Did you mean \`#安装\`?
${others}`,
    );
    checkFix(bookmarkNotFound, `//- zh-cn/overview.md\n${page("install")}${others}`, page("安装").trimEnd());
  });

  test("says so where the English page does not have it either", () => {
    checkRule(
      bookmarkNotFound,
      `//- zh-cn/overview.md
[更新](setup.md#[|renovate|])
//^ link/bookmark-not-found: Bookmark \`#renovate\` was not found in \`zh-cn/setup.md\`, nor in its English page.
${ENGLISH}//- zh-cn/setup.md
# 设置
`,
    );
  });

  test("looks into a page that is there in English only", () => {
    checkRule(
      bookmarkNotFound,
      `//- zh-cn/overview.md
[安装](setup.md#install) [安装](setup.md#[|instal|])
//^ link/bookmark-not-found: Bookmark \`#instal\` was not found in the English page of \`zh-cn/setup.md\`. Did you mean \`#install\`?
${ENGLISH}`,
    );
  });
});
