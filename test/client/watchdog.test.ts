import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Watchdog } from "../../client/src/watchdog.ts";

const TIMES = { every: 10, deadline: 30 };

/** Lets promises that are settled by now run on. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

test("a server that answers is left alone", async () => {
  mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  let ended = 0;
  const watchdog = new Watchdog(() => ({ end: () => ended++, ping: () => Promise.resolve(null) }), TIMES);
  for (let nth = 0; nth < 10; nth++) {
    mock.timers.tick(10);
    await settle();
  }
  assert.equal(ended, 0);
  watchdog.dispose();
  mock.timers.reset();
});

test("a server that does not answer in time is ended, once", async () => {
  mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  let ended = 0;
  const watchdog = new Watchdog(
    () => ({ end: () => ended++, ping: () => new Promise(() => undefined) }),
    TIMES,
  );
  mock.timers.tick(39);
  await settle();
  assert.equal(ended, 0);
  mock.timers.tick(100);
  await settle();
  assert.equal(ended, 1);
  watchdog.dispose();
  mock.timers.reset();
});

test("a server that is not running is not asked", () => {
  mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  let pings = 0;
  const ping = (): Promise<unknown> => Promise.resolve(pings++);
  const watchdog = new Watchdog(() => ({ end: undefined, ping }), TIMES);
  mock.timers.tick(100);
  assert.equal(pings, 0);
  watchdog.dispose();
  mock.timers.reset();
});
