import { scanInline } from "../markdown/scan-inline.ts";
import { textAt } from "../text/span.ts";
import { oneLine } from "../text/one-line.ts";

// Deeper than anyone nests pictures in the alternative texts of pictures.
const MOST_ROUNDS = 8;

/**
 * Markdown of a page, made fit for a hover: each picture is replaced by its alternative text, because looking at a
 * page must not fetch anything from the network; a link to an editor's command is replaced by its text, because
 * reading must not run anything; and blanks around it, which could make it code, are dropped.
 */
export function showMarkdown(markdown: string): string {
  let shown = markdown;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = withoutPictures(shown);
    if (next === shown) return shown.trim();
    shown = next;
  }
  // What is still nested is no text that anybody wrote to be read.
  return shown.replaceAll("![", "[").trim();
}

function withoutPictures(markdown: string): string {
  let shown = "";
  let position = 0;
  // Every label counts as defined: the definition may stand in the same text.
  for (const link of scanInline(markdown, { findDefinition: () => "" }).links) {
    const isUnwanted = link.isImage || /^\s*command:/i.test(link.target ?? "");
    if (!isUnwanted || link.span.start < position) continue;
    const text = link.textSpan === undefined ? "" : textAt(markdown, link.textSpan);
    shown += markdown.slice(position, link.span.start) + text;
    position = link.span.end;
  }
  return shown + markdown.slice(position);
}

/** Plain text as Markdown that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, String.raw`\$&`);
}

/** Text on one line, cut to a length without splitting a character in two. */
export function shorten(text: string, length: number): string {
  const line = oneLine(text);
  const characters = Array.from(line.slice(0, length * 2));
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join("")}…`;
}
