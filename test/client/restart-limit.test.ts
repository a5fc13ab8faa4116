import assert from "node:assert/strict";
import { test } from "node:test";
import { RestartLimit } from "../../client/src/restart-limit.ts";

test("a server that stops now and then is started again", () => {
  const limit = new RestartLimit(2, 1000);
  assert.deepEqual(
    [0, 600, 1200, 1800, 2400].map((time) => limit.mayRestart(time)),
    [true, true, true, true, true],
  );
});

test("a server that keeps stopping is given up, and may try again later", () => {
  const limit = new RestartLimit(2, 1000);
  assert.deepEqual(
    [0, 1, 2, 3, 5000].map((time) => limit.mayRestart(time)),
    [true, true, false, false, true],
  );
});
