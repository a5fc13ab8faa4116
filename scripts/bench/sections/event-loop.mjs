import { alternate } from "../alternate.mjs";
import { describe } from "../corpora.mjs";
import { pause, withServer } from "../language-client.mjs";
import { spread } from "../statistics.mjs";

const PAGES = 3_000;
const SECONDS = 40;
/** Between two questions, in milliseconds. */
const INTERVAL = 5;
/** How long the server is asked while it has nothing to do, in milliseconds: what the machine itself adds. */
const IDLE = 2_000;

/**
 * How long the server does not listen while it reads a large repository: a question that it answers at once is asked
 * again and again.
 */
export const name = "listening";

export async function measure(bench) {
  const generated = bench.corpora.generated(bench.isQuick ? 500 : PAGES);
  const corpus = bench.corpora.copyWithEnglish(generated);
  const contestants = [{ name: "ours", run: () => measureServer(bench, corpus) }];
  const series = (await alternate(contestants, { rounds: bench.rounds, seconds: SECONDS })).get("ours");
  const { busyMax, idleMax, ready, ...busy } = series.median;
  const figures = { p50: busy.busyP50, p95: busy.busyP95, max: busyMax, peak: busy.peak };
  const goals = [{ of: "longest", value: busyMax, limit: 50, unit: "ms" }];
  return [
    {
      title: `Answers while the server reads ${describe(generated)}, and their English`,
      rows: [
        {
          name: `Lockstep, while reading (${ready.toFixed(1)} s)`,
          figures,
          goals,
          rounds: series.rounds.length,
        },
        {
          name: "Lockstep, at rest: what the machine adds",
          figures: { p50: busy.idleP50, p95: busy.idleP95, max: idleMax },
        },
      ],
    },
  ];
}

function measureServer(bench, corpus) {
  return withServer(bench.server, bench.serverOptions(corpus), async (client, started) => {
    const busy = spread(await ask(client, () => client.isReady));
    const ready = (performance.now() - started) / 1000;
    const end = performance.now() + IDLE;
    const idle = spread(await ask(client, () => performance.now() > end));
    return {
      ...{ busyP50: busy.p50, busyP95: busy.p95, busyMax: busy.max },
      ...{ idleP50: idle.p50, idleP95: idle.p95, idleMax: idle.max },
      ready,
      peak: client.peak,
    };
  });
}

/** Asks without waiting for answers, so that no stop goes by unseen. Gives the times to the answers in milliseconds. */
async function ask(client, isOver) {
  const times = [];
  const open = new Set();
  while (!isOver()) {
    const asked = performance.now();
    const answer = client.connection.sendRequest("lockstep/ping").then(() => {
      times.push(performance.now() - asked);
      open.delete(answer);
    });
    open.add(answer);
    await pause(INTERVAL);
  }
  await Promise.all(open);
  return times;
}
