import assert from "node:assert/strict";
import { test } from "node:test";
import {
  comparablePairs,
  findInIdenticalPairs,
  type PairContext,
} from "../../../../server/src/core/compare/pairs/comparable-pairs.ts";
import type { Document } from "../../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../../server/src/core/document/parse-document.ts";
import { NO_SOURCES } from "../../../../server/src/core/source/page-sources.ts";
import { INK } from "../../../../server/src/core/compare/pairs/traits.ts";
import { pair } from "../pair.ts";

/** The English of the pairs whose halves are the same. */
function identicalPairs(context: PairContext): string[] {
  return findInIdenticalPairs(context, { needs: INK, find: (_target, { text }) => text }).map(
    ([, text]) => text,
  );
}

/** A page of which no English is known but what stands in it. */
function alone(document: Document): PairContext {
  return { document, sources: NO_SOURCES };
}

test("pairs are read once and sorted by whether their halves differ", () => {
  const document = parseDocument(`${pair("甲", "A", 101)} ${pair("B ", "B", 102)} ${pair(" ", "C", 103)}`);
  assert.deepEqual(
    comparablePairs(alone(document)).map(({ source }) => source.text),
    ["A"],
  );
  assert.deepEqual(identicalPairs(alone(document)), ["B"]);
  assert.equal(comparablePairs(alone(document)), comparablePairs(alone(document)));
});

test("halves are the same where only one has blanks, whatever signs they hold that nobody looks for in English", () => {
  const document = parseDocument(pair("**Word** (x|", "**Word** (x| "));
  assert.deepEqual(identicalPairs(alone(document)), ["**Word** (x| "]);
});

test("a pair inside code is not compared", () => {
  const document = parseDocument(`\`\`\`\n${pair("甲", "A")}\n\`\`\`\n\n\`${pair("乙", "B", 102)}\``);
  assert.deepEqual(comparablePairs(alone(document)), []);
});

const HEADER = "---\nms.translationtype: MT\n---\n";

/** A clean page of which the English is known that it was made from. */
function beside(page: string, english: string): PairContext {
  const base = {
    origin: "source-tree",
    path: "page.md",
    revision: undefined,
    document: parseDocument(english),
  } as const;
  return { document: parseDocument(HEADER + page), sources: { base } };
}

test("the sentences of a clean page are compared with the English that it was made from", () => {
  const context = beside("一。 二。\n\nSame\n", "One. Two.\n\nSame\n");
  assert.deepEqual(
    comparablePairs(context).map(({ source, target }) => [source.text, target.text]),
    [
      ["One.", "一。"],
      ["Two.", "二。"],
    ],
  );
  assert.deepEqual(identicalPairs(context), ["Same"]);
  assert.equal(comparablePairs(context), comparablePairs(context));
});

test("a clean page is not compared with English that it was not made from, nor where that is uncertain", () => {
  assert.deepEqual(comparablePairs(alone(parseDocument(`${HEADER}一。\n`))), []);
  assert.deepEqual(comparablePairs(beside("多余的。\n\n# 一\n", "# One\n\n- List\n\n> Quote\n")), []);
});

test("definitions are those of the page on either side", () => {
  const [compared] = comparablePairs(beside("看[甲][a]。\n\n[a]: zh.md\n", "See [A][a].\n\n[a]: en.md\n"));
  assert.deepEqual(
    [compared?.target.tokens.links[0]?.target, compared?.source.tokens.links[0]?.target],
    ["zh.md", "en.md"],
  );
});

test("spans inside a sentence over several lines lead to the page, and know what stands between the lines", () => {
  const context = beside("> 一 `a`\r\n> 二。\r\n", "> One `a`\r\n> two.\r\n");
  const [compared] = comparablePairs(context);
  assert.ok(compared);
  const { text } = context.document;
  const second = compared.target.text.indexOf("二");
  const { start, end } = compared.toPage({ start: second, end: second + 1 });
  assert.equal(text.slice(start, end), "二");
  assert.deepEqual(
    compared.seams.map((seam) => text.slice(seam.start, seam.end)),
    ["\r\n> "],
  );
});
