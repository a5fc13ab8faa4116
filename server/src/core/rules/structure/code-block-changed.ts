import type { Document } from "../../document/document.ts";
import { quote } from "../../text/quote.ts";
import {
  type CodeBlockDifference,
  findCodeBlockDifference,
  isSameLanguage,
  linesOf,
  placeOfLines,
  type PlacedCode,
} from "../../structure/code-block-difference.ts";
import {
  type MatchedBlock,
  type StructureComparison,
  whereCompared,
} from "../../structure/compare-structure.ts";
import { findingsOfGaps } from "../../structure/findings-of-gaps.ts";
import { findOpenFence } from "../../structure/open-fence.ts";
import { restoreCode } from "../../structure/restore-code.ts";
import { lineAt } from "../../text/lines.ts";
import { contains, type Span } from "../../text/span.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";
import { counted } from "../../text/counted.ts";

/** Readers copy code; no language is spoken in it. */
export const codeBlockChanged = defineRule({
  id: "structure/code-block-changed",
  summary: "The code blocks of a page are those of its English page.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findDifferences),
});

function* findDifferences(context: RuleContext, { source, matched }: StructureComparison): Iterable<Finding> {
  yield* findingsOfGaps(context, "code block");
  for (const pair of matched) yield* checkCode(context, source.document, pair);
}

function* checkCode({ document }: RuleContext, english: Document, pair: MatchedBlock): Iterable<Finding> {
  const source = pair.source.code && { document: english, code: pair.source.code };
  const target = pair.target.code && { document, code: pair.target.code };
  if (source === undefined || target === undefined) return;
  // Side-by-side markup in code is a finding of its own.
  const found = holdsSegments(document, target.code.span) ? undefined : compareCode(source, target, pair);
  const open = found?.length === 0 ? undefined : findOpenFence(english, target);
  if (open !== undefined) yield open;
  else if (found !== undefined) yield* found;
}

function compareCode(source: PlacedCode, target: PlacedCode, pair: MatchedBlock): Finding[] {
  if (lostItsList(pair)) return [];
  const language = otherLanguage(source, target);
  const difference = findCodeBlockDifference(source, target);
  const code = difference && otherCode(source, target, difference);
  return [language, code].filter((each) => each !== undefined);
}

/** Below a list item that lost its marker, a fence is nothing but deeply indented text; the item is the finding. */
function lostItsList({ source, target }: MatchedBlock): boolean {
  const isIndented = source.code?.isFenced === true && target.code?.isFenced === false;
  return isIndented && target.containers.length < source.containers.length;
}

function holdsSegments({ segments }: Document, span: Span): boolean {
  return segments.some((segment) => contains(span, segment.targetSpan));
}

function otherLanguage(source: PlacedCode, target: PlacedCode): Finding | undefined {
  const english = source.code.info ?? "";
  const { info = "", span, isFenced } = target.code;
  if (!isFenced || !source.code.isFenced || isSameLanguage(english, info)) return undefined;
  const line = lineAt(target.document.text, span.start);
  const end = Math.min(line.end, span.end);
  const name = (each: string): string => (each === "" ? "no language" : quote(each));
  const written = target.document.text.slice(span.start, end).trimEnd();
  return {
    span: { start: span.start, end },
    message: `The code block is marked as ${name(info)}, the English one as ${name(english)}.`,
    fixes: [
      {
        title: english === "" ? "Remove the language" : `Change to ${name(english)}`,
        edits: [{ span: { start: span.start + written.length - info.length, end }, newText: english }],
        isPreferred: true,
      },
    ],
  };
}

function otherCode(source: PlacedCode, target: PlacedCode, difference: CodeBlockDifference): Finding {
  const edit = restoreCode(source, target, difference);
  return {
    span: placeOfLines(target, difference.target),
    message: messageOf(linesOf(source), linesOf(target), difference),
    ...(edit !== undefined && {
      fixes: [{ title: "Restore the English code", edits: [edit], isPreferred: true }],
    }),
  };
}

function messageOf(
  english: readonly string[],
  localized: readonly string[],
  difference: CodeBlockDifference,
): string {
  const { source, target } = difference;
  const theirs = quote((english[source.start] ?? "").trim());
  const ours = quote((localized[target.start] ?? "").trim());
  const missing = source.end - source.start;
  const found = target.end - target.start;
  if (found === 0)
    return `The English code has ${counted(missing, "more line", "more lines")} here, from ${theirs} on.`;
  if (missing === 0)
    return `The English code does not have ${counted(found, "line", "lines")} here, from ${ours} on.`;
  const lines = found === 1 ? "The code" : `The code of ${found} lines`;
  return `${lines} differs from the English: ${ours}, expected ${theirs}.`;
}
