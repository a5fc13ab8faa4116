/**
 * The same characters in memory of their own. In V8 a string that was cut from a page keeps the page in memory: whoever
 * keeps one for longer than the page keeps a copy.
 */
export function copyOf(text: string): string {
  return `${text}\n`.slice(0, -1);
}
