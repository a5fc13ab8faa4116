/** What is nothing to a reader: blanks of any width, zero-width characters, and the entities for them. */
const NOTHING = /[\s\u200B-\u200D\u2060]|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0|#8203|#x200b);/gi;

/** Most texts begin with what a reader sees, and need no closer look. */
const BEGINS_WITH_INK = /^[^\s\u200B-\u200D\u2060&]/;

/** Whether a reader sees nothing of a text. */
export function isBlank(text: string): boolean {
  return text.length < 100 && !BEGINS_WITH_INK.test(text) && text.replace(NOTHING, "") === "";
}
