/** What is nothing to a reader: blanks of any width, zero-width characters, and the entities for them. */
const NOTHING = /[\s\u200B-\u200D\u2060]|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0|#8203|#x200b);/gi;

/** Whether a reader sees nothing of a text. */
export function isBlank(text: string): boolean {
  return text.length < 100 && text.replace(NOTHING, "") === "";
}
