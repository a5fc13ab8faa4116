import { distance } from "fastest-levenshtein";
import { remember } from "../text/remember.ts";
import { findKnownKey, knownKeys } from "./keys.ts";

/** What many keys start with. It says nothing about how much alike two of them are. */
const PREFIX = /^(?:ms\.search\.|ms\.|search\.|adobe-target-)/;
/**
 * How long a key's own part must be for one slip to show through, in keys of Learn (`ms.date`) and in plain words, which
 * other tools use as well (`tag`, `data`); and for two slips.
 */
const LEAST_LENGTH = 4;
const LEAST_LENGTH_OF_WORD = 5;
const LEAST_LENGTH_FOR_TWO = 9;

/** Words that other tools have for keys of their own. */
const WORDS_OF_OTHERS = new Set([
  "applies",
  "applies_to",
  "appliesto",
  "authors",
  "contributor",
  "reviewed",
  "reviewers",
]);
/** Keys so rare that what resembles them was rather meant to be itself. */
const RARE = new Set(["ms.product", "ms.reviewers", "ms.services", "ms.suite", "service", "product"]);
const candidates = knownKeys
  .filter(({ name, writtenBy }) => writtenBy !== "legacy" && !RARE.has(name))
  .map(({ name }) => toCandidate(name));

/** A known key, with what says how far another word may be from it. */
interface Candidate {
  readonly name: string;
  readonly lowered: string;
  /** Length without the prefix. */
  readonly ownLength: number;
  readonly mostSlips: number;
}

function toCandidate(name: string): Candidate {
  const lowered = name.toLowerCase();
  const ownLength = lowered.replace(PREFIX, "").length;
  const least = ownLength === lowered.length ? LEAST_LENGTH_OF_WORD : LEAST_LENGTH;
  const mostSlips = ownLength >= LEAST_LENGTH_FOR_TWO ? 2 : ownLength >= least ? 1 : 0;
  return { name, lowered, ownLength, mostSlips };
}

/**
 * The known key that an unknown one was meant to be: the same but for letter case, or for one slip of the fingers (a
 * letter too many, too few, another one, two swapped), or for two in a long key. `undefined`: it resembles none, or it
 * is known itself.
 */
export function findNearestKey(name: string): string | undefined {
  return findKnownKey(name) === undefined ? searchNearest(name) : undefined;
}

// All pages of a repository have the same few keys of their own.
const searchNearest = remember(search);

function search(name: string): string | undefined {
  const lowered = name.toLowerCase();
  if (WORDS_OF_OTHERS.has(lowered)) return undefined;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const slips = lowered === candidate.lowered ? 0 : countSlips(lowered, candidate);
    if (slips === undefined || slips >= least) continue;
    nearest = candidate.name;
    least = slips;
  }
  return nearest;
}

/** `undefined`: the two are different words. */
function countSlips(name: string, { lowered, ownLength, mostSlips }: Candidate): number | undefined {
  if (Math.abs(name.length - lowered.length) > mostSlips) return undefined;
  if (ownLength >= LEAST_LENGTH && isSwapped(name, lowered)) return 1;
  const slips = distance(name, lowered);
  return slips <= mostSlips ? slips : undefined;
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
