import { alternate } from "../alternate.mjs";
import { memoryGoal } from "../checks.mjs";
import { describe } from "../corpora.mjs";
import { exponent } from "../statistics.mjs";

/** Pages of about 25 and 100 MB. */
const [SMALL, LARGE] = [1_160, 4_800];
const SECONDS = 60;

/** How the work of a check grows with the number of pages. */
export const name = "growth";

export async function measure(bench) {
  const scale = bench.isQuick ? 4 : 1;
  const corpora = [SMALL, LARGE].map((count) => bench.corpora.generated(Math.round(count / scale)));
  const contestants = corpora.map(({ name: each, folder }) =>
    bench.program(each, bench.check(folder, "--no-cache")),
  );
  const series = await alternate(contestants, { rounds: bench.rounds, seconds: SECONDS });
  const [small, large] = corpora.map((corpus) => ({ corpus, series: series.get(corpus.name) }));
  const points = [small, large].map(({ corpus, series: { median } }) => [corpus.megabytes, median.cpu]);
  return [
    {
      title: "Growth with the number of pages",
      rows: [
        {
          name: describe(small.corpus),
          series: small.series,
          goals: [memoryGoal(small.series, small.corpus)],
        },
        {
          name: describe(large.corpus),
          series: large.series,
          goals: [memoryGoal(large.series, large.corpus)],
        },
        {
          name: "Exponent of its CPU time",
          goals: [{ of: "exponent", value: exponent(points), limit: 1.05 }],
        },
      ],
    },
  ];
}
