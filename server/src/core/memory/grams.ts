/** Groups of letters are told apart by so many hashes; two that share one are rare, and cost a comparison at most. */
export const HASHES = 1 << 14;

/** For each hash the round in which it was last seen, so that nothing has to be wiped between two texts. */
const seen = new Uint32Array(HASHES);
let round = 0;

/**
 * The hashes of the groups of three UTF-16 units that a text holds, a blank before and behind it included, each once.
 */
export function gramsOf(text: string): Uint16Array {
  nextRound();
  const grams = new Uint16Array(text.length);
  let count = 0;
  let [first, second] = [BLANK, text.charCodeAt(0)];
  for (let nth = 1; nth <= text.length; nth += 1) {
    const third = nth === text.length ? BLANK : text.charCodeAt(nth);
    const mixed = Math.imul(Math.imul(Math.imul(first, 31) ^ second, 0x9e3779b1) ^ third, 0x85ebca6b);
    const hash = mixed >>> 18;
    if (seen[hash] !== round) {
      seen[hash] = round;
      grams[count] = hash;
      count += 1;
    }
    [first, second] = [second, third];
  }
  return grams.slice(0, count);
}

const BLANK = 32;

function nextRound(): void {
  round += 1;
  if (round < 2 ** 32) return;
  seen.fill(0);
  round = 1;
}
