import assert from "node:assert/strict";
import { test } from "node:test";
import { findHover } from "../../../server/src/core/features/hover.ts";
import type { Report } from "../../../server/src/core/rules/run.ts";
import { atCursor, pair } from "./at-cursor.ts";

function hoverOf(fixture: string, reports: readonly Report[] = []): string | undefined {
  const { context, offset } = atCursor(fixture);
  return findHover(context, offset, reports)?.markdown;
}

test("either half of a segment, and the markup around it, shows the English and the id", () => {
  const shown = "Press **Save**.\n\n`1a2b3-104`";
  const segment = pair("1a2b3-104", "按**保存**。", "Press **Save**.");
  for (const place of ["按", "Press", "sxs-lookup", "data-ttu", "</span></span>"]) {
    assert.equal(hoverOf(`# 标题\n\n${segment.replace(place, `[||]${place}`)}\n`), shown, place);
  }
});

test("emoji, CJK and combining marks before a segment do not move it", () => {
  assert.equal(hoverOf(`😀é ${pair("1a2b3-103", "ペー[||]ジ", "Page")}\r\n`), "Page\n\n`1a2b3-103`");
});

test("findings elsewhere in the segment, and no others, are listed", () => {
  const fixture = `${pair("1a2b3-103", "一", "O[||]ne")} ${pair("1a2b3-104", "二", "Two")}\n`;
  const { context } = atCursor(fixture);
  const reportOn = (nth: number, message: string): Report => ({
    span: context.document.segments[nth]?.targetSpan ?? { start: 0, end: 0 },
    message,
    ruleId: "test/rule",
    severity: "warning",
  });
  const reports = [reportOn(0, "Lost a link."), reportOn(1, "Lost code.")];
  assert.equal(hoverOf(fixture, reports), "One\n\n`1a2b3-103`\n\n- **warning:** Lost a link.");
  // The editor shows those at the place itself.
  const onTarget = `${pair("1a2b3-103", "[||]一", "One")} ${pair("1a2b3-104", "二", "Two")}\n`;
  assert.equal(hoverOf(onTarget, reports), "One\n\n`1a2b3-103`");
});

test("pictures in the English are not fetched", () => {
  const source = "See ![a diagram](https://example.com/track.png) here.";
  assert.equal(hoverOf(pair("1a2b3-103", "[||]見", source)), "See a diagram here.\n\n`1a2b3-103`");
});

test("a key, or its value, says what the key means, who writes it and which values it has", () => {
  const expected = [
    "**ms.translationtype**",
    "How the page was translated: `HT` by a person, `MT` by a machine.",
    "Written by the localization pipeline; not to be edited by hand.",
    "Values: `HT`, `MT`.",
  ].join("\n\n");
  assert.equal(hoverOf("---\ntitle: x\nms.transl[||]ationtype: MT\n---\n"), expected);
  assert.equal(hoverOf("---\ntitle: x\nms.translationtype: M[||]T\n---\n"), expected);
});

test("a key that nobody knows says nothing", () => {
  assert.equal(hoverOf("---\nmy.own[||]: 1\n---\n"), undefined);
});

test("a link shows title and opening of its target", () => {
  const fixture = "[x](a/set[||]up.md)\n//- a/setup.md\n# Set *up*\n\nFirst words.\n\nMore.\n";
  assert.equal(hoverOf(fixture), "**Set up**\n\n`a/setup.md`\n\nFirst words.");
});

test("a link to a heading names the heading as well", () => {
  const fixture = "[x](setup.md#step-[||]two)\n//- setup.md\n# Setup\n\n## Step two\n";
  assert.match(hoverOf(fixture) ?? "", /^\*\*Setup\*\* › \*\*Step two\*\*/);
});

test("a link in a segment shows both", () => {
  const fixture = `${pair("1a2b3-103", "[见](set[||]up.md)", "[See](setup.md)")}\n//- setup.md\n# 设置\n`;
  assert.equal(hoverOf(fixture), "[See](setup.md)\n\n`1a2b3-103`\n\n---\n\n**设置**\n\n`setup.md`");
});

test("a link to nowhere says nothing", () => {
  assert.equal(hoverOf("[x](go[||]ne.md)\n"), undefined);
});

test("code is no link", () => {
  assert.equal(hoverOf("`[x](set[||]up.md)`\n//- setup.md\n# Setup\n"), undefined);
});
