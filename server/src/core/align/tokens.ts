import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import type { HtmlTag } from "../markdown/structure.ts";
import type { Span } from "../text/span.ts";
import { BLANK, classOf, isHalf, WIDE_DIGIT } from "./characters.ts";

/** Something in a text that its translation is likely to have too. */
interface Token {
  /**
   * `c:` code, `l:` link target, `p:` and `h:` page and bookmark of one that has both, `i:` picture, `n:` number, `w:`
   * a name that no language inflects (`OneDrive`, `manifest.xml`), `a:` an anchor or the slug of a heading, `b:` a code
   * block, `e:` an entity.
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

const ENTITY = /&(?:#\d+|\w+);/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;

const NO_TOKENS: ReadonlyMap<string, number> = new Map();
const NO_WORDS: ReadonlySet<string> = new Set();

/** A piece of inline Markdown with its tokens, from which the features of each stretch of it are read. */
export class TokenizedText {
  readonly text: string;
  /** In text order. */
  private readonly tokens: readonly Token[];
  private readonly prose: Prose;
  /** For each offset, how many characters before it count for the length. Only parts of a text need it. */
  private lengths: Uint32Array | undefined;

  /** `inline`: what `scanInline` finds in it. */
  constructor(text: string, inline: InlineTokens = scanInline(text)) {
    this.text = text;
    const { tokens, prose } = readTokens(text, inline);
    this.prose = new Prose(prose, tokens);
    const { hasEntities, hasDigits, hasWideDigits } = this.prose;
    if (hasEntities) {
      for (const { 0: entity, index } of prose.matchAll(ENTITY))
        tokens.push({ key: `e:${entity}`, start: index });
    }
    if (hasDigits) {
      const ascii = hasWideDigits ? toAsciiDigits(prose) : prose;
      for (const { 0: number, index } of ascii.matchAll(NUMBER))
        tokens.push({ key: `n:${number}`, start: index });
    }
    this.tokens = tokens.length < 2 ? tokens : tokens.sort((a, b) => a.start - b.start);
  }

  /** Of all of it. */
  get whole(): Features {
    return this.features(0, this.text.length);
  }

  features(start: number, end: number): Features {
    return new PartFeatures(this, start, end, this.tokensIn(start, end));
  }

  /** Of all of it, with tokens that something else tells. */
  wholeWith(more: readonly string[]): Features {
    if (more.length === 0) return this.whole;
    const tokens = new Map(this.tokensIn(0, this.text.length));
    for (const key of more) tokens.set(key, 1);
    return new PartFeatures(this, 0, this.text.length, tokens);
  }

  length(start: number, end: number): number {
    if (start === 0 && end === this.text.length) return this.prose.length;
    this.lengths ??= this.prose.countLengths();
    return (this.lengths[end] as number) - (this.lengths[start] as number);
  }

  private tokensIn(start: number, end: number): ReadonlyMap<string, number> {
    let counts: Map<string, number> | undefined;
    for (let nth = firstFrom(this.tokens, start); nth < this.tokens.length; nth++) {
      const token = this.tokens[nth] as Token;
      if (token.start >= end) break;
      counts ??= new Map();
      counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
    }
    return counts ?? NO_TOKENS;
  }

  /** Words that are no names. */
  wordsIn(start: number, end: number): ReadonlySet<string> {
    const { bounds } = this.prose;
    let words: Set<string> | undefined;
    for (let nth = firstBound(bounds, start); nth < bounds.length; nth += 2) {
      const at = bounds[nth] as number;
      if (at >= end) break;
      words ??= new Set();
      words.add(this.text.slice(at, bounds[nth + 1]).toLowerCase());
    }
    return words ?? NO_WORDS;
  }
}

/** Nobody asks for the words of English where the translation has none. */
class PartFeatures implements Features {
  readonly tokens: ReadonlyMap<string, number>;
  readonly length: number;
  private readonly text: TokenizedText;
  private readonly start: number;
  private readonly end: number;
  private known: ReadonlySet<string> | undefined;

  constructor(text: TokenizedText, start: number, end: number, tokens: ReadonlyMap<string, number>) {
    this.tokens = tokens;
    this.length = text.length(start, end);
    this.text = text;
    this.start = start;
    this.end = end;
  }

