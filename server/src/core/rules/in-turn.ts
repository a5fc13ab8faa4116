import type { Finding } from "./rule.ts";

const NOTHING: Iterable<Finding> = [];

/** What several have to say, one after the other, as somebody asks for it. Where all say nothing, an empty list. */
export function inTurn(...said: readonly Iterable<Finding>[]): Iterable<Finding> {
  const some = said.filter((findings) => !isEmptyList(findings));
  return some.length > 1 ? all(some) : (some[0] ?? NOTHING);
}

function* all(said: readonly Iterable<Finding>[]): Iterable<Finding> {
  for (const findings of said) yield* findings;
}

/** To ask an empty list for its iterator, and that for the first of nothing, takes longer than many a rule. */
export function isEmptyList(found: Iterable<Finding>): boolean {
  return Array.isArray(found) && found.length === 0;
}
