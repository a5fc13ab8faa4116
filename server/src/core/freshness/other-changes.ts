import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import type { CodeBlock } from "../markdown/structure.ts";
import type { SourcePage } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";
import { normalizedText } from "./normalize.ts";
import { oneLine } from "../text/one-line.ts";

/** What readers get from an English page and no segment holds. */
export type OtherKind = "title" | "description" | "code block" | "link" | "image" | "include";

/** A part of the English page outside of segments that is not as it was. */
export interface OtherChange {
  readonly kind: OtherKind;
  /** As it was: text, code or target. `undefined`: it is new. */
  readonly old: string | undefined;
  /** As it is. `undefined`: it is gone. */
  readonly now: string | undefined;
  /** Where it is in the English page. `undefined`: it is gone. */
  readonly span: Span | undefined;
}

interface Part {
  readonly text: string;
  /** What it is compared by. */
  readonly key: string;
  readonly span: Span;
}

/**
 * What changed outside of segments: code, where links of a text of their own lead, images, includes, and, where the file
 * is known that the page was made from, title and description. Measured: the English halves of 449 pages give the code,
 * images and includes of all of their English files, and the links of 447.
 */
export function findOtherChanges(base: SourcePage, current: Document): OtherChange[] {
  const old = base.document;
  // Halves tell nothing of the header, and the texts of images in them are translated.
  const isFile = base.origin === "git" || base.origin === "source-tree";
  return [
    ...(isFile ? headerChanges(old, current) : []),
    ...difference("code block", codeBlocks(old), codeBlocks(current)),
    ...difference("image", images(old, isFile), images(current, isFile)),
    ...difference("include", targets(old, "include"), targets(current, "include")),
    // A link that is only new, or only gone, comes and goes with a segment.
    ...difference("link", targets(old, "link"), targets(current, "link")).filter(
      (change) => change.old !== undefined && change.now !== undefined,
    ),
  ];
}

function headerChanges(old: Document, current: Document): OtherChange[] {
  return (["title", "description"] as const).flatMap((kind) => {
    const before = textValue(old, kind);
    const entry = findEntry(current.frontMatter, kind);
    const now = textValue(current, kind);
    if (before === now || now === undefined) return [];
    return [{ kind, old: before, now, span: entry?.valueSpan }];
  });
}

function textValue({ frontMatter }: Document, key: string): string | undefined {
  const entry = findEntry(frontMatter, key);
  const value = entry && textOf(entry);
  return value === undefined ? undefined : oneLine(value);
}

function codeBlocks({ structure, text }: Document): Part[] {
  return structure.codeBlocks.map((block) => {
    const code = codeOf(block, text);
    // The pipeline makes a blank of a no-break space, and here and there `&quot;` of a quotation mark.
    return { text: code, key: oneLine(code.replaceAll("&quot;", '"')), span: block.span };
  });
}

function codeOf({ lineSpans }: CodeBlock, text: string): string {
  return lineSpans.map(({ start, end }) => text.slice(start, end)).join("\n");
}

/** Images by what they show, and where that can be compared, by what is said of them. */
function images({ structure, text }: Document, withText: boolean): Part[] {
  return structure.links
    .filter(({ role }) => role === "image")
    .map(({ target, textSpan, span }) => {
      const said = withText && textSpan !== undefined ? text.slice(textSpan.start, textSpan.end) : "";
      return { text: target, key: `${keyOf(target)} ${normalizedText(said)}`, span };
    });
}

function keyOf(target: string): string {
  return target.toLowerCase().replace(/[\s\u200b]+/g, "");
}

function targets({ structure }: Document, role: "include" | "link"): Part[] {
  return structure.links
    .filter((link) => link.role === role)
    .map(({ target, span }) => ({ text: target, key: keyOf(target), span }));
}

/** Parts that one side lacks, the first of one with the first of the other. */
function difference(kind: OtherKind, old: readonly Part[], now: readonly Part[]): OtherChange[] {
  const gone = without(old, now);
  const added = without(now, old);
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, nth) => ({
    kind,
    old: gone[nth]?.text,
    now: added[nth]?.text,
    span: added[nth]?.span,
  }));
}

function without(parts: readonly Part[], others: readonly Part[]): Part[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return parts.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
