/** A member of one list that stands for a member of another. */
export type Match = readonly [left: number, right: number];

/** So many pairs of equal texts are looked at at once: some hundred milliseconds' worth. */
const MOST_PAIRS = 100_000;

/**
 * Equal members of two lists, in order in both, so that they cover as much text as can be. Where a page repeats itself
 * so often that this would take long, members that are there only once come first, and then the others between them.
 */
export function matchEqual(left: readonly string[], right: readonly string[]): Match[] {
  const matches: Match[] = [];
  // A list, not recursion: the stretches between anchors may be nested as deep as the lists are long.
  const open: Stretch[] = [{ left: 0, leftEnd: left.length, right: 0, rightEnd: right.length }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = matchEnds(left, right, stretch, matches);
    if (inner.left === inner.leftEnd || inner.right === inner.rightEnd) continue;
    const weightOf = (nth: number): number => left[nth]?.length ?? 0;
    const pairs = allPairs(left, right, inner);
    if (pairs !== undefined) {
      matches.push(...heaviestChain(pairs, weightOf));
      continue;
    }
    const anchors = heaviestChain(uniqueInBoth(left, right, inner), weightOf);
    if (anchors.length === 0) {
      matches.push(...heaviestChain(matchByNumber(left, right, inner), weightOf));
      continue;
    }
    matches.push(...anchors);
    open.push(...between(anchors, inner));
  }
  return matches.sort((a, b) => a[0] - b[0]);
}

interface Stretch {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
}

/** Takes what both begin and end with; gives what is left. */
function matchEnds(a: readonly string[], b: readonly string[], stretch: Stretch, matches: Match[]): Stretch {
  let { left, leftEnd, right, rightEnd } = stretch;
  while (left < leftEnd && right < rightEnd && a[left] === b[right]) {
    matches.push([left, right]);
    left += 1;
    right += 1;
  }
  while (left < leftEnd && right < rightEnd && a[leftEnd - 1] === b[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
    matches.push([leftEnd, rightEnd]);
  }
  return { left, leftEnd, right, rightEnd };
}

/** Every member with every equal one, the last one first. `undefined`: there are too many. */
function allPairs(a: readonly string[], b: readonly string[], stretch: Stretch): Match[] | undefined {
  const places = new Map<string, number[]>();
  for (let right = stretch.rightEnd - 1; right >= stretch.right; right -= 1) {
    const text = b[right] as string;
    const others = places.get(text);
    if (others === undefined) places.set(text, [right]);
    else others.push(right);
  }
  const pairs: Match[] = [];
  for (let left = stretch.left; left < stretch.leftEnd; left += 1) {
    for (const right of places.get(a[left] as string) ?? []) pairs.push([left, right]);
    if (pairs.length > MOST_PAIRS) return undefined;
  }
  return pairs;
}

function uniqueInBoth(a: readonly string[], b: readonly string[], stretch: Stretch): Match[] {
  const inLeft = positions(a, stretch.left, stretch.leftEnd);
  const inRight = positions(b, stretch.right, stretch.rightEnd);
  const matches: Match[] = [];
  for (const [text, left] of inLeft) {
    const right = inRight.get(text);
    if (left !== undefined && right !== undefined) matches.push([left, right]);
  }
  return matches;
}

/** Where each text stands; `undefined` where it stands more than once. */
function positions(texts: readonly string[], from: number, to: number): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (let nth = from; nth < to; nth += 1) {
    const text = texts[nth] as string;
    found.set(text, found.has(text) ? undefined : nth);
  }
  return found;
}

/**
 * Of matches that ascend on the left side, and of the same left one descend on the right, those that ascend on both
 * sides and weigh most.
 */
function heaviestChain(matches: readonly Match[], weightOf: (left: number) => number): Match[] {
  const places = [...new Set(matches.map(([, right]) => right))].sort((a, b) => a - b);
  const ranks = new Map(places.map((right, rank) => [right, rank + 1]));
  // A Fenwick tree over ranks: the heaviest chain that ends at or before one.
  const weights = new Float64Array(places.length + 1);
  const ends = new Int32Array(places.length + 1).fill(-1);
  const previous = new Int32Array(matches.length).fill(-1);
  let best = { weight: 0, end: -1 };
  matches.forEach(([left, right], nth) => {
    const rank = ranks.get(right) as number;
    let heaviest = { weight: 0, end: -1 };
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if ((weights[at] as number) > heaviest.weight) {
        heaviest = { weight: weights[at] as number, end: ends[at] as number };
      }
    }
    const weight = heaviest.weight + weightOf(left) + 1;
    previous[nth] = heaviest.end;
    if (weight > best.weight) best = { weight, end: nth };
    for (let at = rank; at <= places.length; at += at & -at) {
      if (weight > (weights[at] as number)) {
        weights[at] = weight;
        ends[at] = nth;
      }
    }
  });
  const chain: Match[] = [];
  for (let nth = best.end; nth >= 0; nth = previous[nth] as number) chain.push(matches[nth] as Match);
  return chain.reverse();
}

function between(anchors: readonly Match[], stretch: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let { left, right } = stretch;
  for (const [nextLeft, nextRight] of [...anchors, [stretch.leftEnd, stretch.rightEnd] as const]) {
    stretches.push({ left, leftEnd: nextLeft, right, rightEnd: nextRight });
    left = nextLeft + 1;
    right = nextRight + 1;
  }
  return stretches;
}

/** The first of a text with the first, the second with the second. */
function matchByNumber(a: readonly string[], b: readonly string[], stretch: Stretch): Match[] {
  const waiting = new Map<string, number[]>();
  for (let right = stretch.rightEnd - 1; right >= stretch.right; right -= 1) {
    const text = b[right] as string;
    const others = waiting.get(text);
    if (others === undefined) waiting.set(text, [right]);
    else others.push(right);
  }
  const matches: Match[] = [];
  for (let left = stretch.left; left < stretch.leftEnd; left += 1) {
    const right = waiting.get(a[left] as string)?.pop();
    if (right !== undefined) matches.push([left, right]);
  }
  return matches;
}
