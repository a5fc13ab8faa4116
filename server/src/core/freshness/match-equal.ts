/** So many pairs of equal texts are looked at at once: some hundred milliseconds' worth. */
const MOST_PAIRS = 100_000;
/** What a member has no counterpart with. */
const NONE = -1;

/**
 * Equal members of two lists, in order in both, so that they cover as much text as can be. Where a page repeats itself
 * so often that this would take long, members that are there only once come first, and then the others between them.
 *
 * @returns for each member of `left` the number of the one of `right` that it stands for; below zero: it stands for none.
 */
export function matchEqual(left: readonly string[], right: readonly string[]): Int32Array {
  const matches = new Int32Array(left.length).fill(NONE);
  // A list, not recursion: the stretches between anchors may be nested as deep as the lists are long.
  const open: Stretch[] = [{ left: 0, leftEnd: left.length, right: 0, rightEnd: right.length }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = matchEnds(left, right, stretch, matches);
    if (inner.left === inner.leftEnd || inner.right === inner.rightEnd) continue;
    const pairs = allPairs(left, right, inner);
    if (pairs !== undefined) {
      take(heaviestChain(pairs, left, inner), matches);
      continue;
    }
    const anchors = heaviestChain(uniqueInBoth(left, right, inner), left, inner);
    if (anchors.left.length === 0) {
      take(heaviestChain(matchByNumber(left, right, inner), left, inner), matches);
      continue;
    }
    take(anchors, matches);
    // One by one: there may be more of them than a function takes arguments.
    for (const next of between(anchors, inner)) open.push(next);
  }
  return matches;
}

interface Stretch {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
}

/** Members of both lists, pair by pair, the left ones ascending. Blank lines make tens of thousands: no object for each. */
interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function take({ left, right }: Pairs, matches: Int32Array): void {
  for (let nth = 0; nth < left.length; nth += 1) matches[left[nth] as number] = right[nth] as number;
}

