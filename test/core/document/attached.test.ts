import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Attached } from "../../../server/src/core/document/attached.ts";

describe("a value attached to an object", () => {
  test("is that object's alone, and can be replaced", () => {
    const names = new Attached<object, string>();
    const [first, second] = [{}, {}];
    names.set(first, "a").set(first, "b");
    assert.equal(names.get(first), "b");
    assert.equal(names.get(second), undefined);
  });

  test("is found out once for each object", () => {
    const lengths = new Attached<readonly string[], number>();
    let asked = 0;
    const find = (owner: readonly string[]): number => {
      asked += 1;
      return owner.length;
    };
    const owner = ["a", "b"];
    assert.deepEqual([lengths.of(owner, find), lengths.of(owner, find), lengths.of([], find)], [2, 2, 0]);
    assert.equal(asked, 2);
  });

  test("is apart from what others attached to it", () => {
    const [names, counts] = [new Attached<object, string>(), new Attached<object, number>()];
    const owner = {};
    names.set(owner, "a");
    counts.set(owner, 1);
    assert.deepEqual([names.get(owner), counts.get(owner)], ["a", 1]);
  });

  test("may be undefined, which is not the same as none", () => {
    const names = new Attached<object, string | undefined>();
    const owner = {};
    assert.equal(names.has(owner), false);
    names.set(owner, undefined);
    assert.equal(names.has(owner), true);
  });

  test("does not go over to a copy, nor makes its object another one", () => {
    const names = new Attached<object, string>();
    const owner = { page: "a.md" };
    names.set(owner, "a");
    assert.equal(names.has({ ...owner }), false);
    assert.deepStrictEqual(owner, { page: "a.md" });
    assert.equal(JSON.stringify(owner), '{"page":"a.md"}');
  });
});
