/** Whether two texts are the same but for blanks around them. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.trim() === b.trim();
}
