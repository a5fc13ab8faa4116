import { alternate } from "../alternate.mjs";
import { describe } from "../corpora.mjs";
import { coldContestants, coldRows } from "../checks.mjs";

/** A whole check with nothing kept from before, against other tools over the same pages. */
export const name = "cold";

export async function measure(bench) {
  const { main, others } = bench.corpora;
  const groups = [await measureMain(bench, main), await measureWithEnglish(bench, main)];
  for (const corpus of others) groups.push(await measureOther(bench, corpus));
  return groups;
}

async function measureMain(bench, corpus) {
  const contestants = coldContestants(bench, corpus);
  const { markdownlint } = bench.peers;
  if (markdownlint !== undefined)
    contestants.push(bench.program("markdownlint", markdownlint(corpus.folder)));
  const series = await alternate(contestants, { rounds: bench.rounds });
  const ours = series.get("ours");
  const reference = series.get("markdownlint");
  const row =
    reference === undefined
      ? { name: "markdownlint-cli2, default rules", note: "could not be installed" }
      : {
          name: "markdownlint-cli2, default rules",
          series: reference,
          goals: ["wall", "cpu"].map((of) => ({ of, value: ours.over(reference, of), limit: 0.05 })),
        };
  return { title: `Cold check: ${describe(corpus)}`, rows: [...coldRows(corpus, series), row] };
}

async function measureOther(bench, corpus) {
  const series = await alternate(coldContestants(bench, corpus), { rounds: bench.rounds });
  return { title: `Cold check: ${describe(corpus)}`, rows: coldRows(corpus, series) };
}

/** What the check costs where the English pages are there, too; the other tool reads both trees then. */
async function measureWithEnglish(bench, corpus) {
  const { rumdl } = bench.peers;
  const contestants = [
    bench.program("ours", bench.check(corpus.folder, "--no-cache", "--source", corpus.english)),
    ...(rumdl === undefined ? [] : [bench.program("rumdl", rumdl.links(corpus.folder, corpus.english))]),
  ];
  const series = await alternate(contestants, { rounds: bench.rounds });
  const [ours, theirs] = [series.get("ours"), series.get("rumdl")];
  const rows = [{ name: "Lockstep, all rules, compared with the English tree", series: ours }];
  if (theirs !== undefined) {
    const ratios = ["wall", "cpu"].map((of) => ({ of, value: ours.over(theirs, of) }));
    rows.push({ name: "rumdl, five link rules, both trees", series: theirs, goals: ratios });
  }
  return { title: `Cold check with English: ${describe(corpus)}`, rows };
}
