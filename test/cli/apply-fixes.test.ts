import assert from "node:assert/strict";
import { test } from "node:test";
import { applyFixes } from "../../server/src/cli/apply-fixes.ts";
import type { Report } from "../../server/src/core/rules/run.ts";

/** A report whose preferred fix replaces each span. */
function report(...edits: readonly (readonly [start: number, end: number, newText: string])[]): Report {
  return {
    ruleId: "test/rule",
    severity: "warning",
    message: "Something.",
    span: { start: edits[0]?.[0] ?? 0, end: edits[0]?.[1] ?? 0 },
    fixes: [
      {
        title: "Fix it",
        isPreferred: true,
        edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
      },
    ],
  };
}

test("fixes are applied until none is left", () => {
  const rounds = [[report([0, 1, "bb"])], [report([0, 2, "ccc"])], []];
  const fixed = applyFixes("a", () => rounds.shift() ?? []);
  assert.deepEqual(fixed, { text: "ccc", reports: [], fixCount: 2 });
});

test("of fixes that overlap, the first is applied and the others wait", () => {
  const rounds = [[report([0, 3, "x"]), report([2, 4, "y"]), report([5, 6, "z"])], []];
  assert.equal(applyFixes("abcdef", () => rounds.shift() ?? []).text, "xdez");
});

test("a fix with several edits is applied as a whole or not at all", () => {
  const rounds = [[report([0, 1, "x"], [4, 5, "x"]), report([2, 3, "y"])], []];
  assert.equal(applyFixes("abcde", () => rounds.shift() ?? []).text, "xbcdx");
});

test("two insertions at one place wait for each other", () => {
  const rounds = [[report([1, 1, "x"]), report([1, 1, "y"])], []];
  assert.equal(applyFixes("ab", () => rounds.shift() ?? []).text, "axb");
});

test("rules that undo each other's fixes come to an end", () => {
  const { text } = applyFixes("a", (current) => [report([0, 1, current === "a" ? "b" : "a"])]);
  assert.ok(["a", "b"].includes(text));
});

test("fixes that are not preferred, or that create a page, are left to the writer", () => {
  const reports: Report[] = [
    {
      ...report([0, 1, "x"]),
      fixes: [{ title: "Maybe", edits: [{ span: { start: 0, end: 1 }, newText: "x" }] }],
    },
    {
      ...report([0, 1, "x"]),
      fixes: [{ title: "Create", isPreferred: true, edits: [], createFile: { path: "b.md", text: "" } }],
    },
  ];
  assert.deepEqual(
    applyFixes("a", () => reports),
    { text: "a", reports, fixCount: 0 },
  );
});
