/**
 * How many characters a piece of work touches through the methods of strings and regular expressions: a measure of
 * its cost that is the same on every machine and in every run.
 */
export function countSteps(work: () => void): number {
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
    spy(ofText, "lastIndexOf", (result, text) => {
      add(String(text).length - Math.max(0, Number(result)));
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
