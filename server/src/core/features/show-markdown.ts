import { scanInline } from "../markdown/scan-inline.ts";
import { textAt } from "../text/span.ts";

/**
 * Markdown of a page, made fit for a hover: each picture is replaced by its alternative text, because looking at a
 * page must not fetch anything from the network, and blanks around it, which could make it code, are dropped.
 */
export function showMarkdown(markdown: string): string {
  let shown = "";
  let position = 0;
  for (const link of scanInline(markdown).links) {
    if (!link.isImage || link.span.start < position) continue;
    const alternative = link.textSpan === undefined ? "" : textAt(markdown, link.textSpan);
    shown += markdown.slice(position, link.span.start) + alternative;
    position = link.span.end;
  }
  return (shown + markdown.slice(position)).trim();
}

/** Plain text as Markdown that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, String.raw`\$&`);
}

/** Text on one line, cut to a length without splitting a character in two. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = Array.from(line.slice(0, length * 2));
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join("")}…`;
}
