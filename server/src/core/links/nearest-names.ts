import { hasSameNumbers, NameIndex, type SimilarName } from "./name-index.ts";

/** A name that a misspelt one may have meant. */
export interface NearName {
  readonly name: string;
  /** Whether there is little doubt: very near, and no other is. */
  readonly isClear: boolean;
}

const MOST = 3;
/** Long enough for a word that was added to a heading. */
const MOST_STEPS = 8;

/** A page with one broken bookmark often has more. */
const known = new WeakMap<Iterable<string> & object, NameIndex>();

/** The names that are most like another, the nearest first, at most three. `names` must not change afterwards. */
export function findNearestNames(wanted: string, names: ReadonlySet<string>): NearName[] {
  const index = known.get(names) ?? new NameIndex(names);
  known.set(names, index);
  const mostSteps = Math.max(1, Math.min(MOST_STEPS, Math.floor(wanted.length * 0.4)));
  const { names: found, isCut } = index.find(wanted, MOST, mostSteps);
  const isClear = !isCut && isSurely(wanted, found);
  return found.map(({ name }, nth) => ({ name, isClear: isClear && nth === 0 }));
}

function isSurely(wanted: string, [best, second]: readonly SimilarName[]): boolean {
  if (best === undefined || !hasSameNumbers(best.name, wanted)) return false;
  const limit = Math.min(2, Math.floor(wanted.length / 5));
  return best.steps <= limit && (second === undefined || second.steps > best.steps + 2);
}
