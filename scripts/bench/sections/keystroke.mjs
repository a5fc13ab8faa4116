import { alternate } from "../alternate.mjs";
import { describe, largestPage, pageOfSize } from "../corpora.mjs";
import { measureEngine } from "../engine.mjs";
import { middleOf, pause, withServer } from "../language-client.mjs";
import { spread } from "../statistics.mjs";

const EDITS = 100;
const WARM_UP = 10;
/** Between findings and the next letter, in milliseconds. */
const TYPING = 10;
const ORDINARY_SIZE = 20_000;

/** From a letter that is typed to the findings of the page, as an editor sees it. */
export const name = "keystroke";

export async function measure(bench) {
  const { main } = bench.corpora;
  const corpus = bench.corpora.copyWithEnglish(main);
  const [large, ordinary] = [largestPage(corpus), pageOfSize(corpus, ORDINARY_SIZE)];
  const { rumdl } = bench.peers;
  const groups = [];
  for (const page of [large, ordinary]) {
    const contestants = [
      { name: "ours", run: () => measureServer(bench, bench.server, corpus, page, { tellsState: true }) },
      ...(rumdl === undefined
        ? []
        : [
            {
              name: "rumdl",
              run: () => measureServer(bench, rumdl.server, corpus, page, { tellsState: false }),
            },
          ]),
    ];
    const series = await alternate(contestants, { rounds: bench.rounds });
    const title = `Keystroke to findings: page of ${Math.round(page.size / 1000)} kB in ${describe(main)}`;
    const engine = await measureEngine(bench.root, corpus.folder, page.path, EDITS);
    groups.push({ title, rows: toRows(series, engine, page === ordinary) });
  }
  return groups;
}

function toRows(series, engine, isOrdinary) {
  const [ours, rumdl] = [series.get("ours"), series.get("rumdl")];
  const absolute = { of: "p95", value: ours.median.p95, limit: 16, unit: "ms" };
  const ratios = (limits) =>
    ["p50", "p95"].map((of, nth) => ({ of, value: ours.over(rumdl, of), limit: limits[nth] }));
  return [
    { name: "Lockstep, all rules, with the English tree", series: ours, goals: isOrdinary ? [absolute] : [] },
    { name: "Lockstep, the engine alone", figures: engine },
    rumdl === undefined
      ? { name: "rumdl server", note: "could not be installed" }
      : { name: "rumdl server", series: rumdl, goals: ratios(isOrdinary ? [] : [0.3, 0.4]) },
  ];
}

/** The page is open and the server at rest; then letters are typed, and the findings pulled after each. */
function measureServer(bench, command, corpus, { path }, { tellsState }) {
  return withServer(command, bench.serverOptions(corpus), async (client) => {
    const page = await client.open(path);
    const { items } = await client.pull(page);
    await client.idle({ tellsState });
    const offset = middleOf(page.text);
    const times = [];
    for (let nth = -WARM_UP; nth < EDITS; nth++) {
      const typed = performance.now();
      await client.type(page, offset, "x");
      await client.pull(page);
      if (nth >= 0) times.push(performance.now() - typed);
      await pause(TYPING);
    }
    return { ...spread(times), peak: client.peak, findings: items.length };
  });
}
