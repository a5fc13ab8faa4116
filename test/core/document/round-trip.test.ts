import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { resolve } from "node:path";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import type { Segment } from "../../../server/src/core/segments/segment.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import { corpusFolders, markdownFiles, sharedFolder } from "../../shared.ts";
import { TRICKY_PAGES } from "../markdown/tricky-pages.ts";

/** A pair written anew from its values, by the grammar measured on 651,215 pairs. */
function printPair({ id, target, sourceId, source }: Segment): string {
  const english = `<span class="sxs-lookup"><span data-stu-id="${sourceId}">${source}</span></span>`;
  return `<span data-ttu-id="${id}">${target}</span>${english}`;
}

/** The page put together from what the model holds; only what lies between the parts is copied. */
function print({ text, frontMatter, segments, structure }: Document): string {
  const parts: { span: Span; text: string }[] = [
    ...(frontMatter?.entries ?? []).map((entry) => ({ span: entry.valueSpan, text: entry.rawValue })),
    // Damaged markup has no canonical form: it is a finding, and stays as it is.
    ...segments
      .filter(({ isDamaged }) => !isDamaged)
      .map((segment) => ({ span: segment.span, text: printPair(segment) })),
    ...structure.alerts.map(({ span, kind }) => ({ span, text: `[!${kind}]` })),
  ];
  parts.sort((a, b) => a.span.start - b.span.start);
  let printed = "";
  let position = 0;
  for (const part of parts) {
    assert.ok(part.span.start >= position, `parts overlap at offset ${part.span.start}`);
    printed += text.slice(position, part.span.start) + part.text;
    position = part.span.end;
  }
  return printed + text.slice(position);
}

/** Every span of the model, wherever it is kept, or made for who asks by a getter. */
function* spansOf(value: unknown): Iterable<Span> {
  if (typeof value !== "object" || value === null) return;
  const made = isPlain(value) ? [] : Object.getOwnPropertyNames(Object.getPrototypeOf(value));
  if (made.length === 0 && "start" in value && "end" in value) {
    yield value as Span;
    return;
  }
  for (const name of made) yield* spansOf((value as Record<string, unknown>)[name]);
  // What an object of a class is made from has offsets of its own.
  for (const each of Object.values(value)) if (made.length === 0 || isPlain(each)) yield* spansOf(each);
}

function isPlain(value: unknown): boolean {
  const prototype: unknown = typeof value === "object" && value !== null && Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}

function assertSpansInside(document: Document): void {
  const { text, structure, segments, frontMatter } = document;
  for (const { start, end } of spansOf([structure, segments, frontMatter])) {
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${start}-${end} is not inside ${text.length}`,
    );
  }
}

const PAIRS =
  '## <a name="a"></a><span data-ttu-id="0a1b2-101">標題😀</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">Title</span></span>\r\n' +
  '- [<span data-ttu-id="0a1b2-102">链接</span><span class="sxs-lookup"><span data-stu-id="0a1b2-102">[a] link</span></span>](b.md)\r\n' +
  '> [!NOTE]\r\n> <span data-ttu-id="0a1b2-p101">é</span><span class="sxs-lookup"><span data-stu-id="0a1b2-p101">e</span></span>\r\n';
const PAGES: Readonly<Record<string, string>> = {
  ...TRICKY_PAGES,
  "a localized page": `\uFEFF---\r\ntitle: "题"\r\nms.locfileid: "1234567"\r\nms.custom:\r\n- a\r\n---\r\n${PAIRS}`,
};

describe("a page and its model", () => {
  for (const [name, text] of Object.entries(PAGES)) {
    test(`printing from the model gives the same page: ${name}`, () => {
      assert.equal(print(parseDocument(text)), text);
    });

    test(`every prefix is parsed, with all places inside it: ${name}`, () => {
      for (let end = 0; end <= text.length; end++) assertSpansInside(parseDocument(text.slice(0, end)));
    });
  }

  test("printing from the model gives the same page: every sample", () => {
    for (const { path, text } of markdownFiles(resolve("samples")))
      assert.equal(print(parseDocument(text)), text, path);
  });

  for (const name of corpusFolders()) {
    test(`printing from the model gives the same bytes: every page of ${name}`, () => {
      for (const { path, text } of markdownFiles(sharedFolder("corpus", name).folder)) {
        const document = parseDocument(text);
        assert.ok(print(document) === text, path);
        assertSpansInside(document);
      }
    });
  }

  test("printing from the model: every page of the corpus", { skip: sharedFolder("corpus").skip }, () => {
    assert.ok(corpusFolders().length >= 10);
  });
});
