import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../../server/src/core/rules/registry.ts";
import { runRules } from "../../../server/src/core/rules/run.ts";
import { applyEdits, overlaps, type TextEdit } from "../../../server/src/core/text/edit.ts";
import { openFixture } from "../../open.ts";
import { createRandom } from "../../random.ts";
import { pair } from "../compare/pair.ts";

const INTEGRITY = rules.filter(({ id }) =>
  /^segment\/(?:unpaired|nested|corrupt-markup|id-\w.*|duplicate-id|foreign-prefix|empty-\w+|inside-code)$/.test(
    id,
  ),
);
const TAGS = /<\/?span[^>]*>/g;
const PAGE = [
  `# ${pair("设置", "Settings", 103)}`,
  "",
  `${pair("甲", "A", 104)} ${pair("乙", "B", 105)}`,
  "",
  `- [${pair("丙", "C", 107)}](help.md)`,
  `| ${pair("丁", "D", 109)} | ${pair("戊", "E", 1000)} |`,
  "",
  `- ${pair("己", "F", 1001)} ${pair("庚", "G", 1002)}`,
  `- ${pair("SENSOR 校准", "CALIBRATE", 1003)}`,
].join("\n");

/** The preferred fixes of a page that do not get into each other's way. */
function preferredEdits(text: string): TextEdit[] {
  const [page] = openFixture(text);
  assert.ok(page);
  const reports = runRules(INTEGRITY, page.context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
  const edits: TextEdit[] = [];
  for (const { fixes } of reports) {
    const preferred = fixes?.filter((fix) => fix.isPreferred === true) ?? [];
    assert.ok(preferred.length <= 1, "at most one fix of a finding is preferred");
    const wanted = preferred[0]?.edits ?? [];
    if (!wanted.some((edit) => edits.some((other) => overlaps(edit.span, other.span)))) edits.push(...wanted);
  }
  return edits;
}

/** How often each word of the page stands in a text. Its markup has no such letters. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[A-Z\p{Script=Han}]/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function assertKeepsWords(before: string, after: string): void {
  const counts = countWords(after);
  for (const [letter, count] of countWords(before)) {
    assert.ok((counts.get(letter) ?? 0) >= count, `${letter} is lost:\n${before}\n${after}`);
  }
}

/** Applies preferred fixes as long as there are any, and shows each step. */
function repair(damaged: string, check: (before: string, after: string) => void): string {
  let text = damaged;
  let passes = 0;
  for (let edits = preferredEdits(text); edits.length > 0; edits = preferredEdits(text)) {
    const repaired = applyEdits(text, edits);
    check(text, repaired);
    text = repaired;
    passes += 1;
    assert.ok(passes <= 12, `no end after ${passes} passes:\n${damaged}`);
  }
  return text;
}

test("preferred fixes keep every word and line, wherever something was deleted", () => {
  assert.equal(INTEGRITY.length, 11);
  const random = createRandom(4);
  for (let start = 0; start < PAGE.length; start += 1) {
    const reach = start % 2 === 0 ? 5 : 60;
    const damaged = PAGE.slice(0, start) + PAGE.slice(start + 1 + random.below(reach));
    const repaired = repair(damaged, assertKeepsWords);
    assert.equal(repaired.split("\n").length, damaged.split("\n").length, `${damaged}\n${repaired}`);
  }
});

test("what stands right behind a lost quotation mark and bracket is text, however much it looks like an id", () => {
  // Digits that go on as the lost id did cannot be told from it.
  for (const target of [
    "Sensor 校准。",
    "Windows",
    "l'appareil",
    "face 识别",
    "3 个步骤",
    "2024 年",
    "Data",
  ]) {
    for (const [lost, left] of [
      ['1a2b3-104">', '"'],
      ['104">', '"1a2b3-'],
      ['4">', '"1a2b3-10'],
      ['">', '"1a2b3-104'],
      ['="1a2b3-104">', ""],
    ] as const) {
      const whole = `- ${pair(target, "First.", 104)} ${pair(target, target, 105)}`;
      for (const each of [whole, whole.replaceAll(`${target}<`, "甲<").replace("First.", target)]) {
        const damaged = each.replace(lost + target, target);
        assert.ok(damaged.includes(left + target), damaged);
        assert.equal(
          repair(damaged, () => {}),
          each,
          damaged,
        );
      }
    }
  }
});

test("a word right before a lookup tag that lost its beginning stays whole", () => {
  for (const word of ["Alpha", "Meta", "a plan", "choose a"]) {
    const whole = pair(word, "English.");
    const damaged = whole.replace("</span><span class=", " class=");
    assert.equal(
      repair(damaged, () => {}),
      whole.replace(`${word}<`, `${word} <`),
      damaged,
    );
  }
});

test("blanks and line ends behind a mangled end tag stay", () => {
  for (const mangled of ["</spa", "</spn", "</san>", "</spn >", "</spa>"]) {
    for (const after of ["\n- 第二项", "\r\n- 第二项", " 乙句", "\n\n第二段", " | 乙 |", ""]) {
      const whole = `- ${pair("一句。", "One sentence.")}${after}`;
      const damaged = whole.replace("</span></span>", `</span>${mangled}`);
      assert.equal(
        repair(damaged, () => {}),
        whole,
        damaged,
      );
    }
  }
});

test("preferred fixes come to an end and keep every word, wherever a part of the page was pasted", () => {
  const random = createRandom(4);
  for (let round = 0; round < 600; round += 1) {
    const start = random.below(PAGE.length);
    const place = random.below(PAGE.length);
    const damaged = PAGE.slice(0, place) + PAGE.slice(start, start + random.below(150)) + PAGE.slice(place);
    // What was pasted into a tag next to a word may have made the word a part of the tag.
    const isTold = !/<[^<>]*[A-Z\p{Script=Han}]/u.test(damaged);
    repair(damaged, isTold ? assertKeepsWords : () => {});
  }
});

test("preferred fixes keep every word when tags are doubled, lost or change places", () => {
  const random = createRandom(5);
  const tags = Array.from(PAGE.matchAll(TAGS), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
  for (let round = 0; round < 600; round += 1) {
    const [first, second] = [random.below(tags.length), random.below(tags.length)].sort((a, b) => a - b);
    const a = tags[first as number] as { start: number; end: number };
    const b = tags[second as number] as { start: number; end: number };
    const [left, right] = [PAGE.slice(a.start, a.end), PAGE.slice(b.start, b.end)];
    let text = [
      `${PAGE.slice(0, a.start)}${right}${PAGE.slice(a.end, b.start)}${a === b ? "" : left}${PAGE.slice(b.end)}`,
      PAGE.slice(0, a.end) + left + PAGE.slice(a.end),
      PAGE.slice(0, a.start) + PAGE.slice(a.end),
      PAGE.slice(0, a.start) + right + PAGE.slice(a.start),
    ][round % 4] as string;
    for (let pass = 0; pass < 12; pass += 1) {
      const repaired = applyEdits(text, preferredEdits(text));
      assertKeepsWords(text, repaired);
      text = repaired;
    }
  }
});
