import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { toMinimalEdit } from "../../compare/pairs/minimal-edit.ts";
import { type EmphasisDefects, emphasisDefects } from "../../compare/emphasis/emphasis.ts";
import { repairEmphasis } from "../../compare/emphasis/emphasis-repair.ts";
import { quote } from "../../text/quote.ts";
import { startsWithMark, startsWithWord } from "../../text/signs.ts";
import { textAt, type Span } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule, type Fix } from "../rule.ts";

const BLANK = /\s/;

/** Word order moves markers about; what they do next to brackets and Chinese punctuation surprises everybody. */
export const emphasisBroken = defineRule({
  id: "segment/emphasis-broken",
  summary: "Bold and italic text of a translation renders, and includes both or none of two brackets.",
  severity: "warning",
  check: (context) =>
    comparePairs(context, emphasisDefects, function* (pair, defects) {
      const { span, message } = explain(pair, defects);
      const fix = toFix(pair, defects);
      yield { span: toPageSpan(pair, span), message, ...(fix !== undefined && { fixes: [fix] }) };
    }),
});

/** One finding per sentence: the repair of one defect tends to be the repair of all. */
function explain({ target }: ComparablePair, defects: EmphasisDefects): { span: Span; message: string } {
  const { crossing, escaped, emphasis } = defects;
  const [stray] = escaped;
  if (stray !== undefined) {
    const found = quote(textAt(target.text, stray));
    return {
      span: stray,
      message: `Stray ${found}, which the English does not have. The reader sees the asterisks.`,
    };
  }
  const [literal] = emphasis.literals;
  if (literal !== undefined) {
    const telling =
      emphasis.literals.find((span, nth) => reasonOf(target.text, span, nth) !== undefined) ?? literal;
    const why =
      reasonOf(target.text, telling, emphasis.literals.indexOf(telling)) ?? "because it has no partner";
    return {
      span: telling,
      message: `${quote(textAt(target.text, telling))} is shown to the reader, ${why}.`,
    };
  }
  if (defects.shown.length > 0) return explainShown(target.text, defects.shown);
  const [run] = crossing;
  const span = (run ?? defects.nested[0])?.span ?? { start: 0, end: target.text.length };
  const why =
    run === undefined
      ? "stands inside another bold run: its markers have found the wrong partners."
      : "covers only one of two brackets or quotation marks. Put both inside or both outside.";
  return { span, message: `${quote(textAt(target.text, span))} ${why}` };
}

function explainShown(text: string, shown: readonly Span[]): { span: Span; message: string } {
  const isBetweenLetters = ({ start, end }: Span): boolean =>
    startsWithWord(text.charAt(start - 1)) && startsWithWord(text.charAt(end));
  const span = shown.find(isBetweenLetters) ?? { start: shown[0]?.start ?? 0, end: shown[0]?.end ?? 0 };
  const found = textAt(text, span);
  const why = found.startsWith("_") ? "because it stands next to a letter" : "because it is of full width";
  const message = `${quote(found)} is shown to the reader, ${why}. Write ${quote("*".repeat(found.length))}.`;
  return { span, message };
}

/** Why a marker does not work; every other one is meant to close. */
function reasonOf(text: string, { start, end }: Span, nth: number): string | undefined {
  const [inner, outer] =
    nth % 2 === 0 ? [text.charAt(end), text.charAt(start - 1)] : [text.charAt(start - 1), text.charAt(end)];
  if (BLANK.test(inner)) return `because a blank ${nth % 2 === 0 ? "follows" : "precedes"} it`;
  const isBetween = startsWithMark(inner) && outer !== "" && !BLANK.test(outer) && !startsWithMark(outer);
  return isBetween ? `because it stands between ${quote(inner)} and a letter` : undefined;
}

function toFix(pair: ComparablePair, defects: EmphasisDefects): Fix | undefined {
  const repair = repairEmphasis(pair.target, pair.source, defects);
  if (repair === undefined) return undefined;
  const { span, newText } = toMinimalEdit(pair.target.text, repair.text);
  return {
    title: `Repair the emphasis: ${quote(repair.text)}`,
    edits: [{ span: toPageSpan(pair, span), newText }],
    isPreferred: true,
    isSafe: repair.isCertain,
  };
}
