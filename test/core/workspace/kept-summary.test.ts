import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { looksTheSame, type PageSummary } from "../../../server/src/core/workspace/page-summary.ts";
import { summarizePage } from "../../../server/src/core/workspace/summarize-page.ts";
import { pair } from "../features/at-cursor.ts";

function summaryOf(text: string): PageSummary {
  return summarizePage("a.md", parseDocument(text), []);
}

const PAGE = [
  '<a id="top-of-page"></a>',
  "",
  `# <a name="set-up"></a>${pair("1a2b3-101", "设置", "Set up")}`,
  "",
  '<p id="Here"></p>',
  "",
  `## <a id="own"></a>${pair("1a2b3-102", "步骤", "Steps")}`,
  "",
  `## ${pair("1a2b3-103", "步骤", "Steps")}`,
].join("\n");

test("bookmarks come in page order, each name once, at the first place that has it", () => {
  const { bookmarks } = summaryOf(PAGE);
  assert.deepEqual(
    bookmarks.map(({ name, heading }) => [name, heading]),
    [
      ["top-of-page", undefined],
      ["set-up", "设置"],
      ["设置", "设置"],
      ["here", undefined],
      ["own", "步骤"],
      ["steps", "步骤"],
      ["步骤", "步骤"],
      ["steps-1", "步骤"],
      ["步骤-1", "步骤"],
    ],
  );
  assert.deepEqual(
    [...new Set(bookmarks.map(({ offset }) => offset))],
    ["top-of-page", "# <a name", "Here", '## <a id="own"', "## <span"].map((each) => PAGE.indexOf(each)),
  );
});

test("a page has the bookmarks that it lists, whichever is asked for first", () => {
  const names = summaryOf(PAGE).bookmarks.map(({ name }) => name);
  for (const name of names) assert.ok(summaryOf(PAGE).hasBookmark(name), name);
  const summary = summaryOf(PAGE);
  for (const name of ["", "steps-2", "set", "Here"]) assert.ok(!summary.hasBookmark(name), name);
  assert.deepEqual(new Set(summary.anchors), new Set(names));
  for (const name of names) assert.ok(summary.hasBookmark(name), name);
});

test("a page looks different when a heading or an anchor changes its name or its place among the others", () => {
  const before = summaryOf(PAGE);
  const changes: readonly (readonly [string, string])[] = [
    ["Set up", "Setup"],
    ["设置", "安装"],
    ["Here", "There"],
    ['"own"', '"owned"'],
    ['<a id="top-of-page"></a>\n\n', ""],
  ];
  for (const [old, now] of changes) {
    assert.ok(!looksTheSame(before, summaryOf(PAGE.replace(old, now))), `${old} to ${now}`);
  }
  const [first = "", ...rest] = PAGE.split("\n\n");
  assert.ok(!looksTheSame(before, summaryOf([...rest, first].join("\n\n"))));
  assert.ok(looksTheSame(before, summaryOf(`\n${PAGE}\n\nMore text.\n`)));
});

/** To a compiler that does not see them grow. */
function countOf(openings: readonly string[]): number {
  return openings.length;
}

test("a page that can be opened again is opened for its title, opening and links, and not before", () => {
  const document = parseDocument("# A\n\nHello [b](b.md).\n\n[c]: c.md\n");
  const openings: string[] = [];
  const summary = summarizePage("a.md", document, [], () => {
    openings.push("a.md");
    return document;
  });
  assert.deepEqual([summary.hasBookmark("a"), summary.includes, summary.bookmarks.length], [true, [], 1]);
  assert.equal(countOf(openings), 0);
  const { title, opening, linksTo } = summarizePage("a.md", document, []);
  assert.deepEqual([summary.title, summary.opening, summary.linksTo], [title, opening, linksTo]);
  assert.deepEqual(linksTo, ["b.md", "c.md"]);
  assert.notEqual(countOf(openings), 0);

  const gone = summarizePage("a.md", document, [], () => undefined);
  assert.deepEqual([gone.title, gone.opening, gone.linksTo], [undefined, undefined, []]);
});
