import assert from "node:assert/strict";
import { distance } from "fastest-levenshtein";
import { test } from "node:test";
import { countSteps } from "../../count-steps.ts";
import { NameIndex } from "../../../server/src/core/links/name-index.ts";

/** Made-up names, the same ones at every run. */
function makeNames(count: number, seed: number): string[] {
  const words = ["set", "up", "agent", "billing", "概要", "report", "create", "remove", "guide", "é"];
  let state = seed;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 16) % limit;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(4) }, () => words[next(10)]).join("-"),
  );
}

test("no near name is passed over by counting letters", () => {
  const names = [...new Set(makeNames(300, 1))];
  const index = new NameIndex(names);
  for (const wanted of makeNames(100, 2)) {
    const expected = names
      .map((name) => ({ name, steps: distance(wanted, name) }))
      .filter(({ steps }) => steps <= 6)
      .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
      .slice(0, 3);
    assert.deepEqual(index.find(wanted, 3, 6).names, expected, wanted);
  }
});

test("letter case does not count, numbers do", () => {
  const index = new NameIndex(["Install", "2020-july", "step-1"]);
  assert.deepEqual(index.find("instal", 3, 3).names, [{ name: "Install", steps: 1 }]);
  assert.deepEqual(index.find("2021-july", 3, 3).names, []);
  assert.deepEqual(index.find("step-1", 3, 3).names, [{ name: "step-1", steps: 0 }]);
});

test("among names that hardly differ, a search compares some, and says so", () => {
  const namesOf = (count: number): string[] =>
    Array.from(
      { length: count },
      (_, nth) => `the-same-page-${nth.toString(26).replace(/\d/g, "x").padStart(4, "z")}`,
    );
  const stepsOf = (count: number): number => {
    const index = new NameIndex(namesOf(count));
    return countSteps(() => {
      assert.ok(index.find("the-same-page-qqqq", 3, 6).isCut);
    });
  };
  assert.ok(stepsOf(16_000) < stepsOf(2_000) * 1.5);
  assert.ok(!new NameIndex(["install", "remove"]).find("instal", 3, 3).isCut);
});

test("of names that nothing is like, a search looks at so many and no more, and says so", () => {
  const namesOf = (count: number, length: number): string[] =>
    Array.from({ length: count }, (_, nth) =>
      nth
        .toString(4)
        .replace(/./g, (digit) => "jqxz".charAt(Number(digit)))
        .padStart(length, "j"),
    );
  const wanted = "install-the-agent";
  const indexOf = (count: number): NameIndex =>
    new NameIndex([...namesOf(count, wanted.length + 1), ...namesOf(count, wanted.length - 1)]);
  const index = indexOf(20_000);
  assert.ok(index.find(wanted, 3, 6).isCut);
  assert.deepEqual(indexOf(4_000).find(wanted, 3, 6), { names: [], isCut: false });
  // What it compares is known by now: what is left are the letters of the wanted name.
  const steps = countSteps(() => index.find(wanted, 3, 6));
  assert.ok(steps < 100, `${steps} steps: nothing goes through all names, not to copy them either`);
});

test("names that are longer and names that are shorter are found alike", () => {
  const index = new NameIndex(["installs", "instal", "nothing-like-it"]);
  assert.deepEqual(index.find("install", 3, 1).names, [
    { name: "instal", steps: 1 },
    { name: "installs", steps: 1 },
  ]);
});

test("a name that is longer than any is not compared with others as long", () => {
  const long = "a".repeat(100_000);
  const index = new NameIndex([`${long}c`, "install"]);
  assert.deepEqual(index.find(`${long}b`, 3, 6), { names: [], isCut: false });
  assert.equal(index.find("instal", 3, 6).names.length, 1);
});
