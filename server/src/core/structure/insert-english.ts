import type { Document } from "../document/document.ts";
import type { Fix } from "../rules/rule.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import type { Gap, MatchedBlock } from "./compare-structure.ts";
import { isEmbedded } from "./landmarks.ts";
import { findOpenFence } from "./open-fence.ts";
import type { PageBlock } from "./page-blocks.ts";
import { lineEndOf, withLineEnd } from "../text/line-end.ts";

/** Stands behind English that a fix put into a page, until somebody translates it. Readers do not see it. */
export const UNTRANSLATED_MARK = "<!--lockstep:new-->";

/**
 * Puts the English blocks of a gap where they belong, as they stand in the English page. `undefined`: other blocks are
 * in their place, and nobody can say which of them stay.
 */
export function insertEnglish(document: Document, english: Document, gap: Gap): Fix | undefined {
  const first = gap.missing[0];
  const last = gap.missing.at(-1);
  if (first === undefined || last === undefined || gap.extra.length > 0) return undefined;
  if ([gap.before, gap.after].some((each) => hasNoEnd(document, english, each))) return undefined;

  const title =
    gap.missing.length === 1 ? "Insert the English" : `Insert the English (${gap.missing.length} blocks)`;
  // With the blank lines that separate it from what stands before it, or after it at the top of a page.
  if (gap.before !== undefined) {
    const start = gap.before.source.lines.end;
    const newText = englishText(english, gap.missing, start, last.lines.end, document);
    const at = gap.before.target.lines.end;
    return { title, edits: [{ span: { start: at, end: at }, newText }], isPreferred: true };
  }
  if (gap.after === undefined) return undefined;
  const newText = englishText(
    english,
    gap.missing,
    first.lines.start,
    gap.after.source.lines.start,
    document,
  );
  const at = gap.after.target.lines.start;
  return { title, edits: [{ span: { start: at, end: at }, newText }], isPreferred: true };
}

/** Whether what is missing may well stand in code that runs on. */
function hasNoEnd(document: Document, english: Document, block: MatchedBlock | undefined): boolean {
  const code = block?.target.code;
  return code !== undefined && findOpenFence(english, { document, code }) !== undefined;
}

function englishText(
  { text }: Document,
  blocks: readonly PageBlock[],
  start: number,
  end: number,
  page: Document,
): string {
  const edits = blocks.flatMap(marksOf).map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return withLineEndsOf(page, applyEdits(text.slice(start, end), edits));
}

/** The same text with the line ends of a page. */
export function withLineEndsOf({ text: page }: Document, text: string): string {
  return withLineEnd(text, lineEndOf(page));
}

/** The pipeline's anchor for a heading, and the mark behind everything that has to be translated. */
function marksOf(block: PageBlock): TextEdit[] {
  const { heading, table, kind, links, span } = block;
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  if (heading !== undefined) {
    return [
      insert(heading.contentSpan.start, `<a name="${heading.slug}"></a>`),
      insert(heading.contentSpan.end, ` ${UNTRANSLATED_MARK}`),
    ];
  }
  const row = table?.rows.at(-1)?.cells.at(-1) ?? table?.headerCells.at(-1);
  if (row !== undefined) return [insert(row.end, ` ${UNTRANSLATED_MARK}`)];
  const isEmbeddedOnly = links.length === 1 && links.some((link) => isEmbedded(link) || link.isImage);
  return kind === "paragraph" && !isEmbeddedOnly ? [insert(span.end, ` ${UNTRANSLATED_MARK}`)] : [];
}
