import { join } from "node:path";

const READ_PAGES = join(import.meta.dirname, "read-pages.mjs");
/** MiB that a check may take at the most: these, and as many for each megabyte of Markdown. */
const [LEAST_MEMORY, MEMORY_PER_MEGABYTE] = [100, 2];

/** A cold check, the same pages through the link rules of the fastest other tool, and the pages only read. */
export function coldContestants(bench, { folder }) {
  const { rumdl } = bench.peers;
  return [
    bench.program("ours", bench.check(folder, "--no-cache")),
    ...(rumdl === undefined ? [] : [bench.program("rumdl", rumdl.links(folder))]),
    bench.program("read", [process.execPath, READ_PAGES, folder]),
  ];
}

/** The rows of `coldContestants`, with their goals. */
export function coldRows(corpus, series) {
  const [ours, rumdl, read] = ["ours", "rumdl", "read"].map((name) => series.get(name));
  return [
    { name: "Lockstep, all rules", series: ours, goals: [memoryGoal(ours, corpus)] },
    rumdl === undefined
      ? { name: "rumdl, five link rules", note: "could not be installed" }
      : {
          name: "rumdl, five link rules, no cache",
          series: rumdl,
          goals: [
            { of: "wall", value: ours.over(rumdl, "wall"), limit: 0.7 },
            { of: "cpu", value: ours.over(rumdl, "cpu"), limit: 0.6 },
          ],
        },
    {
      name: "Node.js reading the pages",
      series: read,
      goals: [{ of: "wall", value: ours.over(read, "wall"), limit: 5 }],
    },
  ];
}

/** What a check of this corpus may need, in MiB. */
export function memoryGoal(series, { megabytes }) {
  const limit = LEAST_MEMORY + MEMORY_PER_MEGABYTE * megabytes;
  return { of: "peak", value: series.median.peak, limit, unit: "MiB" };
}
