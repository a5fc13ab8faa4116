import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import {
  findReplaced,
  lostPlaceholders,
  matchReplaced,
  type Placeholder,
} from "../../compare/wording/placeholders.ts";
import { findMovedMarks, isPartOfWord, type Marked } from "../../compare/pairs/moved-marks.ts";
import { quote } from "../../text/quote.ts";
import { type Span, textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule, type Finding } from "../rule.ts";

const OPENING = /^[$＄]?\\?[{｛]{1,2}/;
const CLOSING = /\\?[}｝]{1,2}$/;

/** A program looks for the placeholder by its name; a translated one is shown as it stands. */
export const placeholderMismatch = defineRule({
  id: "segment/placeholder-mismatch",
  summary: "A translation has the placeholders of its English, untranslated.",
  severity: "error",
  check: (context) =>
    comparePairs(context, lostPlaceholders, function* (pair, lost) {
      const replaced = findReplaced(pair.target, pair.source);
      const matched = matchReplaced(lost, replaced);
      for (const [nth, placeholder] of lost.entries()) {
        yield report(pair, placeholder, matched[nth], lost.length === 1 && replaced.length === 1);
      }
    }),
});

function report(
  pair: ComparablePair,
  placeholder: Placeholder,
  replaced: Placeholder | undefined,
  isPreferred: boolean,
): Finding {
  const name = quote(placeholder.name);
  if (replaced === undefined) {
    return { span: pair.span, message: `Placeholder ${name} of the English is missing in the translation.` };
  }
  const span = toPageSpan(pair, replaced.span);
  const written = textAt(pair.target.text, replaced.span);
  if (written.startsWith("<") && written.endsWith(">")) return reportTag(span, written);
  const expected = textAt(pair.source.text, placeholder.span);
  const marked = markedBy(replaced.span, written);
  const moved = findMovedMarks(pair.target, marked, contentOf(expected));
  const words = moved?.kind === "words" ? moved : undefined;
  const edit =
    words === undefined
      ? { span, newText: expected }
      : { span: toPageSpan(pair, words.span), newText: words.before + expected + words.behind };
  const isClear = words !== undefined || !isPartOfWord(pair.target, marked);
  return {
    span,
    message: `Placeholder ${quote(replaced.name)} differs from the English, which has ${name}.`,
    fixes: [{ title: `Use the English ${name}`, edits: [edit], isPreferred: isPreferred && isClear }],
  };
}

function markedBy(span: Span, written: string): Marked {
  const start = span.start + (OPENING.exec(written)?.[0].length ?? 0);
  return { span, contentSpan: { start, end: start + contentOf(written).length } };
}

function contentOf(written: string): string {
  return written.replace(OPENING, "").replace(CLOSING, "");
}

/** `<tenant>`, where the English has `\\<tenant>` or `&lt;tenant&gt;`. */
function reportTag(span: Span, written: string): Finding {
  return {
    span,
    message: `Placeholder ${quote(written)} is taken for a tag and not shown. Put a backslash before it.`,
    fixes: [
      {
        title: "Put a backslash before it",
        edits: [{ span: { start: span.start, end: span.start }, newText: "\\" }],
        isPreferred: true,
      },
    ],
  };
}
