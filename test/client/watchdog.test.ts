import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Watchdog, type Watched } from "../../client/src/watchdog.ts";

/** How often a server is ended within a minute. */
async function endingsOf(ping: () => Promise<unknown>, isRunning = true): Promise<number> {
  mock.timers.enable({ apis: ["setInterval"] });
  let endings = 0;
  const end = (): void => {
    endings++;
  };
  const watchdog = new Watchdog((): Watched => ({ end: isRunning ? end : undefined, ping }));
  for (let second = 0; second < 60; second++) {
    mock.timers.tick(1000);
    // Promises that are settled by now run on.
    await new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
  }
  watchdog.dispose();
  mock.timers.reset();
  return endings;
}

test("a server that answers is left alone", async () => {
  assert.equal(await endingsOf(() => Promise.resolve(null)), 0);
});

test("a server that does not answer is ended, once", async () => {
  assert.equal(await endingsOf(() => new Promise(() => undefined)), 1);
});

test("a server whose connection is lost is left to those who start it again", async () => {
  assert.equal(await endingsOf(() => Promise.reject(new Error("Gone."))), 0);
});

test("a server that is not running is not asked", async () => {
  let pings = 0;
  await endingsOf(() => Promise.resolve(pings++), false);
  assert.equal(pings, 0);
});
