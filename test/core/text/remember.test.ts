import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "../../../server/src/core/text/remember.ts";

test("a function is asked once for each text, also where it knows no answer", () => {
  const asked: string[] = [];
  const lengthOf = remember((text) => {
    asked.push(text);
    return text === "" ? undefined : text.length;
  });
  const texts = ["", "zh-cn", "", "zh-cn", "a name of some length"];
  assert.deepEqual(texts.map(lengthOf), [undefined, 5, undefined, 5, 21]);
  assert.deepEqual(asked, ["", "zh-cn", "a name of some length"]);
});

test("a page of names does not stay in memory", () => {
  let asked = 0;
  const read = remember(() => (asked += 1));
  for (let nth = 0; nth < 5_000; nth += 1) read(`name ${nth}`);
  read("name 0");
  assert.equal(asked, 5_001);
});
