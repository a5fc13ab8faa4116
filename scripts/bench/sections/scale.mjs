import { alternate } from "../alternate.mjs";
import { coldContestants, coldRows } from "../checks.mjs";
import { describe } from "../corpora.mjs";

const COUNTS = [3_000, 12_000];
/** Pages of any larger number are left out where a smaller one shows that a round would take longer than this. */
const SECONDS = 40;

/** Made-up pages, as many as large repositories have; the section `cold` has the smaller ones. */
export const name = "scale";

export async function measure(bench) {
  const groups = [];
  let secondsPerPage = 0;
  for (const count of bench.isQuick ? COUNTS.slice(0, 1) : COUNTS) {
    const expected = secondsPerPage * count;
    if (expected > SECONDS && !bench.isFull) {
      const note = `left out, a round would take ${Math.round(expected)} s; \`--full\` runs it`;
      groups.push({
        title: `Cold check: generated, ${count.toLocaleString("en")} pages`,
        rows: [{ name: "All", note }],
      });
      continue;
    }
    const corpus = bench.corpora.generated(count);
    const limits = { rounds: bench.rounds, seconds: bench.isFull ? Infinity : SECONDS };
    const series = await alternate(coldContestants(bench, corpus), limits);
    secondsPerPage = [...series.values()].reduce((sum, { median }) => sum + median.wall, 0) / count;
    groups.push({ title: `Cold check: ${describe(corpus)}`, rows: coldRows(corpus, series) });
  }
  return groups;
}
