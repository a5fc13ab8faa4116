import { test } from "node:test";
import { contentlocaleMismatch } from "../../../../server/src/core/rules/metadata/contentlocale-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";

const page = (locale: string) => `---\ntitle: 設定 👩‍💻\nms.contentlocale: ${locale}\n---\n# x\n`;

/** Ten pages in Japanese beside the page that is looked at. */
const japanese = Array.from(
  { length: 10 },
  (_, n) => `//- p${n}.md\n---\nms.contentlocale: ja-JP\n---\n`,
).join("\n");

test("a locale that is not that of the folder is found", () => {
  checkRule(
    contentlocaleMismatch,
    `//- zh-cn/setup.md
---
ms.contentlocale: [|ja-JP|]
//^ metadata/contentlocale-mismatch: \`ms.contentlocale\` is \`ja-JP\`, expected \`zh-CN\` as in the folder \`zh-cn\`.
---
//- zh-cn/start.md
---
ms.contentlocale: zh-CN
---
`,
  );
});

test("the innermost folder counts, and the letter case does not", () => {
  checkRule(contentlocaleMismatch, `//- zh-cn/samples/FR-FR/a.md\n${page("fr-fr")}`);
  checkRule(contentlocaleMismatch, `//- zh-hans/a.md\n${page("zh-CN")}`);
  checkRule(contentlocaleMismatch, `//- zh-cn.md\n${page("ja-JP")}`);
  checkRule(contentlocaleMismatch, `//- in-ap/a.md\n${page("ja-JP")}`);
});

test("a locale that is not that of the repository is found", () => {
  for (const rootName of ["docs.zh-cn", "docs-pr.zh-CN", "partners.zh-cn-sxs", "zh-cn"])
    checkRule(
      contentlocaleMismatch,
      `---\nms.contentlocale: [|zh-TW|]\n//^ metadata/contentlocale-mismatch: \`ms.contentlocale\` is \`zh-TW\`, expected \`zh-CN\` as in the name \`${rootName}\`.\n---\n`,
      { rootName },
    );
});

test("a name that holds no locale, or two, says nothing", () => {
  for (const rootName of ["docs", "office.en-2021-08", "fr-fr-to-de-de", "my-docs"])
    checkRule(contentlocaleMismatch, page("zh-TW"), { rootName });
});

test("the folder is stronger than the name of the repository", () => {
  checkRule(contentlocaleMismatch, `//- ja-jp/a.md\n${page("ja-JP")}`, { rootName: "docs.zh-cn" });
});

test("the configured locale counts", () => {
  checkRule(
    contentlocaleMismatch,
    `//- a.md
---
ms.contentlocale: [|zh-TW|]
//^ metadata/contentlocale-mismatch: \`ms.contentlocale\` is \`zh-TW\`, expected \`ko-KR\` as in the configuration.
---
//- .lockstep.json
{ "locale": "ko-kr" }`,
  );
});

test("nearly all other pages outvote one", () => {
  checkRule(
    contentlocaleMismatch,
    `//- a.md
---
ms.contentlocale: [|zh-CN|]
//^ metadata/contentlocale-mismatch: \`ms.contentlocale\` is \`zh-CN\`, expected \`ja-JP\` as on nearly all other pages.
---
${japanese}`,
  );
});

test("few pages, or pages that disagree, outvote none", () => {
  checkRule(
    contentlocaleMismatch,
    `//- a.md\n${page("zh-CN")}\n//- b.md\n${page("ja-JP")}\n//- c.md\n${page("ja-JP")}`,
  );
  const french = japanese.replaceAll("//- p", "//- f").replaceAll("ja-JP", "fr-FR");
  checkRule(contentlocaleMismatch, `//- a.md\n${page("zh-CN")}\n${japanese}\n${french}`);
});

test("a value that is no locale is left to metadata/contentlocale-invalid, and code is not looked at", () => {
  checkRule(contentlocaleMismatch, `//- zh-cn/a.md\n${page("Chinese")}`);
  checkRule(contentlocaleMismatch, "//- zh-cn/a.md\n```yaml\nms.contentlocale: ja-JP\n```\n");
});

test("the fix writes the expected locale", () => {
  checkFix(
    contentlocaleMismatch,
    "//- docs/ja-jp/a.md\n---\r\nms.contentlocale: zh-CN\r\n---\r\n",
    "---\r\nms.contentlocale: ja-JP\r\n---\r\n",
  );
});
