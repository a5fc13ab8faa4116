/**
 * JSON with comments and trailing commas, as writers know it from the editor's own settings, as plain JSON. What is
 * taken out becomes blanks, so that places in the text stay the same. Text that is not JSON stays not JSON.
 */
export function stripJsonComments(text: string): string {
  const characters = [...text.replace(/^\uFEFF/, " ")];
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if (!/[\r\n]/.test(characters[at] as string)) characters[at] = " ";
  };
  let comma: number | undefined;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === '"') {
      at = endOfString(characters, at);
      comma = undefined;
    } else if (character === "/" && (characters[at + 1] === "/" || characters[at + 1] === "*")) {
      const end = endOfComment(characters, at);
      blank(at, end);
      at = end - 1;
    } else if (character === ",") {
      comma = at;
    } else if (character === "}" || character === "]") {
      if (comma !== undefined) blank(comma, comma + 1);
      comma = undefined;
    } else if (!/\s/.test(character)) comma = undefined;
  }
  return characters.join("");
}

/** Index of the closing quote, or of the last character. */
function endOfString(characters: readonly string[], start: number): number {
  for (let at = start + 1; at < characters.length; at++) {
    if (characters[at] === "\\") at++;
    else if (characters[at] === '"' || characters[at] === "\n") return at;
  }
  return characters.length - 1;
}

/** Index after the comment; one that is not closed reaches to the end. */
function endOfComment(characters: readonly string[], start: number): number {
  if (characters[start + 1] === "/") {
    const end = characters.indexOf("\n", start);
    return end === -1 ? characters.length : end;
  }
  for (let at = start + 2; at + 1 < characters.length; at++) {
    if (characters[at] === "*" && characters[at + 1] === "/") return at + 2;
  }
  return characters.length;
}
