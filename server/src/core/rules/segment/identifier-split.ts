import { toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { splitNames } from "../../compare/names/split-names.ts";
import { quote } from "../../text/quote.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** What may have another name in the language of the page, and no other may. */
const KINDS = [
  [/^=/, "Formula"],
  [/^https?:/i, "URL"],
  [/^(?:\\<|&lt;)/, "Placeholder"],
] as const;

/** Whoever searches for `Skylark.Agent` does not find `Skylark. Agent`, and no compiler takes it. */
export const identifierSplit = defineRule({
  id: "segment/identifier-split",
  summary:
    "A translation has no blanks or full-width signs inside a name that its English writes as one word.",
  severity: "warning",
  check: (context) =>
    comparePairs(context, splitNames, function* (pair, names) {
      for (const { expected, found, span } of names) {
        const place = toPageSpan(pair, span);
        yield {
          span: place,
          message: `${whatWasSplit(expected, found)}.`,
          fixes: [
            {
              title: `Write ${quote(expected)}`,
              edits: [{ span: place, newText: expected }],
              isPreferred: true,
            },
          ],
        };
      }
    }),
});

function whatWasSplit(expected: string, found: string): string {
  const [, kind] = KINDS.find(([start]) => start.test(expected)) ?? [];
  if (kind === undefined) return `${quote(found)} is one name in the English: ${quote(expected)}`;
  const what = found.includes("：") ? "a full-width colon" : "blanks";
  return `${kind} ${quote(found)} has ${what} that the English does not have`;
}
