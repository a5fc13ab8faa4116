import assert from "node:assert/strict";
import { test } from "node:test";
import { Half } from "../../../../server/src/core/compare/pairs/half.ts";

test("prose has blanks where code, tags, comments, targets and URLs stand", () => {
  const texts = [
    ["a `b` c", "a     c"],
    ["a <br> c", "a      c"],
    ["a <!-- b --> c", "a            c"],
    ["[a](b.md) c", "[a](    ) c"],
    ['[a](b.md "t") c', "[a](        ) c"],
    ["![a](b.png)", "![a](     )"],
    ["[![a](b.png)](c.md)", "[![a](     )](    )"],
    ["see https://contoso.com/a.", "see                      ."],
    ["**a** \\* (b)", "**a** \\* (b)"],
  ] as const;
  for (const [text, prose] of texts) assert.equal(new Half(text).prose, prose);
});

test("prose is as long as the text, whatever that holds", () => {
  const text = "😀 [a][b] `c` [d] <e f='`'> [g](<h i>) か\u3099 ``x` <!-- ";
  assert.equal(new Half(text, () => "x.md").prose.length, text.length);
});
