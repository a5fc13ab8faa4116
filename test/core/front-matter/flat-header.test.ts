import assert from "node:assert/strict";
import { test } from "node:test";
import { findHeader } from "../../../server/src/core/front-matter/find-header.ts";
import { readFlatHeader } from "../../../server/src/core/front-matter/flat-header.ts";
import { parseHeader } from "../../../server/src/core/front-matter/parse-header.ts";
import { markdownFiles, sharedFolder } from "../../shared.ts";

const CORPUS = sharedFolder("corpus");

/** Holds the fast reader to the YAML parser. @returns whether it was certain. */
function checkAgainstYaml(text: string, name: string): boolean {
  const header = findHeader(text);
  if (header === undefined || header.language !== "yaml") return false;
  const flat = readFlatHeader(text, header.yamlSpan);
  if (flat === undefined) return false;
  const full = parseHeader(text, header);
  assert.deepEqual(flat, full.entries, name);
  assert.deepEqual(full.problems, [], name);
  return true;
}

test("the usual header is certain", () => {
  for (const yaml of [
    "title: Set up the router\nms.date: 07/01/2020\nms.topic: how-to",
    'ms.openlocfilehash: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c\nms.locfileid: "20001234"',
    "title: 'It''s on'\nms.custom:\n- a\n- \"b\"\nkeywords:\n  - 設定\n  - c d",
    "# comment\n\ntitle: ルーターを設定する\ndescription: 👩‍💻 (はじめに)\nempty:\nn: 12\nt: true",
    'title: "The \\"main\\" router: C:\\\\net #1"',
    "ms:assetid: a1b2\nurl: https://example.org/a?b=c#d",
  ])
    for (const eol of ["\n", "\r\n"]) {
      const text = `---\n${yaml}\n---\n# Title\n`.replaceAll("\n", eol);
      assert.ok(checkAgainstYaml(text, yaml), yaml);
    }
});

test("what is not certain is left to the YAML parser", () => {
  for (const line of [
    "a: b: c",
    "a: b # comment",
    "a: [b]",
    "a: {b: c}",
    "a: |",
    "a: *b",
    "a: &b c",
    "a: !t c",
    'a: "b\\n"',
    "a: 'b",
    "a:\tb",
    "a: b\n  c",
    "a:\n  b: c",
    "a:\n- b: c",
    "a:\n- b\n  - c",
    "a: - b",
    "a: @b",
    "a: `b`",
    "a: %b",
    "a: 0x1F",
    "a: 1e3",
    "a: 1.0",
    "a: 012",
    "a: .inf",
    "a: b:",
    "no colon",
    "? a",
    '"a": b',
    "a: b\u0085c",
  ]) {
    const text = `---\n${line}\n---\n`;
    const header = findHeader(text);
    assert.ok(header === undefined || readFlatHeader(text, header.yamlSpan) === undefined, line);
  }
});

test("wherever the fast reader is certain, it agrees with the YAML parser", () => {
  const atoms = [
    "a",
    "1",
    "0",
    "12e3",
    "0x1",
    "-",
    "- ",
    ":",
    ": ",
    "#",
    " #",
    "'",
    '"',
    "''",
    "[",
    "]",
    "{",
    "&",
    "*",
    "!",
  ];
  atoms.push(
    "|",
    ">",
    "%",
    "@",
    "`",
    "~",
    "null",
    "true",
    "yes",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "\n  - ",
    "\nk: ",
    "\nk:",
  );
  atoms.push(
    "\r\n",
    "\t",
    "設",
    "👩‍💻",
    "\u00a0",
    "\u2028",
    ".",
    "+",
    "07/01/2020",
    "2020-07-01",
    "\\",
    ",",
    "?",
    "? ",
    "=",
    "<<",
    "(",
  );
  const random = randomNumbers(20_240_615);
  let certain = 0;
  for (let round = 0; round < 4000; round += 1) {
    let yaml = "k: ";
    for (let length = random(9); length > 0; length -= 1) yaml += atoms[random(atoms.length)] as string;
    if (checkAgainstYaml(`---\n${yaml}\n---\n`, JSON.stringify(yaml))) certain += 1;
  }
  assert.ok(certain > 200, `only ${certain} headers tested anything`);
});

test("it agrees with the YAML parser on all real pages", { skip: CORPUS.skip }, () => {
  let pages = 0;
  let certain = 0;
  for (const { path, text } of markdownFiles(CORPUS.folder)) {
    if (findHeader(text) === undefined) continue;
    pages += 1;
    if (checkAgainstYaml(text, path)) certain += 1;
    checkAgainstYaml(text.replace(/\r?\n/g, "\r\n"), path);
  }
  assert.ok(certain / pages > 0.98, `${certain} of ${pages} headers are flat`);
});

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
