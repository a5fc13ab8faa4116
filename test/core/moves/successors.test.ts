import assert from "node:assert/strict";
import { test } from "node:test";
import {
  findMostAlike,
  findSuccessors,
  isMadeOf,
  isSuccessor,
} from "../../../server/src/core/moves/successors.ts";
import { type Trace, traceOf } from "../../../server/src/core/moves/traces.ts";

const SENTENCES = Array.from({ length: 12 }, (_, nth) => `Sentence ${nth} tells of foxes.`);

function pages(texts: Readonly<Record<string, readonly string[]>>): Map<string, Trace> {
  return new Map(Object.entries(texts).map(([path, english]) => [path, traceOf(english)]));
}

const OLD = traceOf(SENTENCES);

test("a page goes where at least half of it is", () => {
  const candidates = pages({
    "less.md": SENTENCES.slice(0, 5),
    "half.md": [...SENTENCES.slice(0, 7), "New."],
  });
  assert.deepEqual(findSuccessors(OLD, candidates), { main: "half.md", parts: [] });
  assert.equal(findSuccessors(OLD, pages({ "less.md": SENTENCES.slice(0, 5) })), undefined);
});

test("emphasis and blanks make no difference", () => {
  const other = pages({ "a.md": SENTENCES.map((each) => each.replace("foxes", "**foxes** ")) });
  assert.equal(findSuccessors(OLD, other)?.main, "a.md");
});

test("a split is found where no part has half of the page", () => {
  const candidates = pages({
    "c.md": SENTENCES.slice(0, 4),
    "b.md": SENTENCES.slice(4, 9),
    "a.md": SENTENCES.slice(9),
  });
  assert.deepEqual(findSuccessors(OLD, candidates), { main: "b.md", parts: ["c.md", "a.md"] });
});

test("a page that swallowed it among much else is no successor", () => {
  const large = Array.from({ length: 100 }, (_, nth) => `Sentence ${nth} tells of hounds.`);
  assert.equal(findSuccessors(OLD, pages({ "large.md": [...large, ...SENTENCES] })), undefined);
  assert.equal(findMostAlike(OLD, pages({ "large.md": [...large, ...SENTENCES] })), "large.md");
});

test("what somebody names needs less of it", () => {
  assert.ok(isSuccessor(OLD, traceOf(SENTENCES.slice(0, 3))));
  assert.ok(!isSuccessor(OLD, traceOf(SENTENCES.slice(0, 2))));
});

test("a page of a few common sentences was not made of what left others", () => {
  assert.ok(isMadeOf(traceOf(SENTENCES.slice(0, 3)), OLD));
  assert.ok(!isMadeOf(traceOf(SENTENCES.slice(0, 2)), OLD));
  assert.ok(
    !isMadeOf(
      traceOf([...SENTENCES.slice(0, 3), "Much more is said here of hounds and horses, and of hats."]),
      traceOf(SENTENCES.slice(0, 2)),
    ),
  );
});

test("pages without text have no successor", () => {
  assert.equal(findSuccessors(new Map(), pages({ "a.md": SENTENCES })), undefined);
  assert.equal(findSuccessors(OLD, new Map()), undefined);
});
