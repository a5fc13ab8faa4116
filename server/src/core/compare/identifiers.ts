import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";

/** A name in Latin letters that the translation writes with other capitals than the English. */
export interface MiscasedName {
  readonly expected: string;
  readonly found: string;
  /** Every place of the translation, in text order. */
  readonly spans: readonly Span[];
}

const WORD = /(?<![\p{L}\d_])[A-Za-z][A-Za-z0-9]*(?![\p{Script=Latin}\d_])/gu;
const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u;
const SHORTEST = 3;
/** Keys have a house style of their own. */
const KEYS = /^(?:alt|ctrl|control|shift|enter|return|delete|esc|tab|cmd|command|option|home|end)$/i;

/**
 * Names whose capitals differ. In a language with another script every Latin word is a name; among Latin letters only
 * a word with a capital inside it is (`OneDrive`, `API`), since each language has its own use of the first one.
 */
export function findMiscasedNames(target: Half, source: Half): MiscasedName[] {
  if (!/[a-z]{3}/i.test(target.text)) return [];
  const expected = new Map<string, string>();
  const english = new Set<string>();
  const isNameAtAll = OTHER_SCRIPT.test(target.prose) ? /[A-Z]/ : /.[A-Z]/;
  for (const [word] of source.prose.matchAll(WORD)) {
    english.add(word);
    if (word.length >= SHORTEST && !KEYS.test(word) && isNameAtAll.test(word))
      expected.set(word.toLowerCase(), word);
  }
  if (expected.size === 0) return [];

  const written = new Set<string>();
  const found = new Map<string, Span[]>();
  for (const { 0: word, index } of target.prose.matchAll(WORD)) {
    written.add(word);
    if (english.has(word) || !expected.has(word.toLowerCase())) continue;
    const spans = found.get(word) ?? [];
    found.set(word, spans);
    spans.push({ start: index, end: index + word.length });
  }
  return [...found]
    .map(([word, spans]) => ({ expected: expected.get(word.toLowerCase()) ?? word, found: word, spans }))
    .filter((name) => !written.has(name.expected));
}
