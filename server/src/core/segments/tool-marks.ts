import type { Document } from "../document/document.ts";
import type { Finding } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import { findAt, type Span } from "../text/span.ts";
import { isInCode } from "./markup-findings.ts";

/** Tags of XLIFF, one of which is on a page that has any. To a reader's browser their ids are bookmarks. */
const TAGS = ['<bpt id="', '<ph id="'];
/** How the others begin. V8 is quick to look for a text of at most six characters that begins with a rare one. */
const OTHERS = ["{1", "!OP. N", "! OP. "];
/**
 * `<bpt id="p1">**</bpt>` stands for what is between, `{1&gt;text&lt;1}` encloses it, and `[!OP.NO-LOC(name)]` keeps a
 * name from being translated, unless blanks got into it.
 */
const MARK =
  /<(bpt|ept|ph|it) id="[^"<>\n]{1,20}">[^<\n]{0,200}<\/\1>|\[! ?OP\. NO-LOC ?\([^()\n]{1,100}\) ?\]|\{(\d{1,2})(?:>|&gt;)[^<\n]{0,200}?(?:<|&lt;)(?:\d{1,2}\}(?:<|&lt;))*\2\}/g;
const PART =
  /\[! ?OP\. NO-LOC ?\(|\) ?\]$|<\/?(?:bpt|ept|ph|it)\b[^<>]*>|\{\d{1,2}(?:>|&gt;)|(?:<|&lt;)\d{1,2}\}/g;

/**
 * Marks in which translation tools carry markup through a translation (those of XLIFF among them), and which they take
 * out again. Where one is left, readers see it, and Markdown does not see the `**` in it.
 */
export function toolMarkFindings(document: Document): Finding[] {
  if (!mayHoldMarks(document)) return [];
  const { text } = document;
  return [...text.matchAll(MARK)].flatMap(({ 0: written, index }) => {
    const span = { start: index, end: index + written.length };
    if (isInCode(document, span) || isOfEnglish(document, span, written)) return [];
    const newText = written.replace(PART, "");
    const [first = ""] = written.match(PART) ?? [];
    return [
      {
        span,
        message: `${quote(first)} is left over from a translation tool.`,
        fixes: [{ title: "Remove what the tool left", edits: [{ span, newText }], isPreferred: true }],
      },
    ];
  });
}

/** Asks the bookmarks, since tags are everywhere on a page: to look for two of them takes as long as to read all segments. */
function mayHoldMarks({ text, frontMatter, structure }: Document): boolean {
  if (OTHERS.some((start) => text.includes(start))) return true;
  const header = text.slice(0, frontMatter?.span.end ?? 0);
  return TAGS.some(
    (tag) => header.includes(tag) || structure.anchors.some(({ span }) => text.endsWith(tag, span.start)),
  );
}

/** Whether it stands in an English half, or is translated from one that has it. */
function isOfEnglish({ segments }: Document, { start }: Span, written: string): boolean {
  const segment = findAt(segments, start, ({ span }) => span);
  return segment !== undefined && (start >= segment.targetSpan.end || segment.source.includes(written));
}
