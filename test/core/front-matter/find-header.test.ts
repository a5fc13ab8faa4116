import assert from "node:assert/strict";
import { test } from "node:test";
import matter from "gray-matter";
import { findHeader } from "../../../server/src/core/front-matter/find-header.ts";
import { readFrontMatter } from "../../../server/src/core/front-matter/read-front-matter.ts";
import { markdownFiles, sharedFolder } from "../../shared.ts";

const CORPUS = sharedFolder("corpus");

/** What gray-matter leaves of a page; `undefined`: it sees no header. */
function bodyByGrayMatter(text: string): string | undefined {
  const { content, matter: header } = matter(text, { engines: { yaml: () => ({}) } }) as {
    content: string;
    matter: string;
  };
  return header === "" ? undefined : content;
}

test("a closed header ends where gray-matter ends it", () => {
  for (const text of [
    "---\ntitle: x\n---\n# T\n",
    "---\r\ntitle: x\r\n---\r\n# T\r\n",
    "\ufeff---\ntitle: x\n---\n\n# T\n",
    "---\ntitle: x\n---",
    "---yaml\ntitle: x\n---\n# T\n\n---\n",
    "---\ntitle: |\n  a\n\n  b\n---\ntext\n---\n",
  ]) {
    const header = findHeader(text);
    assert.ok(header?.isClosed, text);
    assert.equal(text.slice(header.span.end), bodyByGrayMatter(text), text);
  }
});

test("it does so on all real pages", { skip: CORPUS.skip }, () => {
  let headers = 0;
  for (const { path, text } of markdownFiles(CORPUS.folder)) {
    const header = findHeader(text);
    assert.equal(
      header === undefined ? undefined : text.slice(header.span.end),
      bodyByGrayMatter(text),
      path,
    );
    if (header !== undefined) headers += 1;
  }
  assert.ok(headers > 1000, `only ${headers} pages have a header`);
});

test("unlike gray-matter, it wants a closing fence of exactly three dashes", () => {
  for (const fence of ["----", "---x", "--- x", "---|---"]) {
    const text = `---\ntitle: x\nms.date: 07/01/2020\n${fence}\n# T\n`;
    assert.equal(findHeader(text)?.isClosed, false, fence);
  }
});

test("a header that was never closed is found again in real pages", { skip: CORPUS.skip }, () => {
  let pages = 0;
  for (const { path, text } of markdownFiles(CORPUS.folder)) {
    const header = findHeader(text);
    // Every twentieth page is enough.
    if (header === undefined || (path.length + text.length) % 20 !== 0) continue;
    const unclosed =
      text.slice(0, header.yamlSpan.end) + text.slice(header.span.end).replace(/^---$/gm, "***");
    const found = readFrontMatter(unclosed);
    assert.equal(found?.isClosed, false, path);
    assert.equal(
      unclosed.slice(0, found.span.end).trimEnd(),
      text.slice(0, header.yamlSpan.end).trimEnd(),
      path,
    );
    pages += 1;
  }
  assert.ok(pages > 50, `only ${pages} pages tested anything`);
});
