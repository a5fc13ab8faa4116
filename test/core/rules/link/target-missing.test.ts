import { test } from "node:test";
import { targetMissing } from "../../../../server/src/core/rules/link/target-missing.ts";
import { checkRule } from "../../../check.ts";

test("a link and a picture with empty brackets are reported", () => {
  checkRule(
    targetMissing,
    `参阅 [|[**常见**问题]()|]。[|![图]( )|] [|[]()|]
//^ link/target-missing: The link \`常见问题\` has no target: the brackets behind it are empty.
//^ link/target-missing: The picture \`图\` has no target: the brackets behind it are empty.
//^ link/target-missing: The link has no target: the brackets behind it are empty.`,
  );
});

test("a link across a segment is reported once, in the translation", () => {
  checkRule(
    targetMissing,
    '[|[<span data-ttu-id="0a1b2-101">🚀 よくある質問</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">FAQ</span></span>]()|]\r\n' +
      "//^ link/target-missing: The link `🚀 よくある質問` has no target: the brackets behind it are empty.",
  );
});

test("a bookmark, an empty reference in angle brackets that leads somewhere, and tags are fine", () => {
  checkRule(targetMissing, '[a](#b) [c](<d e.md>) <a href="">f</a> <a name="g"></a> [h] ()');
});

test("code is not a link", () => {
  checkRule(targetMissing, "`[a]()`\n\n```js\n[a]()\n```\n\n<!-- [a]() -->");
});
