import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type DocumentSymbol,
  findDocumentSymbols,
} from "../../../server/src/core/features/document-symbols.ts";
import { findFoldingRanges } from "../../../server/src/core/features/folding-ranges.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { atCursor, pair } from "./at-cursor.ts";

function outline(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${"  ".repeat(depth)}${name} (${detail})`,
    ...outline(children, depth + 1),
  ]);
}

test("segments are the leaves of their sections, and headings are not listed twice", () => {
  const { context } = atCursor(
    [
      pair("1a2b3-103", "导言", "Intro"),
      `# ${pair("1a2b3-104", "标*题*", "Title")}`,
      pair("1a2b3-105", "一", "One"),
      `## ${pair("1a2b3-106", "下", "Below")}`,
      `${pair("1a2b3-107", "二", "Two")} ${pair("1a2b3-108", "三", "Three")}`,
      `# ${pair("1a2b3-109", "末", "End")}`,
    ].join("\n\n"),
  );
  assert.deepEqual(outline(findDocumentSymbols(context.document)), [
    "导言 (1a2b3-103)",
    "标题 (Title)",
    "  一 (1a2b3-105)",
    "  下 (Below)",
    "    二 (1a2b3-107)",
    "    三 (1a2b3-108)",
    "末 (End)",
  ]);
});

test("a section reaches to the next heading of its level, and no symbol is without a name", () => {
  const { context, text } = atCursor("# A\n\ntext\n\n#\n");
  const symbols = findDocumentSymbols(context.document);
  assert.deepEqual(
    symbols.map(({ name, span }) => [name, textAt(text, span)]),
    [
      ["A", "# A\n\ntext\n\n"],
      ["(empty)", "#\n"],
    ],
  );
});

test("levels that are skipped do not lose a heading", () => {
  const { context } = atCursor("### C\n\n# A\n\n### D\n\n## B\n");
  assert.deepEqual(outline(findDocumentSymbols(context.document)), ["C ()", "A ()", "  D ()", "  B ()"]);
});

test("tabs are parts of the section that they stand in, up to a line of dashes or the next section", () => {
  const page = [
    "# A\n\n## B",
    "# [Windows](#tab/win)\n\n### C",
    `# [Linux](#tab/linux)\n\n${pair("1a2b3-103", "一", "One")}\n\n---`,
    `${pair("1a2b3-104", "二", "Two")}\n\n### D`,
    "# [Bash](#tab/bash)",
    "## E",
    `# [Web](#tab/web)\n\n---\n\n${pair("1a2b3-105", "三", "Three")}`,
  ].join("\n\n");
  assert.deepEqual(outline(findDocumentSymbols(atCursor(`${page}\n`).context.document)), [
    "A ()",
    "  B ()",
    "    Windows ()",
    "      C ()",
    "    Linux ()",
    "      一 (1a2b3-103)",
    "    二 (1a2b3-104)",
    "    D ()",
    "      Bash ()",
    "  E ()",
    "    Web ()",
    "    三 (1a2b3-105)",
  ]);
});

test("a line of dashes in a list or a quote within a tab does not end the tabs", () => {
  const page = [
    "# A",
    "# [Windows](#tab/win)\n\n- one\n\n  ---\n\n> two\n>\n> ***\n\n## B",
    "# [Linux](#tab/linux)\n\n***",
    "## C",
    "1. D\n\n   # [Web](#tab/web)\n\n   ---\n\n   ## E",
  ].join("\n\n");
  assert.deepEqual(outline(findDocumentSymbols(atCursor(`${page}\n`).context.document)), [
    "A ()",
    "  Windows ()",
    "    B ()",
    "  Linux ()",
    "  C ()",
    "    Web ()",
    "  E ()",
  ]);
});

test("front matter and English halves can be folded", () => {
  const { context, text } = atCursor(`---\ntitle: x\n---\n${pair("1a2b3-103", "题", "Title")}\n`);
  assert.deepEqual(
    findFoldingRanges(context.document).map(({ kind, span }) => [kind, textAt(text, span)]),
    [
      ["front-matter", "---\ntitle: x\n---\n"],
      ["source", '<span class="sxs-lookup"><span data-stu-id="1a2b3-103">Title</span></span>'],
    ],
  );
});
