import { applyEdits, type TextEdit } from "../text/edit.ts";

// A string (perhaps not closed), a comment (perhaps not closed), or one other sign that is no blank. None of the
// alternatives can match in two ways, so a hostile file costs no more than its length.
const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?|[^\s"]/gu;

/**
 * JSON with comments and trailing commas, as writers know it from the editor's own settings, as plain JSON. What is
 * taken out becomes blanks, so that places in the text stay the same. Text that is not JSON stays not JSON.
 */
export function stripJsonComments(text: string): string {
  const edits: TextEdit[] = [];
  const blank = (start: number, found: string): void => {
    const newText = found.replace(/[^\r\n]/g, " ");
    edits.push({ span: { start, end: start + found.length }, newText });
  };
  if (text.startsWith("\uFEFF")) blank(0, "\uFEFF");
  let comma: number | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "\uFEFF") continue;
    if (token.startsWith("//") || token.startsWith("/*")) {
      blank(index, token);
      continue;
    }
    if ((token === "}" || token === "]") && comma !== undefined) blank(comma, ",");
    comma = token === "," ? index : undefined;
  }
  return applyEdits(text, edits);
}
