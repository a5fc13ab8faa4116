import { type CodeDifference, codeDifference } from "../../compare/markup/code-difference.ts";
import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { findStanding } from "../../compare/pairs/find-standing.ts";
import { type LostFormula, lostFormulas } from "../../compare/wording/formulas.ts";
import { hasOtherMarks, MOST_LOOKED_FOR, touchesMark } from "../../compare/markup/lost-backticks.ts";
import { type UnmarkedCode, withMarks } from "../../compare/markup/lost-backticks.ts";
import { mayBeOther, moveBackticks } from "../../compare/markup/moved-code.ts";
import { quote, quoteAll } from "../../text/quote.ts";
import type { CodeSpan } from "../../markdown/structure.ts";
import type { TextEdit } from "../../text/edit.ts";
import { textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule, type Finding } from "../rule.ts";

/** What a reader types or reads on the screen is the same in every language. */
export const codeMismatch = defineRule({
  id: "segment/code-mismatch",
  summary: "A translation has the inline code and the formulas of its English, letter for letter.",
  severity: "error",
  check: (context) =>
    inTurn(
      comparePairs(context, codeDifference, reportCode),
      comparePairs(context, lostFormulas, reportFormulas),
    ),
});

function* reportCode(
  pair: ComparablePair,
  { changed, fused, lost, added, unmarked = [] }: CodeDifference,
): Iterable<Finding> {
  if (unmarked.length > 0) yield markAsCode(pair, unmarked);
  // What two backticks enclose may be the words between two pieces of code, where there is another one.
  const isReplaceable = !pair.target.prose.includes("`");
  // With less code than in the English, two pieces may be one, or the words between them; with more, any of it may be new.
  const isOnlyOne = changed.length === 1 && lost.length === 0 && added.length === 0;
  for (const { source, target } of changed) {
    const message = `Inline code ${quote(target.content)} differs from the English, which has ${quote(source.content)}.`;
    const moved = isReplaceable ? moveBackticks(pair.target, pair.source, target, source) : undefined;
    const isPreferred = moved !== undefined || (isOnlyOne && !mayBeOther(pair.target, target, source));
    yield differing(pair, target, [source], { message, isReplaceable, isPreferred, moved });
  }
  for (const { sources, target } of fused) {
    const names = sources.map(({ content }) => quote(content)).join(" and ");
    const message = `Inline code ${names} of the English is run together.`;
    yield differing(pair, target, sources, { message, isReplaceable, isPreferred: true });
  }
  yield* lostCode(pair, lost, lost.length > 0 ? changed.map(({ target }) => target.content).join("\n") : "");
  for (const { span, content } of added)
    yield { span: toPageSpan(pair, span), message: `Inline code ${quote(content)} is not in the English.` };
}

/** Those that stand nowhere have no place of their own, and one finding will do. */
function* reportFormulas(pair: ComparablePair, formulas: readonly LostFormula[]): Iterable<Finding> {
  const gone = formulas.filter(({ torn }) => torn === undefined).map(({ formula }) => formula);
  for (const { formula, torn, isSame } of formulas) {
    if (torn === undefined) continue;
    const [span, title] = [toPageSpan(pair, torn), `Use the English ${quote(formula)}`];
    yield {
      span,
      message: `Formula ${quote(textAt(pair.target.text, torn))} is none, the English has ${quote(formula)}.`,
      fixes: isSame ? [{ title, edits: [{ span, newText: formula }], isPreferred: true }] : [],
    };
  }
  if (gone.length === 0) return;
  const message = `${gone.length > 1 ? "Formulas" : "Formula"} ${quoteAll(gone)} of the English ${gone.length > 1 ? "are" : "is"} missing in the translation.`;
  yield { span: pair.span, message };
}

function differing(
  pair: ComparablePair,
  target: CodeSpan,
  sources: readonly CodeSpan[],
  fix: { message: string; isReplaceable: boolean; isPreferred: boolean; moved?: TextEdit | undefined },
): Finding {
  const { message, isReplaceable, isPreferred, moved } = fix;
  const newText = moved?.newText ?? sources.map(({ span }) => textAt(pair.source.text, span)).join(" ");
  const edits = [{ span: toPageSpan(pair, moved?.span ?? target.span), newText }];
  const title = `Use the English ${sources.map(({ content }) => quote(content)).join(" and ")}`;
  const span = toPageSpan(pair, target.span);
  return { span, message, fixes: isReplaceable ? [{ title, edits, isPreferred }] : [] };
}

/** One finding, at the first of them: with some of the marks put back and some not, other text would be code. */
function markAsCode(pair: ComparablePair, codes: readonly UnmarkedCode[]): Finding {
  const names = codes.map(({ source }) => quote(source.content)).join(" and ");
  const edits = codes.map(({ source, markedSpan }) => {
    return { span: toPageSpan(pair, markedSpan), newText: textAt(pair.source.text, source.span) };
  });
  const isBesideMark = codes.some(({ markedSpan }) => touchesMark(pair.target, markedSpan));
  return {
    span: toPageSpan(pair, (codes[0] as UnmarkedCode).span),
    message: `${names} ${codes.length > 1 ? "are" : "is"} inline code in the English.`,
    fixes: isBesideMark ? [] : [{ title: `Mark ${names} as code`, edits, isPreferred: true }],
  };
}

/**
 * Where its text still stands, there; the others have no place of their own, and one finding will do. `changed`: all
 * code that was changed. What stands in it, too, may have its place there, and is not marked anywhere else.
 */
function* lostCode(pair: ComparablePair, codes: readonly CodeSpan[], changed: string): Iterable<Finding> {
  const missing: CodeSpan[] = [];
  const first = codes.slice(0, MOST_LOOKED_FOR);
  for (const code of first) {
    const standing = findStanding(pair.target, code.content);
    if (standing === undefined) {
      missing.push(code);
      continue;
    }
    const markedSpan = withMarks(pair.target.prose, standing);
    const finding = markAsCode(pair, [{ source: code, span: standing, markedSpan }]);
    const isUnclear = changed.includes(code.content) || hasOtherMarks(pair.target, markedSpan);
    yield isUnclear ? { ...finding, fixes: [] } : finding;
  }
  const gone = missing.length === first.length ? codes : missing.concat(codes.slice(MOST_LOOKED_FOR));
  if (gone.length === 0) return;
  const message = `Inline code ${quoteAll(gone, ({ content }) => content)} of the English ${gone.length > 1 ? "are" : "is"} missing in the translation.`;
  yield { span: pair.span, message };
}
