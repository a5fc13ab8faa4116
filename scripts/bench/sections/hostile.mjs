import { measureHostile } from "../hostile.mjs";

/** How many of the slowest are shown; all of them are in the JSON. */
const SHOWN = 5;

/** In bytes. All kinds up to 4 MB take several minutes. */
function largestOf({ isQuick, isFull }) {
  return isFull ? 4_000_000 : isQuick ? 250_000 : 1_000_000;
}

/** How the work of one page grows with its size, for ordinary pages and for pages that are made to be slow. */
export const name = "page";

export async function measure(bench) {
  const pages = await measureHostile(bench.root, largestOf(bench), bench);
  const rows = pages.map(({ name: each, size, milliseconds, exponent }) => ({
    name: `${each}, ${size / 1e6} MB`,
    figures: { cpu: milliseconds / 1000 },
    // Too fast to be measured: its growth is noise.
    goals: exponent === undefined ? [] : [{ of: "exponent", value: exponent, limit: 1.1 }],
  }));
  const isNotable = ({ goals: [goal] }, nth) =>
    nth < SHOWN || (goal !== undefined && goal.value > goal.limit);
  const shown = rows.filter(isNotable);
  const others = { name: `${rows.length - shown.length} other kinds of pages`, note: "all within the goal" };
  return [
    {
      title: "One page, checked with all rules: growth up to the size named, the slowest kinds first",
      rows: shown.length < rows.length ? [...shown, others] : shown,
      all: rows,
    },
  ];
}
