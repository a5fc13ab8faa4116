import { type CodeDifference, codeDifference } from "../../compare/markup/code-difference.ts";
import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { findAllStanding, findStanding } from "../../compare/pairs/find-standing.ts";
import { type LostFormula, lostFormulas } from "../../compare/wording/formulas.ts";
import {
  MOST_LOOKED_FOR,
  touchesMark,
  type UnmarkedCode,
  withMarks,
} from "../../compare/markup/lost-backticks.ts";
import { findMovedMarks, isPartOfWord, type Marked } from "../../compare/pairs/moved-marks.ts";
import { quote, quoteAll } from "../../text/quote.ts";
import type { CodeSpan } from "../../markdown/structure.ts";
import { textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule, type Finding } from "../rule.ts";

const MARKS = /^`+/;

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
    yield (
      (isReplaceable ? movedCode(pair, target, source, message) : undefined) ??
      differing(pair, target, [source], {
        message,
        isReplaceable,
        isPreferred: isOnlyOne && !isUnclear(pair, target, source),
      })
    );
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
  const gone: string[] = [];
  for (const { formula, torn, isSame } of formulas) {
    if (torn === undefined) {
      gone.push(formula);
      continue;
    }
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
  { message, isReplaceable, isPreferred }: { message: string; isReplaceable: boolean; isPreferred: boolean },
): Finding {
  const span = toPageSpan(pair, target.span);
  const newText = sources.map((source) => textAt(pair.source.text, source.span)).join(" ");
  const title = `Use the English ${sources.map(({ content }) => quote(content)).join(" and ")}`;
  return { span, message, fixes: isReplaceable ? [{ title, edits: [{ span, newText }], isPreferred }] : [] };
}

/** With a fix that moves its marks and keeps all words. `undefined`: nobody can say that they only moved. */
function movedCode(
  pair: ComparablePair,
  target: CodeSpan,
  source: CodeSpan,
  message: string,
): Finding | undefined {
  const moved = findMovedMarks(pair.target, markedCode(pair, target), source.content);
  if (moved?.kind !== "words" || touchesMark(pair.target, moved.span)) return undefined;
  const newText = moved.before + textAt(pair.source.text, source.span) + moved.behind;
  const edits = [{ span: toPageSpan(pair, moved.span), newText }];
  const title = `Mark ${quote(source.content)} as code`;
  return { span: toPageSpan(pair, target.span), message, fixes: [{ title, edits, isPreferred: true }] };
}

/** Whether nobody can say that a piece of code is what became of one of the English, which may stand elsewhere. */
function isUnclear(pair: ComparablePair, target: CodeSpan, { content }: CodeSpan): boolean {
  const marked = markedCode(pair, target);
  if (isPartOfWord(pair.target, marked)) return true;
  if (findMovedMarks(pair.target, marked, content)?.kind === "unclear") return true;
  return findAllStanding(pair.target.prose, content, 1)?.length !== 0;
}

function markedCode({ target: { text } }: ComparablePair, { span }: CodeSpan): Marked {
  const marks = MARKS.exec(textAt(text, span))?.[0].length ?? 0;
  return { span, contentSpan: { start: span.start + marks, end: span.end - marks } };
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
    yield changed.includes(code.content) ? { ...finding, fixes: [] } : finding;
  }
  const gone = missing.length === first.length ? codes : missing.concat(codes.slice(MOST_LOOKED_FOR));
  if (gone.length === 0) return;
  const message = `Inline code ${quoteAll(gone, ({ content }) => content)} of the English ${gone.length > 1 ? "are" : "is"} missing in the translation.`;
  yield { span: pair.span, message };
}
