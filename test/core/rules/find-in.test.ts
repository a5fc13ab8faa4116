import assert from "node:assert/strict";
import { test } from "node:test";
import { findIn } from "../../../server/src/core/rules/find-in.ts";
import type { Finding } from "../../../server/src/core/rules/rule.ts";

const find = (nth: number): Finding | undefined =>
  nth % 2 === 0 ? undefined : { span: { start: nth, end: nth }, message: "Odd." };

test("finds nothing as an empty list", () => {
  assert.deepEqual(findIn([], find), []);
  assert.deepEqual(findIn([2, 4], find), []);
});

test("finds one after another, in their order", () => {
  const found = Array.from(findIn([2, 3, 4, 5, 7, 8], find), ({ span }) => span.start);
  assert.deepEqual(found, [3, 5, 7]);
});

test("looks at no more items than somebody asks findings of", () => {
  const asked: number[] = [];
  const found = findIn([1, 3, 5], (nth) => {
    asked.push(nth);
    return find(nth);
  });
  for (const { span } of found) if (span.start === 3) break;
  assert.deepEqual(asked, [1, 3]);
});
