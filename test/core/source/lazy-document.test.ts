import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { headingsOf, lazyDocument } from "../../../server/src/core/source/lazy-document.ts";
import { pair } from "../features/at-cursor.ts";

const PAGE = `---
title: 传感器
---

# <a name="the-sensor"></a>${pair("1a2b3-101", "传感器", "The sensor")}

按**按钮**，然后等待。

> ## ${pair("1a2b3-102", "电池 \`A\`", "Battery \`A\`")}

\`\`\`md
# No heading
\`\`\`

盖子
---
`;

test("tells the headings of a page as the parser does, scanned before or not", () => {
  const parsed = parseDocument(PAGE);
  const tell = (document: typeof parsed) =>
    headingsOf(document).map(({ level, span, contentSpan, text, slug, sourceSlug, anchorNames }) => {
      return { level, span, contentSpan, text, slug, sourceSlug, anchorNames };
    });
  assert.equal(tell(parsed).length, 3);
  const lazy = lazyDocument(PAGE);
  assert.deepEqual(tell(lazy), tell(parsed));
  assert.deepEqual(lazy.structure.headings.length, 3);
  assert.deepEqual(tell(lazy), tell(parsed));
});
