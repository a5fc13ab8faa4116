import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptedChanges, applyChanges, type Change, takeBack } from "../../client/src/sync/accepted.ts";

const BEFORE = "one\r\ntwo\r\nthree\r\nfour\r\n";

function change(line: number, from: number, to: number, newText: string): Change {
  return { start: { line, character: from }, end: { line, character: to }, newText };
}

const CHANGES = [change(0, 0, 3, "ONE"), change(1, 3, 3, " and a half"), change(3, 0, 4, "")];

test("all changes are made, whatever the line ends", () => {
  assert.equal(applyChanges(BEFORE, CHANGES), "ONE\ntwo and a half\nthree\n\n");
});

test("the changes that were made are told from those that were left out, in every combination", () => {
  for (let choice = 0; choice < 8; choice++) {
    const chosen = CHANGES.filter((_, nth) => (choice & (1 << nth)) !== 0);
    const after = applyChanges(BEFORE, chosen).replaceAll("\n", "\r\n");
    assert.deepEqual(acceptedChanges(BEFORE, after, CHANGES), chosen, `choice ${choice}`);
  }
});

test("a text that something else happened to gives no answer", () => {
  assert.equal(acceptedChanges(BEFORE, "two\nthree\n", CHANGES), undefined);
  assert.equal(acceptedChanges(BEFORE, `${applyChanges(BEFORE, CHANGES)}five\n`, CHANGES), undefined);
  assert.equal(acceptedChanges(BEFORE, `zero\n${applyChanges(BEFORE, CHANGES)}`, CHANGES), undefined);
  assert.equal(acceptedChanges(BEFORE, "other\n", []), undefined);
});

test("without changes, none was made", () => {
  assert.deepEqual(acceptedChanges(BEFORE, BEFORE, []), []);
});

test("some of the changes can be taken back, and the others stay", () => {
  for (let choice = 0; choice < 8; choice++) {
    const taken = CHANGES.filter((_, nth) => (choice & (1 << nth)) !== 0);
    const rest = CHANGES.filter((each) => !taken.includes(each));
    const back = takeBack(BEFORE, CHANGES, (each) => taken.includes(each));
    assert.equal(applyChanges(applyChanges(BEFORE, CHANGES), back), applyChanges(BEFORE, rest));
  }
});
