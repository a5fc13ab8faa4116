/** What is nothing to a reader: blanks of any width, zero-width characters, and the entities for them. */
const NOTHING = /[\s\u200B-\u200D\u2060]|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0|#8203|#x200b);/gi;

const AMPERSAND = 0x26;
const DELETE = 0x7f;
const IDEOGRAPHIC_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether a reader sees nothing of a text. */
export function isBlank(text: string): boolean {
  return text.length < 100 && !beginsWithInk(text.charCodeAt(0)) && text.replace(NOTHING, "") === "";
}

/** Most texts begin with what a reader sees, and need no closer look: a letter, or nearly any sign. */
function beginsWithInk(character: number): boolean {
  if (character < DELETE) return character > AMPERSAND;
  return character > IDEOGRAPHIC_SPACE && character < BYTE_ORDER_MARK;
}
