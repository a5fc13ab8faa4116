import { test } from "node:test";
import { hardCodedLocale } from "../../../../server/src/core/rules/link/hard-coded-locale.ts";
import { checkFix, checkRule } from "../../../check.ts";

const says = (locale: string): string =>
  `//^ link/hard-coded-locale: The URL is fixed to the locale \`${locale}\`, whatever the reader's language.`;

test("a locale in the URL of a site that chooses it itself is reported, of two and of three parts", () => {
  checkRule(
    hardCodedLocale,
    `参阅[文档](https://docs.microsoft.com/[|en-us|]/skylark/) <https://learn.microsoft.com/[|zh-hans-cn|]/x>
${says("en-us")}
${says("zh-hans-cn")}

[a]: http://Support.Microsoft.com/[|ja-JP|]
${says("ja-JP")}

[a] <a href="https://azure.microsoft.com/[|pt-br|]?x">b</a> https://technet.microsoft.com/[|en-us|]/library
${says("pt-br")}
${says("en-us")}`,
  );
});

test("no locale, another site, or a name that looks like a locale is fine", () => {
  checkRule(
    hardCodedLocale,
    "[a](https://docs.microsoft.com/azure/) [b](https://example.com/en-us/) [c](https://docs.microsoft.com/go-to/x) " +
      "[d](https://learn.microsoft.com/x/en-us/) [e](/en-us/azure) [f](https://www.microsoft.com/en-us/)",
  );
});

test("on any site of Microsoft a language that is neither the page's nor English is reported", () => {
  checkRule(
    hardCodedLocale,
    `---
ms.contentlocale: ko-KR
---
[a](https://www.microsoft.com/[|zh-cn|]/licensing) [b](https://www.microsoft.com/en-us/x) [c](https://www.microsoft.com/ko-kr/x)
${says("zh-cn")}`,
  );
});

test("code is not a link", () => {
  checkRule(
    hardCodedLocale,
    "`https://docs.microsoft.com/en-us/x`\n\n```\nhttps://docs.microsoft.com/en-us/x\n```",
  );
});

test("the fix takes the locale out, CRLF and wide characters or not", () => {
  checkFix(
    hardCodedLocale,
    "🚀 [가](https://docs.microsoft.com/en-us/나?x=1#y)\r\n",
    "🚀 [가](https://docs.microsoft.com/나?x=1#y)\r\n",
  );
  checkFix(hardCodedLocale, "<https://docs.microsoft.com/en-us>", "<https://docs.microsoft.com>");
});
