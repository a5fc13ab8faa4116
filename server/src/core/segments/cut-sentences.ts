import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import { findEmphasis } from "./find-emphasis.ts";
import { trim } from "./trim.ts";

/**
 * Cuts English inline Markdown where the localization pipeline cuts it: into sentences, blanks around them left out.
 * The spans are UTF-16 offsets into `text`, in order. Text that is nothing but blanks has none. `inline`: what
 * `scanInline` finds in the text, for who knows.
 */
export function cutSentences(text: string, inline?: InlineTokens): Span[] {
  if (!mayHoldEnd(text)) {
    const whole = trim(text, { start: 0, end: text.length });
    return whole.end > whole.start ? [whole] : [];
  }
  const passage = readPassage(text, inline ?? scanInline(text));
  const ends: number[] = [];
  for (const candidate of candidatesIn(passage)) {
    const rule = RULES.find(({ applies }) => applies(candidate, passage));
    if (rule === undefined || rule.cuts) ends.push(candidate.end);
  }
  return [...ends, text.length]
    .map((end, nth) => trim(text, { start: ends[nth - 1] ?? 0, end }))
    .filter(({ start, end }) => end > start);
}

/** Whether there is an end mark with a blank and more text somewhere behind it. Most headings and cells have none. */
function mayHoldEnd(text: string): boolean {
  const mark = text.search(/[.?!…]/);
  return mark !== -1 && /\s\S/.test(text.slice(mark + 1));
}

/** A piece of inline Markdown with what a sentence cutter must not look into blotted out. */
interface Passage {
  /** As long as `text`: code and addresses are `CONTENT`, tags and link targets `MARKUP`. */
  readonly plain: string;
  /**
   * For each offset, how many link texts, brackets and emphases a cut before it would tear apart; empty where there are
   * none.
   */
  readonly depths: Int32Array;
}

/** A place that may be the end of a sentence: an end mark with blanks and more text behind it. */
interface Candidate {
  /** The end mark: `.`, `?!`, `...` */
  readonly mark: string;
  /** Quotes, brackets and emphasis markers that close behind the end mark. */
  readonly closers: string;
  /** Where the sentence ends. */
  readonly end: number;
  /** What stands before the mark, markup left out: at most the last words. */
  readonly before: string;
  /** Whether `before` goes back to the start of the passage. */
  readonly isFirst: boolean;
  /** The first character of what follows. */
  readonly next: string;
}

interface SentenceRule {
  readonly because: string;
  readonly applies: (candidate: Candidate, passage: Passage) => boolean;
  readonly cuts: boolean;
}

/**
 * What the pipeline does at an end mark, measured on 10,800 boundaries of two English sources. The first rule that
 * applies decides; where none does, the sentence ends. A colon is never an end mark.
 */
