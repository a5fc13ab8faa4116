import assert from "node:assert/strict";
import { test } from "node:test";
import { lineAt } from "../../../server/src/core/text/lines.ts";

test("a page that begins with a line end begins with an empty line", () => {
  assert.deepEqual(lineAt("\na\n", 0), { start: 0, end: 0 });
  assert.deepEqual(lineAt("\r\na", 0), { start: 0, end: 0 });
  assert.deepEqual(lineAt("\na\n", 1), { start: 1, end: 2 });
});
