import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findEntry, type FrontMatter } from "../../../server/src/core/front-matter/front-matter.ts";
import { readFrontMatter } from "../../../server/src/core/front-matter/read-front-matter.ts";
import { checkGrowth } from "../../count-steps.ts";

function read(text: string): FrontMatter {
  const frontMatter = readFrontMatter(text);
  assert.ok(frontMatter, "no front matter found");
  return frontMatter;
}

/** What the spans of an entry cover, as text. */
function shown(text: string) {
  return read(text).entries.map(({ key, keySpan, value, valueSpan, rawValue, style }) => {
    assert.equal(text.slice(keySpan.start, keySpan.end).replace(/^["']|["']$/g, ""), key);
    assert.equal(text.slice(valueSpan.start, valueSpan.end), rawValue);
    return { key, value, rawValue, style };
  });
}

function kinds(text: string): string[] {
  return read(text).problems.map(({ kind }) => kind);
}

/** The part of the page that is left for the body. */
function body(text: string): string {
  return text.slice(readFrontMatter(text)?.span.end ?? 0);
}

test("a flat header gives keys, values and their places", () => {
  assert.deepEqual(shown('---\ntitle: Set up\nms.locfileid: "20001234"\nms.date: 07/01/2020\n---\n# H\n'), [
    { key: "title", value: "Set up", rawValue: "Set up", style: "plain" },
    { key: "ms.locfileid", value: "20001234", rawValue: '"20001234"', style: "double-quoted" },
    { key: "ms.date", value: "07/01/2020", rawValue: "07/01/2020", style: "plain" },
  ]);
});

test("the span of the header ends after the closing fence's line end", () => {
  assert.equal(body("---\ntitle: x\n---\n# H\n"), "# H\n");
  assert.equal(body("---\ntitle: x\n---  \r\n# H\r\n"), "# H\r\n");
  assert.equal(body("---\ntitle: x\n---"), "");
  assert.equal(body("---\ntitle: x\n...\n# H\n"), "# H\n");
});

test("CRLF line ends and a byte order mark change nothing but the offsets", () => {
  const text = '\ufeff---\r\ntitle: x\r\nlist:\r\n  - a\r\n  - b\r\nms.locfileid: "1234567"\r\n---\r\nbody';
  assert.deepEqual(
    shown(text).map(({ key, rawValue }) => [key, rawValue]),
    [
      ["title", "x"],
      ["list", "- a\r\n  - b"],
      ["ms.locfileid", '"1234567"'],
    ],
  );
  assert.equal(read(text).span.start, 1);
  assert.equal(body(text), "body");
});

test("wide characters are counted in UTF-16 units", () => {
  const text = "---\ntitle: 👩‍💻 設定 é́\ndescription: が\n---\n";
  assert.deepEqual(
    shown(text).map(({ rawValue }) => rawValue),
    ["👩‍💻 設定 é́", "が"],
  );
});

test("dates, yes and no are strings, as YAML 1.2 has it", () => {
  const values = shown("---\na: 2020-07-01\nb: yes\nc: no\nd: on\ne: 07/01/2020\n---\n").map(
    ({ value }) => value,
  );
  assert.deepEqual(values, ["2020-07-01", "yes", "no", "on", "07/01/2020"]);
});

test("a key may hold colons", () => {
  const text = "---\nms:assetid: 1a\nms:mtpsurl: https://example.org/x(v=1)\n---\n";
  assert.deepEqual(
    shown(text).map(({ key }) => key),
    ["ms:assetid", "ms:mtpsurl"],
  );
  assert.deepEqual(kinds(text), []);
});

test("an empty value stands right after the colon", () => {
  const text = "---\ntitle:   \ndescription:\n---\n";
  assert.deepEqual(
    read(text).entries.map(({ value, valueSpan }) => [value, valueSpan.start, valueSpan.end]),
    [
      [null, 10, 10],
      [null, 26, 26],
    ],
  );
});

test("what is not flat is read by the YAML parser", () => {
  const text =
    "---\n# comment\n\"title\" : 'It''s'\nlong: |\n  one\n  two\nmap:\n  a: 1\nflow: [a, b]\nescaped: \"a\\tb\"\nlines: a\n  b\n---\n";
  assert.deepEqual(shown(text), [
    { key: "title", value: "It's", rawValue: "'It''s'", style: "single-quoted" },
    { key: "long", value: "one\ntwo\n", rawValue: "|\n  one\n  two", style: "block" },
    { key: "map", value: { a: 1 }, rawValue: "a: 1", style: undefined },
    { key: "flow", value: ["a", "b"], rawValue: "[a, b]", style: undefined },
    { key: "escaped", value: "a\tb", rawValue: '"a\\tb"', style: "double-quoted" },
    { key: "lines", value: "a b", rawValue: "a\n  b", style: "plain" },
  ]);
});

test("an empty header and one of comments are headers without entries", () => {
  for (const text of ["---\n---\n", "---\n\n---\n", "---\n# none\n---\n", "---\n{}\n---\n"]) {
    assert.deepEqual(read(text).entries, [], text);
    assert.deepEqual(kinds(text), [], text);
  }
});

test("pages without a header have none", () => {
  for (const text of [
    "",
    "---",
    "# Title\n",
    "\n---\ntitle: x\n---\n",
    " ---\ntitle: x\n---\n",
    "----\ntitle: x\n----\n",
    "--- # not a fence\ntitle: x\n---\n",
    "text\n---\ntitle: x\n---\n",
  ])
    assert.equal(readFrontMatter(text), undefined, text);
});

test("a horizontal rule at the start of a page is not a header", () => {
  for (const text of [
    "---\n\nSome text.\n",
    "---\n\nSome text.\n\n---\n\nMore.\n",
    "---\n\n# Title\n\n---\n",
    "---\nNote: read this first.\n\nText.\n",
    "---\n# Title\nText right below.\n\nMore text.\n\n---\n",
  ])
    assert.equal(readFrontMatter(text), undefined, text);
});

test("an unclosed header ends where Markdown starts", () => {
  for (const [text, rest] of [
    ["---\ntitle: x\nms.date: 07/01/2020\n\n# Title\n\nText.\n", "\n# Title\n\nText.\n"],
    ["---\ntitle: x\nms.date: 07/01/2020\n# Title\n- item\n\nText.\n", "# Title\n- item\n\nText.\n"],
    ["---\r\ntitle: x\r\nlist:\r\n- a\r\n\r\nText: more.\r\n", "\r\nText: more.\r\n"],
    [
      "---\ntitle: x\n\n# Title\n\nText.\n\n---\n\nAfter a rule.\n",
      "\n# Title\n\nText.\n\n---\n\nAfter a rule.\n",
    ],
    ["---\ntitle: x\n# a comment\nms.date: 07/01/2020\n## Title\nText.\n", "## Title\nText.\n"],
    ["---\ntitle: x\n----\n# Title\n", "----\n# Title\n"],
    ["---\ntitle: x", ""],
  ] as const) {
    assert.equal(body(text), rest);
    assert.equal(read(text).isClosed, false);
    assert.deepEqual(kinds(text), ["unclosed"], text);
    assert.equal(findEntry(read(text), "title")?.value, "x");
  }
});

test("a stray line in a closed header is a syntax error, not the start of the body", () => {
  const text = "---\ntitle: x\nms.date 07/01/2020\nauthor: someone\n---\n# Title\n";
  assert.deepEqual(kinds(text), ["syntax"]);
  assert.equal(body(text), "# Title\n");
  assert.deepEqual(
    shown(text).map(({ key }) => key),
    ["title", "author"],
  );
});

test("one broken entry leaves the others readable", () => {
  const text =
    '---\ntitle: Set up: part two\nms.date: 07/01/2020\ndescription: "open\nms.topic: how-to\n---\n';
  assert.deepEqual(kinds(text), ["syntax", "syntax"]);
  assert.deepEqual(
    shown(text).map(({ key, value }) => [key, value]),
    [
      ["title", "Set up: part two"],
      ["ms.date", "07/01/2020"],
      ["description", '"open'],
      ["ms.topic", "how-to"],
    ],
  );
});

test("what is neither entry nor value is a syntax error, whatever is wrong with it", () => {
  for (const line of ["[a", "two words: [", "@x", "? [", "%x y", "*a b", "&a &b c"]) {
    const text = `---\ntitle: x\n${line}\nms.date: 07/01/2020\n---\n`;
    assert.ok(kinds(text).includes("syntax"), line);
    assert.equal(findEntry(read(text), "title")?.value, "x", line);
  }
});

test("a key that is written twice is listed twice, and the second is a problem", () => {
  const text = "---\ntitle: a\nms.date: 07/01/2020\ntitle: b\n---\n";
  assert.deepEqual(kinds(text), ["duplicate-key"]);
  assert.equal(read(text).problems[0]?.span.start, text.lastIndexOf("title"));
  assert.equal(findEntry(read(text), "title")?.value, "b");
});

test("languages other than YAML are refused and never run", () => {
  const global = globalThis as { hasRun?: boolean };
  for (const language of ["js", "javascript", " js", "coffee", "json", "toml", "JS", "constructor", "php"]) {
    const text = `---${language}\n(globalThis.hasRun = true, {})\n---\n# Title\n`;
    assert.deepEqual(kinds(text), ["not-yaml"], language);
    assert.equal(body(text), "# Title\n");
  }
  assert.equal(global.hasRun, undefined);
  assert.deepEqual(kinds("---yaml\ntitle: x\n---\n"), []);
});

test("a broken page read twice is broken twice", () => {
  const text = "---\ntitle: [\n---\n";
  assert.deepEqual(kinds(text), ["syntax"]);
  assert.deepEqual(kinds(text), ["syntax"]);
});

test("a header that is text or a list is not a map", () => {
  assert.deepEqual(kinds("---\njust text\n---\n"), ["not-a-map"]);
  assert.deepEqual(kinds("---\n- a\n- b\n---\n"), ["not-a-map"]);
});

test("aliases that would fill the memory do no harm", () => {
  const bomb = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(9)}*l${n}]`);
  const text = `---\nl0: &l0 [x]\n${bomb.join("\n")}\nunknown: *nobody\n---\n`;
  assert.equal(read(text).entries.length, 14);
});

test("of more aliases than any header has, none is looked up", () => {
  const chain = (count: number): string =>
    Array.from({ length: count }, (_, nth) => `a${nth + 1}: &x${nth + 1} [*x${nth}]\n`).join("");
  const last = (count: number): unknown =>
    read(`---\na0: &x0 b\n${chain(count)}alias: *x0\nstars: "**"\n---\n`)
      .entries.slice(-3)
      .map(({ value }) => value);
  assert.deepEqual(last(3), [[[["b"]]], "b", "**"]);
  assert.deepEqual(last(5000), [null, "*x0", "**"]);
});

test("no prefix of a page makes the reader throw", () => {
  const page =
    "\ufeff---\r\n# c\r\ntitle: \"a: b\"\r\nx: [1, {y: z}]\r\nt: 'it''s'\r\nb: >-\r\n  1\r\n\r\n  2\r\n? k\r\n: v\r\na: &a 1\r\nc: *a\r\n---\r\n# T 👩‍💻\r\n";
  for (let end = 0; end <= page.length; end += 1) readFrontMatter(page.slice(0, end));
  for (let at = 0; at < page.length; at += 1) readFrontMatter(page.slice(0, at) + page.slice(at + 1));
});

test("a header that is nested too deeply is refused before anything can overflow", () => {
  for (const value of ["[", "{a: ", "[{a: ", "a: "]) {
    for (const depth of [60, 1000, 10_000]) {
      const [first, ...others] = read(`---\ntitle: x\na: ${value.repeat(depth)}\nb: y\n---\n`).problems;
      assert.equal(first?.kind, "syntax", value);
      assert.deepEqual(others, [], value);
    }
  }
  for (const item of ["- ", "? ", "? - "]) {
    assert.deepEqual(kinds(`---\na:\n  ${item.repeat(1000)}x\n---\n`), ["syntax"], item);
  }
  const stairs = Array.from({ length: 2000 }, (_, nth) => `${" ".repeat(nth)}a:\n`).join("");
  assert.deepEqual(
    read(`---\n${stairs}---\n`).problems.map(({ message }) => message),
    ["The front matter cannot be read as YAML: it is nested too deeply."],
  );
});

test("the entries beside one that is nested too deeply are read", () => {
  assert.deepEqual(
    shown(`---\ntitle: "x"\nkeys: ${"[".repeat(5000)}\nms.topic: how-to\n---\n`).map(({ key }) => key),
    ["title", "keys", "ms.topic"],
  );
});

test("many brackets, dashes and colons beside one another are no deep nesting", () => {
  const pieces = [
    `list: [${"[a], {b: c}, ".repeat(300)}d]`,
    `text: "${"[ - ? a: ".repeat(300)}"`,
    `block: |\n  ${"[ - ? a: ".repeat(300)}\n  - [\n  - [`,
    `maps:\n${"  - a:\n      - b: c\n  # d\n".repeat(300)}`,
    `folded: a\n${" ".repeat(300)}b [ [\n${" ".repeat(200)}c`,
  ];
  assert.deepEqual(kinds(`---\n${pieces.join("\n")}\n---\n`), []);
});

test("one entry of a damaged header may hold more than a function takes arguments", () => {
  const count = 150_000;
  const { entries } = read(`---\ntitle: a: b\n{${"a,".repeat(count)}}\n---\n`);
  assert.equal(entries.length, count + 1);
});

describe("the work on a hostile header grows with it, not faster", () => {
  const hostile: Record<string, (count: number) => string> = {
    "blank lines": (count) => `---\n${"\n".repeat(count)}*x\n---\n`,
    "open brackets": (count) => `---\ntitle: ${"[".repeat(count)}\n---\n`,
    "colons with blanks": (count) => `---\ntitle: ${"a: ".repeat(count)}\n---\n`,
    colons: (count) => `---\n${"a:".repeat(count)}\n---\n`,
    dashes: (count) => `---\n${"- ".repeat(count)}\n---\n`,
    "question marks": (count) => `---\na:\n  ${"? ".repeat(count)}\n---\n`,
    blanks: (count) => `---\n${" ".repeat(count)}x: y\n---\n`,
    comments: (count) => `---\ntitle: x\n${"# y\n".repeat(count)}z\n---\n`,
    "quotes without end": (count) => `---\ntitle: "${"x".repeat(count)}\n---\n`,
    "fences that are none": (count) => `---${"\n---x".repeat(count)}`,
    "no closing fence": (count) => `---\n${"a: 1\n".repeat(count)}`,
    "broken entries": (count) => `---\n${"title: a: b\n".repeat(count)}---\n`,
    "entries that do not end": (count) => `---\n${"a: [\n".repeat(count)}---\n`,
  };
  for (const [name, build] of Object.entries(hostile)) {
    test(name, () => {
      checkGrowth(build, readFrontMatter, 2000);
    });
  }
});
