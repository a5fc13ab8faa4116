import assert from "node:assert/strict";

/**
 * Fails when the work on a text that is eight times as long takes more than eight times as many steps, and half of
 * that again for what is not even: `build` makes the text, of `count` pieces.
 */
export function checkGrowth(
  build: (count: number) => string,
  work: (text: string) => unknown,
  count = 400,
): void {
  const once = build(count);
  const longer = build(count * 8);
  const steps = countSteps(() => work(once)) / once.length;
  const stepsLonger = countSteps(() => work(longer)) / longer.length;
  assert.ok(
    stepsLonger < steps * 1.5 + 5,
    `${steps.toFixed(1)} steps a character, then ${stepsLonger.toFixed(1)}`,
  );
}

/**
 * How many characters a piece of work touches through the methods of strings and regular expressions: a measure of
 * its cost that is the same on every machine and in every run.
 */
export function countSteps(work: () => unknown): number {
  let steps = 0;
  const add = (count: number): void => {
    steps += count;
  };
  const ofText = String.prototype as unknown as Methods;
  const restore = [
    spy(ofText, "slice", (result) => {
      add(String(result).length + 1);
    }),
    spy(ofText, "indexOf", (result, text, [, from]) => {
      add((result === -1 ? String(text).length : Number(result)) - Number(from ?? 0) + 1);
    }),
    spy(ofText, "lastIndexOf", (result, text, [, from]) => {
      const start = Math.min(String(text).length, Number(from ?? Infinity));
      add(Math.max(0, start) - Math.max(0, Number(result)) + 1);
    }),
    ...["includes", "split", "trim"].map((name) =>
      spy(ofText, name, (_result, text) => {
        add(String(text).length);
      }),
    ),
    spy(RegExp.prototype as unknown as Methods, "exec", (result, pattern, [text]) => {
      add(matchReach(result as RegExpExecArray | null, pattern as RegExp, String(text)));
    }),
  ];
  try {
    work();
  } finally {
    for (const each of restore) each();
  }
  return steps;
}

type Methods = Record<string, (this: unknown, ...args: unknown[]) => unknown>;

function spy(
  owner: Methods,
  name: string,
  count: (result: unknown, self: unknown, args: unknown[]) => void,
): () => void {
  const original = owner[name] as Methods[string];
  owner[name] = function (...args) {
    const result = original.apply(this, args);
    count(result, this, args);
    return result;
  };
  return () => {
    owner[name] = original;
  };
}

/** A search goes on to where it finds something, or to the end; one that is tied to its place goes nowhere. */
function matchReach(match: RegExpExecArray | null, pattern: RegExp, text: string): number {
  if (pattern.sticky) return (match?.[0].length ?? 0) + 1;
  if (match === null) return text.length + 1;
  return match[0].length + 1 + (pattern.global ? 0 : match.index);
}
