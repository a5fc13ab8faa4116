import { join } from "node:path";
import { rmSync } from "node:fs";
import { alternate } from "../alternate.mjs";
import { describe } from "../corpora.mjs";

/** All pages brought up to a later English and written to another folder, against a check of the pages and their English. */
export const name = "sync";

export async function measure(bench) {
  const { main } = bench.corpora;
  const out = join(bench.scratch, "synced");
  const sync = bench.program("sync", [
    ...bench.lockstep("sync", main.folder, "--quiet", "--out", out),
    ...["--base", main.english, "--source", main.nextEnglish],
  ]);
  const series = await alternate(
    [
      {
        name: "sync",
        run: () => {
          rmSync(out, { recursive: true, force: true });
          return sync.run();
        },
      },
      bench.program("ours", bench.check(main.folder, "--no-cache", "--source", main.english)),
    ],
    { rounds: bench.rounds },
  );
  const [synced, checked] = [series.get("sync"), series.get("ours")];
  const goals = ["wall", "cpu"].map((of) => ({ of, value: synced.over(checked, of), limit: 3 }));
  return [
    {
      title: `Sync: ${describe(main)}`,
      rows: [
        { name: "Lockstep, cold check of both trees", series: checked },
        { name: "Lockstep, sync to the next English (to that check)", series: synced, goals },
      ],
    },
  ];
}
