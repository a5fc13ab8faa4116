import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentChanged } from "../../../../server/src/core/rules/source/segment-changed.ts";
import { checkRule } from "../../../check.ts";
import { openFixture } from "../../../open.ts";
import { pair } from "../../compare/pair.ts";
import { localesOf } from "./localized.ts";

test("reports a segment whose English says something else now", () => {
  checkRule(
    segmentChanged,
    localesOf({
      page: `${pair("打开设置。", "Open the settings.", 101)} ${pair("[|选择语言。|]", "Choose a language.", 102)}
//^ source/segment-changed: English now says \`your\` in place of \`a\`.`,
      english: "Open the settings. Choose your language.\n",
    }),
  );
});

test("shows what English says in its page", () => {
  const english = "---\ntitle: A\n---\nOpen the settings. Choose your language.\n";
  const page = pair("选择语言。", "Choose a language.");
  const [localized] = openFixture(
    localesOf({ page: `${pair("打开设置。", "Open the settings.", 99)} ${page}`, english }),
  );
  assert.ok(localized);
  const finding = [...segmentChanged.check(localized.context)].at(0);
  const place = finding?.related?.[0];
  assert.equal(place?.path, "en-us/page.md");
  assert.equal(place.isSource, true);
  assert.equal(english.slice(place.span.start, place.span.end), "Choose your language.");
});

test("accepts a page whose English is as it was, in other line ends, marks and blanks", () => {
  checkRule(
    segmentChanged,
    localesOf({
      page: `> ${pair("打开**大**页。", "Open the **big** page.", 101)}\n> ${pair("关闭。", "Close it.", 102)}`,
      english: "> Open the\r\n> __big__&nbsp;page.\r\n> Close it.\r\n",
    }),
  );
});

test("accepts a page that was made from the English file, whatever its halves say", () => {
  const english = "Open the settings.\n";
  checkRule(segmentChanged, localesOf({ page: pair("打开。", "Open it."), english, madeFrom: english }));
});

test("reads wide characters and emoji", () => {
  checkRule(
    segmentChanged,
    localesOf({
      page: `${pair("[|点击 👍🏽 “𠮷”。|]", "Click 👍🏽 “yoshi” on your own page.")}
//^ source/segment-changed: English now says \`“Yoshi”\` in place of \`“yoshi”\`.`,
      english: "Click 👍🏽 “Yoshi” on your own page.\n",
    }),
  );
});

test("says nothing of code", () => {
  checkRule(
    segmentChanged,
    localesOf({
      page: `${pair("运行：", "Run this:")}\n\n\`\`\`sh\nnpm install\n\`\`\``,
      english: "Run this:\n\n```sh\nnpm ci\n```\n",
    }),
  );
});

test("says nothing where there is no English page", () => {
  checkRule(segmentChanged, pair("打开。", "Open it."));
});

test("reports a sentence of a page without segments by the file that it was made from", () => {
  const before = "# Set up\n\nOpen the settings. Choose a language.\n";
  const page = openFixture(
    `//- zh-cn/page.md\n---\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\nms.contentlocale: zh-CN\n---\n` +
      `# 设置\n\n打开设置。 选择语言。\n//- en-us/page.md\n${before.replace("a language", "your language")}\n//- base.md\n${before}`,
  );
  const [localized, , base] = page;
  assert.ok(localized && base);
  const { document } = base.context;
  const sources = {
    ...localized.context.sources,
    base: { origin: "git" as const, path: "page.md", revision: undefined, document },
  };
  const findings = [...segmentChanged.check({ ...localized.context, sources })];
  assert.deepEqual(
    findings.map(({ span, message }) => [localized.text.slice(span.start, span.end), message]),
    [["选择语言。", "English now says `your` in place of `a`."]],
  );
});

test("reports title and description where the file is known that the page was made from", () => {
  const [localized, , base] = openFixture(
    "//- zh-cn/page.md\n---\ntitle: 设置\ndescription: 说明。\nms.contentlocale: zh-CN\n---\n你好。\n" +
      "//- en-us/page.md\n---\ntitle: Set up the app\ndescription: What it is.\n---\nHello.\n" +
      "//- base.md\n---\ntitle: Set up\ndescription: What it is.\n---\nHello.\n",
  );
  assert.ok(localized && base);
  const sources = {
    ...localized.context.sources,
    base: { origin: "git" as const, path: "page.md", revision: undefined, document: base.context.document },
  };
  const findings = [...segmentChanged.check({ ...localized.context, sources })];
  assert.deepEqual(
    findings.map(({ span, message }) => [localized.text.slice(span.start, span.end), message]),
    [["设置", "The English title now also says `the app`."]],
  );
});
