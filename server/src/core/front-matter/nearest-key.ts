import { distance } from "fastest-levenshtein";
import { knownKeys } from "./keys.ts";

/** What many keys start with. It says nothing about how much alike two of them are. */
const PREFIX = /^(?:ms[.:]search\.|ms[.:]|msc\.|search\.|translation\.priority\.|adobe-target-?)/;
/** A key's own part must be this long for one wrong letter to be a slip, and this long for two. */
const LEAST_LENGTH = 4;
const LEAST_LENGTH_FOR_TWO = 9;

/**
 * The known key that an unknown one was meant to be: the same but for letter case, or for one slip of the fingers (a
 * letter too many, too few, another one, two swapped), or for two in a long key. `undefined`: it resembles none, or it
 * is known itself.
 */
export function findNearestKey(name: string): string | undefined {
  const lowered = name.toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const known of knownKeys) {
    if (known.name === name) return undefined;
    const candidate = known.name.toLowerCase();
    const slips = lowered === candidate ? 0 : countSlips(lowered, candidate);
    if (slips === undefined || slips >= least) continue;
    nearest = known.name;
    least = slips;
  }
  return nearest;
}

/** `undefined`: the two are different words. */
function countSlips(name: string, known: string): number | undefined {
  const length = known.replace(PREFIX, "").length;
  const limit = length >= LEAST_LENGTH_FOR_TWO ? 2 : length >= LEAST_LENGTH ? 1 : 0;
  if (limit === 0 || Math.abs(name.length - known.length) > limit) return undefined;
  if (isSwapped(name, known)) return 1;
  const slips = distance(name, known);
  return slips <= limit ? slips : undefined;
}

/** Whether two neighbouring letters are swapped, and nothing else differs. */
function isSwapped(name: string, known: string): boolean {
  if (name.length !== known.length) return false;
  let at = 0;
  while (at < name.length && name[at] === known[at]) at += 1;
  return (
    name[at] === known[at + 1] && name[at + 1] === known[at] && name.slice(at + 2) === known.slice(at + 2)
  );
}
