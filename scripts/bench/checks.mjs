import { join } from "node:path";

const READ_PAGES = join(import.meta.dirname, "read-pages.mjs");
/** MiB that a check may take at the most: these, and as many for each megabyte of Markdown. */
const [LEAST_MEMORY, MEMORY_PER_MEGABYTE] = [100, 2];

/**
 * A cold check, also with only the rules that the fastest other tool has as well; that tool; and the pages only read. One
 * rule about the header shows what it takes to start, and to read the pages, whatever is looked for.
 */
export function coldContestants(bench, { folder }) {
  const { rumdl } = bench.peers;
  return [
    bench.program("ours", bench.check(folder, "--no-cache")),
    bench.program("links", bench.check(folder, "--no-cache", "--rule", "link/*")),
    bench.program("header", bench.check(folder, "--no-cache", "--rule", "metadata/date-format-invalid")),
    ...(rumdl === undefined ? [] : [bench.program("rumdl", rumdl.links(folder))]),
    bench.program("read", [process.execPath, READ_PAGES, folder]),
  ];
}

/** The rows of `coldContestants`, with their goals. */
export function coldRows(corpus, series) {
  const [ours, links, header, rumdl, read] = ["ours", "links", "header", "rumdl", "read"].map((name) =>
    series.get(name),
  );
  return [
    { name: "Lockstep, all rules", series: ours, goals: [memoryGoal(ours, corpus)] },
    { name: "Lockstep, link rules", series: links, goals: ratios(links, rumdl) },
    { name: "Lockstep, one rule about the header", series: header, goals: ratios(header, rumdl) },
    rumdl === undefined
      ? { name: "rumdl, five link rules", note: "could not be installed" }
      : {
          name: "rumdl, five link rules, no cache",
          series: rumdl,
          goals: ratios(ours, rumdl, { wall: 0.7, cpu: 0.6 }),
        },
    {
      name: "Node.js reading the pages",
      series: read,
      goals: [{ of: "wall", value: ours.over(read, "wall"), limit: 5 }],
    },
  ];
}

/** Time and processor time to those of another program, which may not be there. */
function ratios(series, other, limits = {}) {
  if (other === undefined) return [];
  return ["wall", "cpu"].map((of) => ({ of, value: series.over(other, of), limit: limits[of] }));
}

/** What a check of this corpus may need, in MiB. */
export function memoryGoal(series, { megabytes }) {
  const limit = LEAST_MEMORY + MEMORY_PER_MEGABYTE * megabytes;
  return { of: "peak", value: series.median.peak, limit, unit: "MiB" };
}
