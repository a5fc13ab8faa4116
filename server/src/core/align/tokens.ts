import { scanInline } from "../markdown/scan-inline.ts";
import type { HtmlTag } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";

/** Something in a text that its translation is likely to have too. */
interface Token {
  /**
   * `c:` code, `l:` link target, `p:` and `h:` page and bookmark of one that has both, `i:` picture, `n:` number, `w:` a name that no language inflects (`OneDrive`,
   * `manifest.xml`), `a:` an anchor or the slug of a heading, `b:` a code block, `e:` an entity. `v:` another word in Latin letters.
   */
  readonly key: string;
  readonly start: number;
}

/** What is known of a stretch of text for comparing it with another language. */
export interface Features {
  /** Key of a token -> how often. */
  readonly tokens: ReadonlyMap<string, number>;
  /** Other words in Latin letters, lower case. In Chinese or Arabic text each of them is a name that was kept. */
  readonly words: ReadonlySet<string>;
  /** UTF-16 length without code, link targets and blanks. */
  readonly length: number;
}

const WORD = /[A-Za-z\u00C0-\u024F][A-Za-z0-9\u00C0-\u024F]*(?:[._-][A-Za-z0-9\u00C0-\u024F]+)*/g;
const ENTITY = /&(?:#\d+|\w+);/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/** A piece of inline Markdown with its tokens, from which the features of each stretch of it are read. */
export class TokenizedText {
  readonly text: string;
  readonly #tokens: readonly Token[];
  /** For each offset, how many characters before it count for the length. */
  readonly #lengths: Uint32Array;

  constructor(text: string) {
    this.text = text;
    const { tokens, prose } = readTokens(text);
    for (const { 0: word, index } of prose.matchAll(WORD)) {
      tokens.push({ key: isName(word) ? `w:${word}` : `v:${word.toLowerCase()}`, start: index });
    }
    for (const { 0: entity, index } of prose.matchAll(ENTITY))
      tokens.push({ key: `e:${entity}`, start: index });
    for (const { 0: number, index } of toAsciiDigits(prose).matchAll(NUMBER)) {
      tokens.push({ key: `n:${number}`, start: index });
    }
    this.#tokens = tokens.sort((a, b) => a.start - b.start);
    this.#lengths = new Uint32Array(text.length + 1);
    for (let offset = 0; offset < text.length; offset++) {
      const counts = BLANK.test(prose.charAt(offset)) ? 0 : 1;
      this.#lengths[offset + 1] = (this.#lengths[offset] as number) + counts;
    }
  }

  features({ start, end }: Span): Features {
    const tokens = new Map<string, number>();
    const words = new Set<string>();
    for (let nth = this.#firstFrom(start); nth < this.#tokens.length; nth++) {
      const { key, start: at } = this.#tokens[nth] as Token;
      if (at >= end) break;
      if (key.startsWith("v:")) words.add(key.slice(2));
      else tokens.set(key, (tokens.get(key) ?? 0) + 1);
    }
    return { tokens, words, length: this.length({ start, end }) };
  }

  length({ start, end }: Span): number {
    return (this.#lengths[end] as number) - (this.#lengths[start] as number);
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle] as Token).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const BLANK = /\s/;

/** Code and links; and the text, as long as it was, with blanks in place of code, tags and link targets. */
function readTokens(text: string): { tokens: Token[]; prose: string } {
  const { links, codeSpans, htmlTags } = scanInline(text);
  const tokens: Token[] = [];
  const cuts: Span[] = [];
  for (const tag of htmlTags) {
    tokens.push(...tokensOfTag(tag));
    cuts.push(tag.span);
  }
  for (const { content, span } of codeSpans) {
    tokens.push({ key: `c:${content.replace(/\s+/g, " ")}`, start: span.start });
    cuts.push(span);
  }
  for (const { target, label, isImage, textSpan, span } of links) {
    tokens.push(...tokensOfTarget(target ?? `[${label ?? ""}]`, isImage, span.start));
    cuts.push({ start: textSpan?.end ?? span.start, end: span.end });
  }
  for (const { 1: target = "", index } of blankOut(text, cuts).matchAll(STRAY_TARGET)) {
    tokens.push(...tokensOfTarget(target, false, index));
    cuts.push({ start: index, end: index + target.length });
  }
  return { tokens, prose: blankOut(text, cuts) };
}

/** `[text] (target)`, `[text(target)`: a link that lost a character still has its target. */
const STRAY_TARGET = /(?<=[(（])([\w.#%~+/:?=&@-]{0,200}[/#][\w.#%~+/:?=&@-]{0,200})(?=[)）]|\()/g;

function tokensOfTag({ name, span, attributes }: HtmlTag): Token[] {
  return attributes.flatMap(({ name: attribute, value }) => {
    if (attribute === "src" || attribute === "href") return tokensOfTarget(value, name === "img", span.start);
    const isAnchor = attribute === "id" || (attribute === "name" && name === "a");
    return isAnchor ? [{ key: `a:${value}`, start: span.start }] : [];
  });
}

/** The bookmark counts by itself: it changes more often than the page. */
function tokensOfTarget(target: string, isImage: boolean, start: number): Token[] {
  const hash = target.indexOf("#");
  if (hash <= 0) return [{ key: `${isImage ? "i" : "l"}:${target}`, start }];
  return [
    { key: `p:${target.slice(0, hash)}`, start },
    { key: `h:${target.slice(hash)}`, start },
  ];
}

function blankOut(text: string, cuts: readonly Span[]): string {
  let prose = "";
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    if (end <= prose.length) continue;
    prose += text.slice(prose.length, Math.max(prose.length, start));
    prose += " ".repeat(end - prose.length);
  }
  return prose + text.slice(prose.length);
}

// A capital behind the first letter, a digit or a dot inside: no ordinary word, in whatever language.
function isName(word: string): boolean {
  return /[A-Z0-9]/.test(word.slice(1)) || /[._]/.test(word);
}

/** Full-width, Arabic, Devanagari and other decimal digits, of which each script has a run of ten. */
function toAsciiDigits(text: string): string {
  if (!/[^\P{Nd}0-9]/u.test(text)) return text;
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    let zero = digit.codePointAt(0) as number;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) as number) - zero < 9)
      zero -= 1;
    return String((digit.codePointAt(0) as number) - zero).padStart(digit.length, "0");
  });
}
