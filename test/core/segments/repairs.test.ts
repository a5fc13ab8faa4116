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
const PAGE = [
  `# ${pair("设置", "Settings", 103)}`,
  "",
  `${pair("甲", "A", 104)} ${pair("乙", "B", 105)}`,
  "",
  `- [${pair("丙", "C", 107)}](help.md)`,
  `| ${pair("丁", "D", 109)} | ${pair("戊", "E", 1000)} |`,
  "",
  `${pair("己", "F", 1001)} ${pair("庚", "G", 1002)}`,
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

test("preferred fixes come to an end, however a page was damaged", () => {
  assert.equal(INTEGRITY.length, 11);
  const random = createRandom(4);
  for (let round = 0; round < 1200; round += 1) {
    const start = random.below(PAGE.length);
    const end = start + random.below(150);
    const place = random.below(PAGE.length);
    const pasted = PAGE.slice(0, place) + PAGE.slice(start, end) + PAGE.slice(place);
    const damaged = round % 2 === 0 ? pasted : PAGE.slice(0, start) + PAGE.slice(end);
    let text = damaged;
    let passes = 0;
    for (let edits = preferredEdits(text); edits.length > 0; edits = preferredEdits(text)) {
      text = applyEdits(text, edits);
      passes += 1;
      assert.ok(passes <= 12, `no end after ${passes} passes:\n${damaged}`);
    }
  }
});
