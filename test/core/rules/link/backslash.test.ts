import { test } from "node:test";
import { backslash } from "../../../../server/src/core/rules/link/backslash.ts";
import { checkFix, checkRule } from "../../../check.ts";

test("a backslash in a path is reported, whether the file is there or not", () => {
  checkRule(
    backslash,
    `//- docs/page.md
见[概述]([|..\\guides\\overview.md|]#x)。![图]([|media\\a.png|])
//^ link/backslash: \`..\\guides\\overview.md\` separates folders by \`\\\`, expected \`/\`.
//^ link/backslash: \`media\\a.png\` separates folders by \`\\\`, expected \`/\`.
//- guides/overview.md`,
  );
});

test("an escape, a path on one computer, and another site are something else", () => {
  checkRule(backslash, "[a](a\\_b.md) [b](C:\\x.md) [c](https://example.com/a\\b) [d](a/b.md?x=\\#\\)");
});

test("code is not a link", () => {
  checkRule(backslash, "`[a](x\\b.md)`\n\n```\n[a](x\\b.md)\n```");
});

test("the fix puts slashes, CRLF and wide characters or not", () => {
  checkFix(backslash, "🚀 e\u0301 [가](가\\나\\다.md#x)\r\n", "🚀 e\u0301 [가](가/나/다.md#x)\r\n");
});