const RULES: readonly SentenceRule[] = [
  {
    because: "what is in brackets, link text or emphasis is never torn apart",
    applies: ({ end }, { depths }) => (depths[end] ?? 0) > 0,
    cuts: false,
  },
  {
    because: "`(… like this.) And so on` goes on",
    applies: ({ closers }) => closers.includes(")"),
    cuts: false,
  },
  {
    because: "three dots are no end, and neither is a `…` that stands for words",
    applies: ({ mark, before }) => mark.includes("..") || (mark === "…" && /\s$/.test(before)),
    cuts: false,
  },
  {
    because: "`the type is 'x'.\" Then` goes on: two quotes end at once",
    applies: ({ mark, closers, before }) => mark === "." && /['’]$/.test(before) && /["”]/.test(closers),
    cuts: false,
  },
  {
    because: "`a.` at the start is a sentence of its own",
    applies: ({ mark, before, isFirst }) => mark === "." && isFirst && /^[a-z]$/i.test(before),
    cuts: true,
  },
  {
    because: "`Mr.`, `add-ins.`, `web.config.` are taken for abbreviations",
    applies: ({ mark, before }) => mark === "." && ABBREVIATIONS.has(lastWord(before)),
    cuts: false,
  },
  {
    because: "`e.g.`, `U.S.` (but `U.K.` ends)",
    applies: ({ mark, before }) =>
      mark === "." && /(?:^|[^\p{L}\p{N}])(?:e\.g|i\.e|u\.s|[ap]\.m)$/iu.test(before),
    cuts: false,
  },
  {
    because: "`Company B.` may be an initial, `Form-R.` is none",
    applies: ({ mark, before }) => mark === "." && /(?:^|[\s("'“‘])\p{Lu}$/u.test(before),
    cuts: false,
  },
  {
    because: "`3.` and `Figure 3.` are numbers, not sentences",
    applies: ({ mark, before, isFirst }) =>
      mark === "." && isFirst && /^["“]?(?:(?:figure|table|step)\s+)?\d+(?:\.\d+)*$/i.test(before),
    cuts: false,
  },
  {
    because: "`see [Who are you?](x.md) for more` goes on",
    applies: ({ closers, next }) => closers.includes(MARKUP) && /\p{Ll}/u.test(next),
    cuts: false,
  },
  {
    because: "`the **Why?** box` goes on, `the **Stop!** box` does not",
    applies: ({ mark, closers, next }) => /\p{Ll}/u.test(next) && mark.endsWith("?") && !/["”]/.test(closers),
    cuts: false,
  },
];

const CONTENT = "\u0001";
const MARKUP = "\u0002";
const CANDIDATE = /(?<![.?!…])([.?!…]+)([\])"'”’*_\u0002]*)\s+(?=(\S))/gu;
/** Longer than any abbreviation or `Figure 12`. */
const LOOK_BACK = 40;

function* candidatesIn({ plain }: Passage): Iterable<Candidate> {
  for (const match of plain.matchAll(CANDIDATE)) {
    const [, mark = "", closers = "", next = ""] = match;
    const end = match.index + mark.length + closers.length;
    yield { mark, closers, end, next, ...lookBack(plain, match.index) };
  }
}

// A link target or a marker between a word and its full stop does not hide the word.
function lookBack(plain: string, offset: number): Pick<Candidate, "before" | "isFirst"> {
  let before = "";
  let from = offset;
  for (; from > 0 && before.length < LOOK_BACK; from--) {
    const character = plain.charAt(from - 1);
    if (!"\u0002*_[]".includes(character)) before = character + before;
  }
  return { before: before.trimStart(), isFirst: from === 0 };
}

/** The letters right before the mark, lower case: of `web.config` and `add-ins` the last part. */
function lastWord(before: string): string {
  return /\p{L}*$/u.exec(before)?.[0].toLowerCase() ?? "";
}

const NO_DEPTHS = new Int32Array(0);

function readPassage(text: string, tokens: InlineTokens): Passage {
  const plain = blot(text, tokens);
  let depths = NO_DEPTHS;
  const cover = ({ start, end }: Span): void => {
    if (end <= start) return;
    if (depths.length === 0) depths = new Int32Array(text.length + 2);
    depths[start + 1] = (depths[start + 1] as number) + 1;
    depths[end + 1] = (depths[end + 1] as number) - 1;
  };
  for (const { textSpan } of tokens.links) if (textSpan !== undefined) cover(textSpan);
  for (const span of findBrackets(plain)) cover(span);
  for (const span of findEmphasis(plain)) cover(span);
  for (const span of findTaggedEmphasis(tokens)) cover(span);
  for (let offset = 1; offset < depths.length; offset++) {
    depths[offset] = (depths[offset] as number) + (depths[offset - 1] as number);
  }
  return { plain, depths };
}

function blot(text: string, { links, codeSpans, htmlTags, comments }: InlineTokens): string {
  if (links.length + codeSpans.length + htmlTags.length + comments.length === 0) return text;
  const characters = text.split("");
  const fill = ({ start, end }: Span, by: string): void => {
    for (let offset = start; offset < end; offset++) characters[offset] = by;
  };
  for (const { span, textSpan } of links) {
    if (textSpan === undefined) fill(span, CONTENT);
    else fill({ start: textSpan.end + 1, end: span.end }, MARKUP);
  }
  for (const { span } of [...htmlTags, ...comments]) fill(span, MARKUP);
  for (const { span } of codeSpans) fill(span, CONTENT);
  return characters.join("");
}

/** Between square brackets that pair up, links or not. */
function findBrackets(plain: string): Span[] {
  if (!plain.includes("[")) return [];
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: found, index } of plain.matchAll(/\\.|[[\]]/gs)) {
    if (found === "[") open.push(index + 1);
    else if (found === "]") {
      const start = open.pop();
      if (start !== undefined) spans.push({ start, end: index });
    }
  }
  return spans;
}

const EMPHASIS_TAGS = new Set(["b", "em", "i", "strong", "u"]);

/** Between tags that do what `*` does. */
function findTaggedEmphasis({ htmlTags }: InlineTokens): Span[] {
  if (htmlTags.length === 0) return [];
  const spans: Span[] = [];
  const open = new Map<string, number>();
  for (const { name, isClosing, span } of htmlTags) {
    if (!EMPHASIS_TAGS.has(name)) continue;
    const start = open.get(name);
    if (!isClosing) open.set(name, span.end);
    else if (start !== undefined) {
      spans.push({ start, end: span.start });
      open.delete(name);
    }
  }
  return spans;
}
