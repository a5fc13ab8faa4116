import { commonTo, lengthOf, shareOf, type Trace } from "./traces.ts";

/** Where a page that is gone went. */
export interface Successors {
  /** The page that goes on in its place. */
  readonly main: string;
  /** Other pages that parts of it went to. */
  readonly parts: readonly string[];
}

/** So much of a page has to be found again for it to count as moved: as Git has it. */
const MOVED = 0.5;
/** So much of a new page has to be of the old one, or the old one was merged into something else. */
const OWN = 0.3;
/** So much of the old page makes another one a part of it. */
const PART = 0.1;
/** A part has more than a heading and a link in common with the page. */
const FEWEST = 3;

/**
 * Finds the pages that a page was moved to or split into, by segments that are the same to the letter. `undefined`: too
 * little of it is found again. Measured on the five pages that the English of office-js lost in four months: the one
 * that was moved has 0.66 of itself in its successor, the others 0.15 at most.
 */
export function findSuccessors(lost: Trace, candidates: ReadonlyMap<string, Trace>): Successors | undefined {
  const found = Array.from(candidates, ([path, trace]) => ({
    path,
    trace,
    share: shareOf(lost, trace),
    own: shareOf(trace, lost),
  })).filter(({ share, own }) => share > 0 && own >= OWN);
  found.sort((a, b) => b.share - a.share || b.own - a.own || (a.path < b.path ? -1 : 1));
  const chosen: string[] = [];
  const left = new Map(lost);
  for (const { path, trace } of found) {
    const gained = commonTo(left, trace);
    const isPart = gained.length >= FEWEST && lengthOf(gained) >= PART * lengthOf(lost.keys());
    if (chosen.length > 0 && !isPart) continue;
    chosen.push(path);
    for (const segment of gained) left.delete(segment);
  }
  const [main, ...parts] = chosen;
  const isFound = 1 - lengthOf(left.keys()) / lengthOf(lost.keys()) >= MOVED;
  return main === undefined || !isFound ? undefined : { main, parts };
}

/** So much of a page has to be in the page that a redirection or Git names for it: else that one only takes its readers. */
const CONFIRMED = 0.2;

/** Whether a page that somebody names as the new place of another goes on with its text. */
export function isSuccessor(lost: Trace, named: Trace): boolean {
  return lost.size === 0 || shareOf(lost, named) >= CONFIRMED;
}

/** The candidate that has most of a page, to be named to a person. `undefined`: none has as much as to be worth it. */
export function findMostAlike(lost: Trace, candidates: ReadonlyMap<string, Trace>): string | undefined {
  let best: { readonly path: string; readonly share: number } | undefined;
  for (const [path, trace] of candidates) {
    const share = shareOf(lost, trace);
    if (share >= PART && share > (best?.share ?? 0)) best = { path, share };
  }
  return best?.path;
}

/** Whether a new page was made of segments that left other pages: half of it at least. */
export function isMadeOf(page: Trace, left: Trace): boolean {
  return commonTo(page, left).length >= FEWEST && shareOf(page, left) >= MOVED;
}
