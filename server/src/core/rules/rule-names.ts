import { findNearest } from "../text/nearest.ts";
import type { Rule } from "./rule.ts";

/** What a level or a comment can be given to: every rule, every area (`link/*`), and `*` for all of them. */
export function namesOfRules(rules: readonly Rule[]): ReadonlySet<string> {
  const ids = rules.map(({ id }) => id);
  return new Set([...ids, ...ids.map((id) => `${id.slice(0, id.indexOf("/"))}/*`), "*"]);
}

/** Whether a name is that of a rule, of its area, or `*`. */
export function isNameOf(name: string, ruleId: string): boolean {
  if (name === "*" || name === ruleId) return true;
  return name.endsWith("/*") && ruleId.startsWith(name.slice(0, -1));
}

/** The rule or area that an unknown name most likely meant: one without its area, or misspelt. `undefined`: none is near. */
export function findMeantRule(name: string, names: ReadonlySet<string>): string | undefined {
  // To the letter first, and `*` never: any single letter is near to it.
  const inArea = Array.from(names).find((known) => known !== "*" && known.endsWith(`/${name}`));
  return (
    inArea ??
    findNearest(
      name,
      Array.from(names).filter((known) => known !== "*"),
    )
  );
}

/** A sentence that names the rule that was meant, with a blank before it; empty where none is near. */
export function didYouMeanRule(name: string, names: ReadonlySet<string>): string {
  const meant = findMeantRule(name, names);
  return meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
}
