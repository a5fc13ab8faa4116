import assert from "node:assert/strict";
import { test } from "node:test";
import { readFixture } from "./fixture.ts";

test("marks and expectations are taken out of the text", () => {
  const [page] = readFixture("见[|[链接](x.md)|]。\n//^ link/file-not-found: Gone.\n尾");
  assert.deepEqual(page, {
    path: "page.md",
    text: "见[链接](x.md)。\n尾",
    marks: [{ start: 1, end: 11 }],
    expected: ["link/file-not-found: Gone."],
  });
});

test("a header starts a file", () => {
  const files = readFixture("//- a/one.md\n# 1\n//- two.md\n# 2");
  assert.deepEqual(
    files.map(({ path, text }) => [path, text]),
    [
      ["a/one.md", "# 1"],
      ["two.md", "# 2"],
    ],
  );
});

test("an unpaired mark is an error", () => {
  assert.throws(() => readFixture("a [|b"), /without/);
});
