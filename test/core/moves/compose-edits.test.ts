import assert from "node:assert/strict";
import { test } from "node:test";
import { composeEdits } from "../../../server/src/core/moves/compose-edits.ts";
import type { SyncEdit } from "../../../server/src/core/sync/sync.ts";
import { applyEdits, type TextEdit } from "../../../server/src/core/text/edit.ts";

const PAGE = "abcdefghij";

function edit(start: number, end: number, newText: string): SyncEdit {
  return { span: { start, end }, newText, kind: "changed" };
}

function check(edits: readonly SyncEdit[], later: readonly TextEdit[]): SyncEdit[] {
  const wanted = applyEdits(applyEdits(PAGE, edits), later);
  const composed = composeEdits(PAGE, edits, later);
  assert.equal(applyEdits(PAGE, composed), wanted);
  return composed;
}

test("an edit of what no other touched becomes one of the page as it was", () => {
  const composed = check([edit(1, 2, "BBB"), edit(8, 9, "")], [{ span: { start: 6, end: 7 }, newText: "E" }]);
  assert.deepEqual(
    composed.map(({ span }) => span),
    [
      { start: 1, end: 2 },
      { start: 4, end: 5 },
      { start: 8, end: 9 },
    ],
  );
});

test("an edit of what another one wrote becomes part of that one", () => {
  const composed = check([edit(1, 2, "BBB")], [{ span: { start: 2, end: 3 }, newText: "-" }]);
  assert.deepEqual(composed, [edit(1, 2, "B-B")]);
});

test("any two lists of edits give the text that one after the other gives", () => {
  const texts = ["", "X", "YYYY"];
  for (let start = 0; start < 9; start++) {
    for (let end = start; end <= 9; end++) {
      for (const text of texts) {
        const edits = [edit(2, 4, "12"), edit(5, 5, "345"), edit(7, 9, "")];
        check(edits, [
          { span: { start, end: Math.min(end, applyEdits(PAGE, edits).length) }, newText: text },
        ]);
        check(edits, [
          { span: { start: 0, end: 1 }, newText: text },
          { span: { start: Math.max(1, start), end: Math.max(1, end) }, newText: "Z" },
        ]);
      }
    }
  }
});
