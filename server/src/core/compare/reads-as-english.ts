import type { Half } from "./half.ts";
import type { Comparison } from "./pair-list.ts";
import { inTarget, LETTER } from "./traits.ts";

/** Fewer are a name or a string of the product. */
const LEAST_WORDS = 4;
const LOWER_CASE_WORD = /(?<![\p{L}\d-])[a-z]{2,}(?![\p{L}\d-])/gu;
const CAPITALIZED_WORD = /(?<![\p{L}\d])[A-Z]/gu;
/** Names of types and the like stand one by one: `int, bigint, float`. */
const WORDS_IN_A_ROW = /[A-Za-z]{2,} +[A-Za-z]+ +[A-Za-z]/;
/** A command, a path or a signature stays as it is in every language. */
const CODE = /[`{}<>=;_|\\$]|\w\/\w|\w\(|--\w|\w\.\w/;
/** The length of so many words of two letters. */
const SHORTEST = 3 * LEAST_WORDS - 1;

/** What of the halves that are the same should have been translated. */
export const leftInEnglish: Comparison<true> = {
  needs: inTarget(LETTER),
  mayFind: (target) => target.length >= SHORTEST && !CODE.test(target),
  find: (target) => readsAsEnglish(target) || undefined,
};

/** Whether a text that was left as it is in English is a sentence that should have been translated. */
export function readsAsEnglish({ text, prose }: Half): boolean {
  const words = prose.match(LOWER_CASE_WORD)?.length ?? 0;
  const capitalized = prose.match(CAPITALIZED_WORD)?.length ?? 0;
  // More capitals than other words make the name of a product.
  return words >= LEAST_WORDS && words > capitalized && WORDS_IN_A_ROW.test(prose) && !CODE.test(text);
}
