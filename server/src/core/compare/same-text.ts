import { INK, traitsOfUnit } from "./traits.ts";

/** Whether two texts are the same but for blanks around them. Nearly always the first letter tells. */
export function isSameText(a: string, b: string): boolean {
  let inA = skipBlanks(a, 0);
  let inB = skipBlanks(b, 0);
  while (inA < a.length && inB < b.length && a.charCodeAt(inA) === b.charCodeAt(inB)) {
    inA += 1;
    inB += 1;
  }
  return skipBlanks(a, inA) === a.length && skipBlanks(b, inB) === b.length;
}

function skipBlanks(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && (traitsOfUnit(text.charCodeAt(offset)) & INK) === 0) offset += 1;
  return offset;
}