/** Takes what both begin and end with; gives what is left. */
function matchEnds(
  a: readonly string[],
  b: readonly string[],
  stretch: Stretch,
  matches: Int32Array,
): Stretch {
  let { left, leftEnd, right, rightEnd } = stretch;
  while (left < leftEnd && right < rightEnd && a[left] === b[right]) {
    matches[left] = right;
    left += 1;
    right += 1;
  }
  while (left < leftEnd && right < rightEnd && a[leftEnd - 1] === b[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
    matches[leftEnd] = rightEnd;
  }
  return { left, leftEnd, right, rightEnd };
}

/** Every member with every equal one, the last one first. `undefined`: there are too many. */
function allPairs(a: readonly string[], b: readonly string[], stretch: Stretch): Pairs | undefined {
  const { left: leftStart, leftEnd, right: rightStart, rightEnd } = stretch;
  const last = new Map<string, number>();
  /** Of each right member: the one before it that is equal, and how many are equal up to it. */
  const before = new Int32Array(rightEnd - rightStart);
  const counts = new Int32Array(rightEnd - rightStart);
  for (let right = rightStart; right < rightEnd; right += 1) {
    const text = b[right] as string;
    const known = last.get(text) ?? NONE;
    before[right - rightStart] = known;
    counts[right - rightStart] = known === NONE ? 1 : (counts[known - rightStart] as number) + 1;
    last.set(text, right);
  }
  const firstOf = new Int32Array(leftEnd - leftStart);
  let total = 0;
  for (let left = leftStart; left < leftEnd; left += 1) {
    const right = last.get(a[left] as string) ?? NONE;
    firstOf[left - leftStart] = right;
    if (right !== NONE) total += counts[right - rightStart] as number;
    if (total > MOST_PAIRS) return undefined;
  }
  const pairs = { left: new Int32Array(total), right: new Int32Array(total) };
  let nth = 0;
  for (let left = leftStart; left < leftEnd; left += 1) {
    let right = firstOf[left - leftStart] as number;
    for (; right !== NONE; right = before[right - rightStart] as number) {
      pairs.left[nth] = left;
      pairs.right[nth] = right;
      nth += 1;
    }
  }
  return pairs;
}

function uniqueInBoth(a: readonly string[], b: readonly string[], stretch: Stretch): Pairs {
  const inLeft = positions(a, stretch.left, stretch.leftEnd);
  const inRight = positions(b, stretch.right, stretch.rightEnd);
  const matches: (readonly [left: number, right: number])[] = [];
  for (const [text, left] of inLeft) {
    const right = inRight.get(text);
    if (left !== undefined && right !== undefined) matches.push([left, right]);
  }
  return toPairs(matches);
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

function toPairs(matches: readonly (readonly [left: number, right: number])[]): Pairs {
  return {
    left: Int32Array.from(matches, ([left]) => left),
    right: Int32Array.from(matches, ([, right]) => right),
  };
}

/**
 * Of pairs in a stretch that ascend on the left side, and of the same left one descend on the right, those that ascend on
 * both sides and weigh most: as much as their texts are long.
 */
function heaviestChain({ left, right }: Pairs, texts: readonly string[], stretch: Stretch): Pairs {
  const ranks = rank(right, stretch);
  const size = ranks.at(-1) as number;
  // A Fenwick tree over ranks: the heaviest chain that ends at or before one.
  const weights = new Float64Array(size + 1);
  const ends = new Int32Array(size + 1).fill(NONE);
  const previous = new Int32Array(left.length);
  let most = 0;
  let last = NONE;
  for (let nth = 0; nth < left.length; nth += 1) {
    const own = ranks[(right[nth] as number) - stretch.right] as number;
    let weight = 0;
    let end = NONE;
    for (let at = own - 1; at > 0; at -= at & -at) {
      const each = weights[at] as number;
      if (each <= weight) continue;
      weight = each;
      end = ends[at] as number;
    }
    previous[nth] = end;
    weight += (texts[left[nth] as number] as string).length + 1;
    if (weight > most) {
      most = weight;
      last = nth;
    }
    for (let at = own; at <= size; at += at & -at) {
      if (weight <= (weights[at] as number)) continue;
      weights[at] = weight;
      ends[at] = nth;
    }
  }
  const chain: number[] = [];
  for (let nth = last; nth !== NONE; nth = previous[nth] as number) chain.push(nth);
  chain.reverse();
  const chosen = { left: new Int32Array(chain.length), right: new Int32Array(chain.length) };
  for (let at = 0; at < chain.length; at += 1) {
    chosen.left[at] = left[chain[at] as number] as number;
    chosen.right[at] = right[chain[at] as number] as number;
  }
  return chosen;
}

/** Of each right member of a stretch that is in a pair: how many are up to it. */
function rank(rights: Int32Array, { right, rightEnd }: Stretch): Int32Array {
  const ranks = new Int32Array(rightEnd - right);
  for (const each of rights) ranks[each - right] = 1;
  let rank = 0;
  for (let nth = 0; nth < ranks.length; nth += 1) {
    rank += ranks[nth] as number;
    ranks[nth] = rank;
  }
  return ranks;
}

function between({ left: lefts, right: rights }: Pairs, stretch: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let { left, right } = stretch;
  for (let nth = 0; nth <= lefts.length; nth += 1) {
    const [nextLeft, nextRight] = [lefts[nth] ?? stretch.leftEnd, rights[nth] ?? stretch.rightEnd];
    stretches.push({ left, leftEnd: nextLeft, right, rightEnd: nextRight });
    left = nextLeft + 1;
    right = nextRight + 1;
  }
  return stretches;
}

/** The first of a text with the first, the second with the second. */
function matchByNumber(a: readonly string[], b: readonly string[], stretch: Stretch): Pairs {
  const waiting = new Map<string, number[]>();
  for (let right = stretch.rightEnd - 1; right >= stretch.right; right -= 1) {
    const text = b[right] as string;
    const others = waiting.get(text);
    if (others === undefined) waiting.set(text, [right]);
    else others.push(right);
  }
  const matches: (readonly [left: number, right: number])[] = [];
  for (let left = stretch.left; left < stretch.leftEnd; left += 1) {
    const right = waiting.get(a[left] as string)?.pop();
    if (right !== undefined) matches.push([left, right]);
  }
  return toPairs(matches);
}
