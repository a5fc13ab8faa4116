import { startsWithLetter } from "../../text/signs.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { inTarget, LETTER } from "../pairs/traits.ts";

/** Fewer are a name or a string of the product. */
const LEAST_WORDS = 4;
const BEYOND_ASCII = /[^\0-\x7f]/gu;
/** Stands for any letter beyond ASCII: a class of all letters takes longer to compile than all this to run. */
const OTHER_LETTER = "\u00df";
const LOWER_CASE_WORD = /(?<![A-Za-z\u00df\d-])[a-z]{2,}(?![A-Za-z\u00df\d-])/g;
const CAPITALIZED_WORD = /(?<![A-Za-z\u00df\d])[A-Z]/g;
/** Names of types and the like stand one by one: `int, bigint, float`. */
const WORDS_IN_A_ROW = /(?<![A-Za-z])[A-Za-z]{2,} +[A-Za-z]+ +[A-Za-z]/;
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
  if (!WORDS_IN_A_ROW.test(prose) || CODE.test(text)) return false;
  const plain = prose.replace(BEYOND_ASCII, (character) =>
    startsWithLetter(character) ? OTHER_LETTER : " ",
  );
  const words = plain.match(LOWER_CASE_WORD)?.length ?? 0;
  const capitalized = plain.match(CAPITALIZED_WORD)?.length ?? 0;
  // More capitals than other words make the name of a product.
  return words >= LEAST_WORDS && words > capitalized;
}
