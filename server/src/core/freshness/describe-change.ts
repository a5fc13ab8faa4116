import { diffWordsWithSpace } from "../libraries.ts";
import { oneLine } from "../text/one-line.ts";

/** Longer texts are shown one after the other: nobody reads a diff of a whole section in a hover. */
const MOST_COMPARED = 4000;

/**
 * What changed from one English text to another, as Markdown that reads well in every theme: what is gone struck out,
 * what is new in bold. Markdown in the texts is shown as it stands.
 */
export function describeChange(old: string, now: string): string {
  const [before, after] = [oneLine(old), oneLine(now)];
  if (before.length + after.length > MOST_COMPARED) return `${mark(before, "~~")}\n\n${mark(after, "**")}`;
  return diffWordsWithSpace(before, after)
    .map(({ value, added, removed }) => mark(value, removed ? "~~" : added ? "**" : ""))
    .join("");
}

/** A text between marks. Blanks stay outside: the marks would not count. */
function mark(text: string, marks: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (marks === "" || inner === "") return escapeMarkdown(text);
  // Beside punctuation a mark does not count; a character that nobody sees stands between.
  return `${before}${marks}\u200b${escapeMarkdown(inner)}\u200b${marks}${after}`;
}

/** So that Markdown shows it as it stands. */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
