import assert from "node:assert/strict";
import { test } from "node:test";
import { findHover } from "../../../server/src/core/features/hover.ts";
import { atCursor, pair } from "./at-cursor.ts";
import { folderOf, madeFrom } from "./english.ts";

const ENGLISH = "# Set up\n\nPress **Save**. Then wait for 5 minutes.\n";

function hoverOf(pages: Readonly<Record<string, string>>): string | undefined {
  const { context, offset } = atCursor(folderOf(pages));
  return findHover(context, offset, [])?.markdown;
}

/** With the marks that nobody sees taken out. */
function visible(markdown: string | undefined): string | undefined {
  return markdown?.replaceAll("\u200b", "");
}

test("a sentence of a clean page shows its English, and where that is from", () => {
  const body = "# 设置\n\n按**保存**。 然后等待[||] 5 分钟。\n";
  assert.equal(
    hoverOf({ "zh-cn/a.md": madeFrom(ENGLISH, body), "en-us/a.md": ENGLISH }),
    "Then wait for 5 minutes.\n\nEnglish: `en-us/a.md`",
  );
});

test("without an English page, the segments of another locale tell the English", () => {
  const body = "# Configurer\n\nAppuyez sur **Enregistrer**. Puis attendez[||] 5 minutes.\n";
  const segments =
    `# ${pair("1a2b3-103", "设置", "Set up")}\n\n` +
    `${pair("1a2b3-104", "按**保存**。", "Press **Save**.")} ${pair("1a2b3-105", "等待 5 分钟。", "Then wait for 5 minutes.")}\n`;
  const french = madeFrom(ENGLISH, body).replace("zh-CN", "fr-FR");
  assert.equal(
    hoverOf({ "fr-fr/a.md": french, "zh-cn/a.md": madeFrom(ENGLISH, segments) }),
    "Then wait for 5 minutes.\n\nEnglish: from the segments of `zh-cn/a.md` (zh-CN)",
  );
});

test("where the page was made from English that nobody has, that of today is shown, and so much is said", () => {
  const body = "# 设置\n\n按**保存**。 然后等待[||] 5 分钟。\n";
  assert.equal(
    hoverOf({ "zh-cn/a.md": madeFrom("Something else.", body), "en-us/a.md": ENGLISH }),
    "Then wait for 5 minutes.\n\nEnglish: `en-us/a.md`\n\n" +
      "The page was made from another version, which was not found.",
  );
});

test("a sentence that can only be guessed says so", () => {
  const body =
    "# 设置\n\n完全[||]不同的一句话，谈论许多其他事情，与英文毫无关系，也没有数字。\n\n## 多余的标题\n";
  const english = "# Set up\n\nYes. No `code` [x](y.md) 42.\n\nOne.\n";
  const hover = hoverOf({ "zh-cn/a.md": madeFrom(english, body), "en-us/a.md": english });
  assert.match(hover ?? "", /^\*\*A guess\*\*, as the two pages are hard to line up here:\n\n/);
});

test("a translation that no pipeline has touched shows its English too", () => {
  assert.equal(
    hoverOf({ "zh-cn/a.md": "# 设置\n\n按**保存**。 然后等待[||] 5 分钟。\n", "en-us/a.md": ENGLISH }),
    "Then wait for 5 minutes.\n\nEnglish: `en-us/a.md`",
  );
});

test("a sentence of the English page shows nothing", () => {
  const pages = {
    "en-us/a.md": ENGLISH.replace("wait", "[||]wait"),
    "zh-cn/a.md": madeFrom(ENGLISH, "# x\n"),
  };
  assert.equal(hoverOf(pages), undefined);
});

const SEGMENT = pair("1a2b3-104", "按[||]**保存**。", "Press **Save** now.");

test("a segment whose English changed shows what changed, and the translation as it is", () => {
  const page = madeFrom("Press **Save** now.\n", `${SEGMENT}\n`);
  assert.equal(
    visible(hoverOf({ "zh-cn/a.md": page, "en-us/a.md": "Press **Store** now.\n" })),
    "**The English has changed:**\n\nPress \\*\\*~~Save~~\u2009**Store**\\*\\* now\\.\n\n**Translation:** 按**保存**。\n\n" +
      "`1a2b3-104` · English: `en-us/a.md`",
  );
});

test("a segment whose English is gone shows it struck out", () => {
  const page = madeFrom(
    "Press **Save** now.\n",
    `${SEGMENT}\n\n${pair("1a2b3-105", "好。", "All is well.")}\n`,
  );
  const hover = visible(hoverOf({ "zh-cn/a.md": page, "en-us/a.md": "All is well.\n" }));
  assert.match(hover ?? "", /^\*\*The English is gone:\*\*\n\n~~Press \\\*\\\*Save\\\*\\\* now\\\.~~\n/);
});

test("a segment whose English is as it was shows it as ever", () => {
  const english = "Press **Save** now.\n";
  assert.equal(
    hoverOf({ "zh-cn/a.md": madeFrom(english, `${SEGMENT}\n`), "en-us/a.md": english }),
    "Press **Save** now.\n\n`1a2b3-104`",
  );
});

test("Markdown of a changed English text is shown as it stands, so that no link of it can be followed", () => {
  const page = madeFrom("Press.\n", `${pair("1a2b3-104", "按[||]。", "Press here now.")}\n`);
  const english = "Press [here](command:evil) now.\n";
  const hover = hoverOf({ "zh-cn/a.md": page, "en-us/a.md": english }) ?? "";
  assert.match(hover, /has changed/);
  assert.doesNotMatch(visible(hover)?.replace(/\\./g, "") ?? "", /\]\(/);
});
