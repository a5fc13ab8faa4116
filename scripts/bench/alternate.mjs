import { median } from "./statistics.mjs";

/**
 * Runs contestants in turns, so that a machine which is slower for a while is so for all of them. Each is
 * `{ name, run }`; `run` gives figures as an object of numbers. It stops before the last round when `seconds` are used up.
 * Gives a `Series` for each name.
 */
export async function alternate(contestants, { rounds, seconds = Infinity }) {
  const series = new Map(contestants.map(({ name }) => [name, new Series()]));
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < rounds && (round === 0 || performance.now() < end); round++) {
    for (let nth = 0; nth < contestants.length; nth++) {
      const { name, run } = contestants[(nth + round) % contestants.length];
      series.get(name).rounds.push(await run());
    }
  }
  return series;
}

/** What one program took, round by round. */
export class Series {
  rounds = [];

  /** The middle of each figure. */
  get median() {
    const names = Object.keys(this.rounds[0]);
    return Object.fromEntries(names.map((name) => [name, median(this.rounds.map((round) => round[name]))]));
  }

  /** The middle of the ratios of each round; `undefined` where a figure was not measured. */
  over(other, figure) {
    return median(this.rounds.map((round, nth) => round[figure] / other.rounds[nth][figure]));
  }
}
