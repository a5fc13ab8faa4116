import assert from "node:assert/strict";
import { test } from "node:test";
import { longestAscending } from "../../../server/src/core/text/longest-ascending.ts";

/** The numbers of the run. */
function runOf(numbers: readonly number[]): (number | undefined)[] {
  return longestAscending(numbers).map((nth) => numbers[nth]);
}

test("leaves out as few numbers as it can", () => {
  assert.deepEqual(runOf([101, 102, 109, 103, 104]), [101, 102, 103, 104]);
  assert.deepEqual(runOf([7, 8, 1, 2, 3]), [1, 2, 3]);
});

test("holds one of equal numbers", () => {
  assert.deepEqual(runOf([1, 1, 2, 2, 2, 3]), [1, 2, 3]);
});

test("holds one number of a list that descends, and none of an empty one", () => {
  assert.deepEqual(runOf([3, 2, 1]), [1]);
  assert.deepEqual(runOf([]), []);
});
