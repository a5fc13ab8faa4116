import { distance } from "fastest-levenshtein";

/** A name that a misspelt one may have meant. */
export interface NearName {
  readonly name: string;
  /** Whether there is little doubt: very near, and no other is. */
  readonly isClear: boolean;
}

const MOST = 3;

/** The names that are most like another, the nearest first, at most three. Letter case does not count. */
export function findNearestNames(wanted: string, names: Iterable<string>): NearName[] {
  const lowered = wanted.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length * 0.4));
  const candidates: { name: string; steps: number }[] = [];
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const steps = distance(lowered, name.toLowerCase());
    if (steps <= limit && !differsInNumbersOnly(lowered, name.toLowerCase()))
      candidates.push({ name, steps });
  }
  candidates.sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1));
  const [best, second] = candidates;
  const isClear = best !== undefined && isSurely(lowered, best, second);
  return candidates.slice(0, MOST).map(({ name }) => ({ name, isClear: isClear && name === best.name }));
}

/** Numbers tell names apart (`step-2`, `2020-10`), so that a name with others means something else, however near. */
function isSurely(
  wanted: string,
  best: { readonly name: string; readonly steps: number },
  second: { readonly steps: number } | undefined,
): boolean {
  if (digitsOf(best.name) !== digitsOf(wanted)) return false;
  const limit = Math.min(2, Math.floor(wanted.length / 5));
  return best.steps <= limit && (second === undefined || second.steps > best.steps + 2);
}

/** `2021-july` and `2020-july` are two things; a writer who names one does not mean the other. */
export function differsInNumbersOnly(wanted: string, name: string): boolean {
  return wanted !== name && wanted.replace(/\d+/g, "0") === name.replace(/\d+/g, "0");
}

/** The numbers in a name, in order. */
export function digitsOf(name: string): string {
  return name.replace(/\D+/g, " ").trim();
}
