import assert from "node:assert/strict";

/** Steps for each character that a page may cost more when it is longer, where it costs next to none. */
const SLACK = 5;

/**
 * Fails when the work on a text that is eight times as long takes more than eight times as many steps, and half of
 * that again for what is not even: `build` makes the text, of `count` pieces.
 */
export function checkGrowth<T extends { readonly length: number }>(
  build: (count: number) => T,
  work: (text: T) => unknown,
  count = 400,
): void {
  const once = build(count);
  const longer = build(count * 8);
  const steps = countSteps(() => work(once)) / once.length;
  const stepsLonger = countSteps(() => work(longer)) / longer.length;
  assert.ok(
    stepsLonger < steps * 1.5 + SLACK,
    `${steps.toFixed(1)} steps a character, then ${stepsLonger.toFixed(1)}`,
  );
}

/**
 * How many characters and items a piece of work touches through the methods of strings, regular expressions and
 * arrays: a measure of its cost that is the same on every machine and in every run. It does not see plain loops.
 */
export function countSteps(work: () => unknown): number {
  let steps = 0;
  const add = (count: number): void => {
    steps += count;
  };
  const restore = [...spyOnStrings(add), ...spyOnArrays(add), spyOnExpressions(add)];
  try {
    work();
  } finally {
    for (const each of restore) each();
  }
  return steps;
}

type Add = (count: number) => void;
type Methods = Record<string, (this: unknown, ...args: unknown[]) => unknown>;
type Count = (result: unknown, self: unknown, args: unknown[]) => void;

function spyOnStrings(add: Add): (() => void)[] {
  const owner = String.prototype as unknown as Methods;
  const whole = [
    "includes",
    "split",
    "trim",
    "trimStart",
    "trimEnd",
    "toLowerCase",
    "normalize",
    "replaceAll",
  ];
  return [
    spy(owner, "slice", (result) => {
      add(String(result).length + 1);
    }),
    spy(owner, "indexOf", (result, text, [, from]) => {
      add((result === -1 ? String(text).length : Number(result)) - Number(from ?? 0) + 1);
    }),
    spy(owner, "lastIndexOf", (result, text, [, from]) => {
      const start = Math.min(String(text).length, Number(from ?? Infinity));
      add(Math.max(0, start) - Math.max(0, Number(result)) + 1);
    }),
    ...whole.map((name) =>
      spy(owner, name, (_result, text) => {
        add(String(text).length);
      }),
    ),
    ...["charAt", "charCodeAt", "codePointAt", "at"].map((name) =>
      spy(owner, name, () => {
        add(1);
      }),
    ),
  ];
}

/** Counts what is passed over, not what a callback does with it. */
function spyOnArrays(add: Add): (() => void)[] {
  const owner = Array.prototype as unknown as Methods;
  const whole = ["filter", "map", "flatMap", "forEach", "reduce", "sort", "join", "concat"];
  const seeking = ["find", "findLast", "findIndex", "findLastIndex", "some", "every"];
  return [
    ...whole.map((name) =>
      spy(owner, name, (_result, items) => {
        add((items as unknown[]).length);
      }),
    ),
    ...["slice", "splice"].map((name) =>
      spy(owner, name, (result) => {
        add((result as unknown[]).length);
      }),
    ),
    ...["indexOf", "includes"].map((name) =>
      spy(owner, name, (result, items) => {
        const found = typeof result === "number" ? result : -1;
        add(found === -1 ? (items as unknown[]).length : found);
      }),
    ),
    ...seeking.map((name) => {
      const original = owner[name] as Methods[string];
      owner[name] = function (callback, ...rest) {
        const counted = function (this: unknown, ...args: unknown[]): unknown {
          add(1);
          return (callback as Methods[string]).apply(this, args);
        };
        return original.call(this, counted, ...rest);
      };
      return () => {
        owner[name] = original;
      };
    }),
  ];
}

/** A search goes on to where it finds something, or to the end; one that is tied to its place goes nowhere. */
function spyOnExpressions(add: Add): () => void {
  const owner = RegExp.prototype as unknown as Methods;
  const original = owner["exec"] as Methods[string];
  owner["exec"] = function (text) {
    const { global, sticky, lastIndex } = this as RegExp;
    const match = original.call(this, text) as RegExpExecArray | null;
    const length = match?.[0].length ?? 0;
    const from = global ? lastIndex : 0;
    const reach = match === null ? String(text).length - from : match.index - from;
    add((sticky ? 0 : Math.max(0, reach)) + length + 1);
    return match;
  };
  return () => {
    owner["exec"] = original;
  };
}

function spy(owner: Methods, name: string, count: Count): () => void {
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
