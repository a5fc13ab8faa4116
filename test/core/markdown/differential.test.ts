import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CleanText } from "../../../server/src/core/document/clean-text.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import { corpusFolders, markdownFiles, sharedFolder } from "../../shared.ts";
import { type Reading, readWithRemark, readWithScanner } from "./remark-judge.ts";
import { TRICKY_PAGES } from "./tricky-pages.ts";

/** Where scanner and remark may differ, and why the scanner is right to. Nothing else is accepted. */
const ACCEPTED: readonly {
  readonly reason: string;
  readonly holds: (text: string, span: Span) => boolean;
}[] = [
  {
    reason:
      "`[!VIDEO https://…]` is Learn's syntax; remark links the URL in a pass that leaves it without a position",
    holds: (text, span) => /\[!VIDEO[ \t]+$/i.test(text.slice(Math.max(0, span.start - 20), span.start)),
  },
  {
    reason: "an attribute of a triple-colon line is no Markdown to Learn, whatever it looks like",
    holds: (text, span) =>
      /^[ \t]*:::[^\n]*$/.test(text.slice(text.lastIndexOf("\n", span.start) + 1, span.start)),
  },
];

/** Constructs that only one of the two sees, as `path: kind start-end detail`. */
function differences(path: string, text: string): string[] {
  const remark = readWithRemark(text);
  const scanner = readWithScanner(text);
  const only = (these: Reading, those: Reading, side: string): string[] =>
    [...these]
      .filter(([key, { span }]) => !those.has(key) && !ACCEPTED.some(({ holds }) => holds(text, span)))
      .map(([key]) => `${path}: only ${side} sees ${key}`);
  return [...only(remark, scanner, "remark"), ...only(scanner, remark, "the scanner")];
}

/** What a reader gets of a page: front matter and side-by-side markup taken out. */
function cleanOf(page: string): string {
  const { frontMatter, segments } = parseDocument(page);
  return CleanText.of(page, frontMatter?.span.end ?? 0, segments).text;
}

describe("the scanner reads Markdown as remark does", () => {
  for (const [name, text] of Object.entries(TRICKY_PAGES)) {
    test(name, () => {
      assert.deepEqual(differences(name, text), []);
    });
  }

  test("pages with CRLF line ends", () => {
    const found = Object.entries(TRICKY_PAGES).flatMap(([name, text]) =>
      differences(name, text.replaceAll("\n", "\r\n")),
    );
    assert.deepEqual(found, []);
  });

  for (const name of corpusFolders()) {
    // The clean folders are what is left of the side-by-side ones, which are read without their markup here.
    const isCopy = /^partner-center\.[a-z-]+(?<!-sxs)$/.test(name);
    if (isCopy) continue;
    test(`every page of ${name}`, () => {
      const { folder } = sharedFolder("corpus", name);
      let pages = 0;
      const found: string[] = [];
      for (const { path, text } of markdownFiles(folder)) {
        pages += 1;
        found.push(...differences(path, cleanOf(text)));
      }
      assert.ok(pages > 300, `only ${pages} pages were read`);
      assert.deepEqual(found, []);
    });
  }

  test("every page of the corpus", { skip: sharedFolder("corpus").skip }, () => {
    assert.ok(corpusFolders().length >= 10);
  });
});