  get words(): ReadonlySet<string> {
    return (this.known ??= this.text.wordsIn(this.start, this.end));
  }
}

/** Index of the first token that starts at an offset or behind it. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = offset === 0 ? 0 : tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the start of the first word that starts at an offset or behind it. */
function firstBound(bounds: readonly number[], offset: number): number {
  let low = 0;
  let high = offset === 0 ? 0 : bounds.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[2 * middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** What of a text is for people to read: its words in Latin letters, and whether it is worth looking for the rest. */
class Prose {
  /** Start and end of each word that is no name, in text order. */
  readonly bounds: number[] = [];
  /** UTF-16 code units that are no blanks. */
  length = 0;
  hasEntities = false;
  hasDigits = false;
  hasWideDigits = false;
  private readonly text: string;

  /** Names are added to `tokens`. */
  constructor(text: string, tokens: Token[]) {
    this.text = text;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      if (isLatin(code)) {
        at = this.readWord(at, tokens);
        continue;
      }
      at += 1;
      if (code === 0x20) continue;
      if (isDigit(code)) this.hasDigits = true;
      else if (code === 0x26 /* & */) this.hasEntities = true;
      else if (code >= 0x80 || code < 0x20) {
        const bits = classOf(code);
        if ((bits & BLANK) !== 0) continue;
        if ((bits & WIDE_DIGIT) !== 0 || isHalf(code)) this.hasDigits = this.hasWideDigits = true;
      }
      this.length += 1;
    }
  }

  /** Of each offset: how many characters before it are no blanks. */
  countLengths(): Uint32Array {
    const { text } = this;
    const lengths = new Uint32Array(text.length + 1);
    let length = 0;
    for (let offset = 0; offset < text.length; offset++) {
      if ((classOf(text.charCodeAt(offset)) & BLANK) === 0) length += 1;
      lengths[offset + 1] = length;
    }
    return lengths;
  }

  /** Gives the end of the word. Dots, low lines and hyphens inside belong to it. */
  private readWord(start: number, tokens: Token[]): number {
    const { text } = this;
    let hasMark = false;
    let hasCapital = false;
    let end = start + 1;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      if (isLatin(code)) hasCapital ||= code <= 0x5a; /* Z */
      else if (isDigit(code)) this.hasDigits = hasCapital = true;
      else if (isJoint(code) && isLatinOrDigit(text.charCodeAt(end + 1))) hasMark ||= code !== 0x2d; /* - */
      else break;
    }
    this.length += end - start;
    // A capital behind the first letter, a digit or a dot inside: no ordinary word, in whatever language.
    if (hasCapital || hasMark) tokens.push({ key: `w:${text.slice(start, end)}`, start });
    else this.bounds.push(start, end);
    return end;
  }
}

function isLatin(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return code >= 0xc0 && code <= 0x24f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLatinOrDigit(code: number): boolean {
  return isLatin(code) || isDigit(code);
}

function isJoint(code: number): boolean {
  return code === 0x2e /* . */ || code === 0x5f /* _ */ || code === 0x2d; /* - */
}

/** Code and links; and the text, as long as it was, with blanks in place of code, tags and link targets. */
function readTokens(text: string, { links, codeSpans, htmlTags }: InlineTokens): Reading {
  const tokens: Token[] = [];
  const cuts: Span[] = [];
  for (const tag of htmlTags) {
    for (const token of tokensOfTag(tag)) tokens.push(token);
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
  const rest = blankOut(text, cuts);
  if (!mayHoldStray(rest)) return { tokens, prose: rest };
  for (const { 1: target = "", index } of rest.matchAll(STRAY_TARGET)) {
    tokens.push(...tokensOfTarget(target, false, index));
    cuts.push({ start: index, end: index + target.length });
  }
  return { tokens, prose: blankOut(text, cuts) };
}

interface Reading {
  readonly tokens: Token[];
  readonly prose: string;
}

/** Before a stray target stands a bracket, and in it a mark. */
function mayHoldStray(text: string): boolean {
  return /[(（]/.test(text) && /[/#]/.test(text);
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
  if (cuts.length === 0) return text;
  let prose = "";
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    if (end <= prose.length) continue;
    prose += text.slice(prose.length, Math.max(prose.length, start));
    prose += " ".repeat(end - prose.length);
  }
  return prose + text.slice(prose.length);
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
