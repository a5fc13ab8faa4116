import assert from "node:assert/strict";
import { test } from "node:test";
import { matchEqual } from "../../../server/src/core/freshness/match-equal.ts";

/** Matches as `left:right`. */
function match(left: string, right: string): string {
  const split = (text: string): string[] => text.split(" ").filter((word) => word !== "");
  return Array.from(matchEqual(split(left), split(right)), (its, mine) => (its < 0 ? "" : `${mine}:${its}`))
    .filter((pair) => pair !== "")
    .join(" ");
}

test("equal lists match member by member", () => {
  assert.equal(match("a b c", "a b c"), "0:0 1:1 2:2");
});

test("what was inserted or taken out does not disturb the rest", () => {
  assert.equal(match("a b c", "a x b c"), "0:0 1:2 2:3");
  assert.equal(match("a x b c", "a b c"), "0:0 2:1 3:2");
});

test("of two members that changed places the longer one stays", () => {
  assert.equal(match("a short something-longer z", "a something-longer short z"), "0:0 2:1 3:3");
});

test("repeated members match as often as both sides have them, in order", () => {
  assert.equal(match("x name-one x name-two", "x name-two x name-three"), "0:0 3:1");
  assert.equal(match("x y x y x", "x y x"), "0:0 1:1 2:2");
});

test("lists may have more members in common than a function takes arguments", () => {
  const count = 150_000;
  const list = (own: string): string[] =>
    Array.from({ length: 2 * count }, (_, nth) => (nth % 2 === 0 ? `${own}${nth}` : `x${nth}`)).concat(own);
  assert.equal(matchEqual(list("a"), list("b")).filter((its) => its >= 0).length, count);
});

test("lists with nothing in common, and empty ones, match nowhere", () => {
  assert.equal(match("a b", "c d"), "");
  assert.equal(match("", "a"), "");
});

test("pages that repeat themselves all over still match in order, in time", () => {
  const left = Array.from({ length: 3000 }, (_, nth) =>
    nth % 3 === 0 ? "string" : nth % 3 === 1 ? "Yes" : `row ${nth}`,
  );
  const right = ["other", ...left.slice(100), "last"].reverse().reverse();
  const started = performance.now();
  const matches = matchEqual(["first", ...left], right);
  assert.ok(performance.now() - started < 3000);
  const found = matches.filter((its) => its >= 0);
  assert.ok(found.length >= 2890, String(found.length));
  assert.ok(found.every((its, nth) => nth === 0 || its > (found[nth - 1] as number)));
});
