import { measureHostile } from "../hostile.mjs";

/** How many of the slowest are shown; all of them are in the JSON. */
const SHOWN = 5;

const LIMIT = 1.1;

/** In bytes. All kinds up to 4 MB take several minutes. */
function largestOf({ isQuick, isFull }) {
  return isFull ? 4_000_000 : isQuick ? 250_000 : 1_000_000;
}

/** How the work of one page grows with its size, for ordinary pages and for pages that are made to be slow. */
export const name = "page";

export async function measure(bench) {
  const { root, kind, isQuick } = bench;
  const pages = await measureHostile(root, { largest: largestOf(bench), limit: LIMIT, part: kind, isQuick });
  const rows = pages.map((page) => ({
    name: `${page.name}, ${page.size / 1e6} MB`,
    figures: { cpu: page.milliseconds / 1000 },
    // Too fast to be measured: its growth is noise.
    goals:
      page.exponent === undefined
        ? []
        : [{ of: "exponent", value: page.exponent, limit: LIMIT }, ...explained(page)],
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

/**
 * Why a kind grows faster than it should, which decides about no goal: how its work grows without the garbage collector,
 * and the share of the largest page's time that the collector takes, with what it costs the work beside it. Nothing where
 * garbage was collected all the same.
 */
function explained({ milliseconds, work }) {
  if (work === undefined || work.collections > 0) return [];
  const share = Math.max(0, 1 - work.milliseconds / milliseconds);
  return [
    { of: "without collector", value: work.exponent },
    { of: "collector", value: Math.round(share * 100), unit: "%" },
  ];
}
