import assert from "node:assert/strict";
import { test } from "node:test";
import { Slices } from "../../server/src/lsp/slices.ts";

/** Looks at one message in each turn of the event loop, as connections do. Gives what has been looked at. */
function receive(messages: readonly string[]): string[] {
  const seen: string[] = [];
  const look = (): void => {
    const next = messages[seen.length];
    if (next === undefined) return;
    seen.push(next);
    setImmediate(look);
  };
  setImmediate(look);
  return seen;
}

test("all messages that wait are looked at between two slices of work, not one", async () => {
  let now = 0;
  const slices = new Slices(() => now);
  const seen = receive(["a", "b", "c", "d", "e"]);
  now = 20;
  await slices.pause();
  assert.deepEqual(seen, ["a", "b", "c", "d", "e"]);
});

test("work goes on without a pause until its slice is used up", async () => {
  let now = 0;
  const slices = new Slices(() => now);
  const seen = receive(["a"]);
  now = 4;
  await slices.pause();
  assert.deepEqual(seen, []);
  now = 9;
  await slices.pause();
  assert.deepEqual(seen, ["a"]);
});
