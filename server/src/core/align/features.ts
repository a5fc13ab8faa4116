import { scanInline } from "../markdown/scan-inline.ts";

/** What survives translation: a piece of text as a bag of tokens that its counterpart in another language shares. */
export interface Features {
  /**
   * Token -> how often: `c:` code, `l:` link target, `i:` picture, `n:` number, `w:` a name (`OneDrive`, `API`,
   * `manifest.xml`). A translation keeps nearly all of them.
   */
  readonly strict: ReadonlyMap<string, number>;
  /** Other words in Latin letters, lower case: in Chinese or Arabic text each of them is a name that was kept. */
  readonly words: ReadonlySet<string>;
  /** UTF-16 length without code, link targets and blanks. */
  readonly length: number;
}

const WEIGHTS: Readonly<Record<string, number>> = { c: 3, l: 3, i: 3, n: 1.5, w: 1 };
const WORD = /[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/** Reads the tokens of a piece of inline Markdown. */
export function featuresOf(text: string): Features {
  const strict = new Map<string, number>();
  const words = new Set<string>();
  const add = (token: string): void => {
    strict.set(token, (strict.get(token) ?? 0) + 1);
  };
  const prose = takeCodeAndLinks(text, add);
  for (const [number] of prose.normalize("NFKC").matchAll(NUMBER)) add(`n:${number}`);
  for (const [word] of prose.matchAll(WORD)) {
    if (isName(word)) add(`w:${word}`);
    else words.add(word.toLowerCase());
  }
  return { strict, words, length: prose.replace(/\s+/g, "").length };
}

/** The text without code and link targets, which are handed to `add`. */
function takeCodeAndLinks(text: string, add: (token: string) => void): string {
  const { links, codeSpans } = scanInline(text);
  const cuts: { start: number; end: number }[] = [];
  for (const { content, span } of codeSpans) {
    add(`c:${content.replace(/\s+/g, " ")}`);
    cuts.push(span);
  }
  for (const { target, isImage, textSpan, span } of links) {
    add(`${isImage ? "i" : "l"}:${target ?? ""}`);
    cuts.push({ start: textSpan?.end ?? span.start, end: span.end });
  }
  cuts.sort((a, b) => a.start - b.start);
  let prose = "";
  let position = 0;
  for (const { start, end } of cuts) {
    if (start > position) prose += text.slice(position, start);
    position = Math.max(position, end);
  }
  return prose + text.slice(position);
}

// A capital behind the first letter, a digit or a dot inside: no ordinary word, in whatever language.
function isName(word: string): boolean {
  return /[A-Z0-9]/.test(word.slice(1)) || /[._]/.test(word);
}

/** How well the tokens of two texts agree. */
export interface Agreement {
  /** Weight of what both have. */
  readonly shared: number;
  /** Weight of what only one of them has. */
  readonly apart: number;
}

export function compareFeatures(source: Features, target: Features, targetIsLatin: boolean): Agreement {
  let shared = 0;
  let sourceWeight = 0;
  let targetWeight = 0;
  for (const [token, count] of source.strict) {
    const weight = WEIGHTS[token.charAt(0)] ?? 1;
    sourceWeight += count * weight;
    shared += Math.min(count, target.strict.get(token) ?? 0) * weight;
  }
  for (const [token, count] of target.strict) targetWeight += count * (WEIGHTS[token.charAt(0)] ?? 1);
  const apart = sourceWeight + targetWeight - 2 * shared;
  if (targetIsLatin) return { shared, apart };

  let kept = 0;
  for (const word of target.words) kept += source.words.has(word) ? 1 : 0;
  return { shared: shared + kept, apart: apart + 0.5 * (target.words.size - kept) };
}
