import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { alternate } from "../alternate.mjs";
import { describe, pageOfSize } from "../corpora.mjs";

/** A check after another one: nothing changed, or one page. */
export const name = "warm";

export async function measure(bench) {
  const { main } = bench.corpora;
  const [same, changing] = ["same", "changing"].map((word) => bench.corpora.copy(main, word));
  const { rumdl } = bench.peers;
  const cached = rumdl?.cached(join(bench.scratch, "rumdl-cache"), same.folder);
  const page = pageOfSize(changing, 20_000).path;
  const afterChange = bench.program("changed", bench.check(changing.folder));
  const contestants = [
    bench.program("ours", bench.check(same.folder)),
    ...(cached === undefined ? [] : [bench.program("rumdl", cached)]),
    {
      name: "changed",
      run: () => {
        appendFileSync(page, "\nx\n");
        return afterChange.run();
      },
    },
  ];
  // The runs that fill the caches.
  for (const contestant of contestants) await contestant.run();
  const series = await alternate(contestants, { rounds: bench.rounds });
  return [{ title: `Warm check: ${describe(main)}`, rows: toRows(series) }];
}

function toRows(series) {
  const [ours, changed, rumdl] = ["ours", "changed", "rumdl"].map((each) => series.get(each));
  return [
    { name: "Lockstep, all rules, nothing changed", series: ours },
    {
      name: "Lockstep, one page changed (to nothing changed)",
      series: changed,
      goals: [{ of: "wall", value: changed.over(ours, "wall"), limit: 1.3 }],
    },
    rumdl === undefined
      ? { name: "rumdl, default rules", note: "could not be installed" }
      : {
          name: "rumdl, default rules, nothing changed",
          series: rumdl,
          goals: [{ of: "wall", value: ours.over(rumdl, "wall"), limit: 0.6 }],
        },
  ];
}
