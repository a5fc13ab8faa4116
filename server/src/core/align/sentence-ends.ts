import type { InlineTokens } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import { classOf, ORDINARY, TRAILING } from "./characters.ts";
import { lazily } from "../text/lazily.ts";

/** A place in a translation where one segment may end and the next start. */
export interface Boundary {
  /** Where the earlier one ends: UTF-16 offset. */
  readonly end: number;
  /** Where the later one starts, blanks skipped. */
  readonly start: number;
  /** What it costs to cut here. */
  readonly cut: number;
  /** What it costs not to. */
  readonly join: number;
}

/** A text as long as it was, with code blotted out by `CODE`, and tags and link targets by `MARKUP`. */
export function plainTextOf(text: string, { links, codeSpans, htmlTags, comments }: InlineTokens): string {
  if (links.length + codeSpans.length + htmlTags.length + comments.length === 0) return text;
  const blots: { span: Span; by: string }[] = codeSpans.map(({ span }) => ({ span, by: CODE }));
  for (const { span } of [...htmlTags, ...comments]) blots.push({ span, by: MARKUP });
  for (const { span, textSpan } of links) {
    if (textSpan === undefined) blots.push({ span, by: CODE });
    else {
      blots.push({ span: { start: textSpan.end, end: span.end }, by: MARKUP });
      blots.push({ span: { start: span.start, end: textSpan.start }, by: MARKUP });
    }
  }
  return blot(text, blots);
}

/** Code, link texts and tags: a segment ends in none of them. In order, apart from each other. */
export function opaqueIn({ links, codeSpans, htmlTags, comments }: InlineTokens): readonly Span[] {
  return merge([...links, ...codeSpans, ...htmlTags, ...comments].map(({ span }) => span));
}

const CODE = "\u0001";
const MARKUP = "\u0002";

function blot(text: string, blots: { span: Span; by: string }[]): string {
  let result = "";
  for (const { span, by } of blots.sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(result.length, span.start);
    if (span.end <= start) continue;
    result += text.slice(result.length, start) + by.repeat(span.end - start);
  }
  return result + text.slice(result.length);
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

// End marks of all scripts, by Unicode's Sentence_Terminal, with what may close behind them. French has a blank
// before its closing quotation marks.
const END = String.raw`[\p{Sentence_Terminal}…](?:[\u00A0\u202F ]?[\p{Pf}\p{Pe}]|["'“*_~\u0002])*`;
const ENDS = lazily(() => new RegExp(`${END}$`, "u"));
/** Code, links and markers that machine translation leaves behind the sentence that they belong to. */
const ENDS_WITH_REST = lazily(
  () => new RegExp(String.raw`${END}(?:\s|[\u0001\u0002*_)）[\]、，,：:]|[(（](?=[*_])|&\w+;)+$`, "u"),
);
const REST = /^(?:[\u0001\u0002*_)）[\]、，,：:]|[(（](?=[*_]))+\s/;
const ENDS_WIDE = /[。！？｡।॥]["'”’」』）》*_\u0002]*$/;
const CANDIDATE = /[。！？｡।॥]["'”’」』）》*_\u0002]*(?=[^\s"'”’」』）》*_\u0002。！？])|\s+/gu;
/** Nothing that a segment starts with; French puts a blank before some of them, Thai before what says a word again. */
const NEVER_FIRST = lazily(() => /^(?:[:;!?,.%：；！？，。、](?![\p{L}\p{N}])|[ๆฯໆៗ])/u);
const CLOSING = lazily(() => /^[\p{Pf}\p{Pe}]/u);
/** `[]`, `[](target)`, `**(**`: what is left of something that stands elsewhere now. */
const DEBRIS = /^[*_]*(?:[)）、，,]|[(（](?=[*_])|\[\]|\u0002|&\w+;)+[*_]*\s/;
/** Scripts that write no blanks between words: a blank between two letters is there for some reason. */
const UNSPACED = lazily(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
/** And those that have a blank where others have an end mark. */
const BLANK_ENDS = lazily(
  () => /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u,
);
/** A pause that Chinese and Japanese have in the middle of a sentence. */
const WIDE_PAUSE = /[，、；：]$/;
const LOOK_BACK = 60;

interface Costs {
  readonly cut: number;
  readonly join: number;
}

/** A blank with what stands around it, code and markup blotted out. */
interface Place {
  readonly before: string;
  readonly after: string;
  readonly blanks: string;
}

interface BlankRule extends Costs {
  readonly because: string;
  readonly applies: (place: Place) => boolean;
}

const CAPITAL: BlankRule = {
  because: "a new sentence has a capital",
  applies: ({ after }) => /^\p{Lu}/u.test(after),
  cut: 8,
  join: 0,
};

/** How sure an end is a blank in a translation, as costs (see `Boundary`). The first rule that applies decides. */
const BLANK_RULES: readonly BlankRule[] = [
  {
    because: "`» suite` and `[](moved.md) 文本`: the blank behind it is the likelier end",
    applies: ({ after }) => CLOSING().test(after) || DEBRIS.test(after),
    cut: 6,
    join: 0,
  },
  {
    because:
      "`文本。 `code` 下一句`: machine translation leaves a word behind the sentence that it belongs to",
    applies: ({ before, after }) => ENDS().test(before) && REST.test(after),
    cut: 0.2,
    join: 0.5,
  },
  {
    because: "`**文本。** 下一句`",
    applies: ({ before }) => ENDS_WIDE.test(before) && /[*_]$/.test(before),
    cut: 0.2,
    join: 1.5,
  },
  { because: "`文本。 下一句`", applies: ({ before }) => ENDS_WIDE.test(before), cut: 0, join: 4 },
  {
    because: "`e.g. like this`: a small letter goes on with the sentence",
    applies: ({ before, after }) => ENDS().test(before) && /^\p{Ll}/u.test(after),
    cut: 2,
    join: 0.3,
  },
  { because: "`Text. Next`", applies: ({ before }) => ENDS().test(before), cut: 0.2, join: 2 },
  {
    because: "`文本。 `code` |下一句`",
    applies: ({ before }) => ENDS_WITH_REST().test(before),
    cut: 1.5,
    join: 0.2,
  },
  {
    because: "Thai has a blank in front of what goes on with a sentence, too: and, or, which, such as",
    applies: ({ before, after }) => BLANK_ENDS().test(before.slice(-1)) && /^(?:และ|หรือ|ซึ่ง|เช่น)/.test(after),
    cut: 4,
    join: 0,
  },
  {
    because: "Thai and its neighbours have a blank where others have an end mark",
    applies: ({ before, after }) => BLANK_ENDS().test(before.slice(-1)) && BLANK_ENDS().test(after.charAt(0)),
    cut: 1,
    join: 1,
  },
  {
    because: "and behind bold text and brackets, where it may also be there for looks",
    applies: ({ before, after }) => /[*_)）]$/.test(before) && BLANK_ENDS().test(after.charAt(0)),
    cut: 1.5,
    join: 0.3,
  },
  {
    because: "as it is in front of bold text and other scripts",
    applies: ({ before, after }) => BLANK_ENDS().test(before.slice(-1)) && BLANK_ENDS().test(after),
    cut: 4,
    join: 0,
  },
  {
    because: "Chinese and Japanese have no blanks between words, nor behind wide marks",
    applies: ({ before, after, blanks }) =>
      WIDE_PAUSE.test(before) ||
      (UNSPACED().test(before.slice(-1)) && (UNSPACED().test(after.charAt(0)) || blanks.length > 1)),
    cut: 4,
    join: 0,
  },
  { because: "`**A title** and its text`", applies: ({ before }) => /[*_]$/.test(before), cut: 5, join: 0 },
  {
    because: "`: text`, `; text`, `(text`",
    applies: ({ before, after }) => /[:;]$/.test(before) || /^[(（]/.test(after),
    cut: 5,
    join: 0.1,
  },
  CAPITAL,
];
const BLANK: Costs = { cut: 12, join: 0 };
const NO_BLANK: Costs = { cut: 0.5, join: 1 };
const NO_BLANK_WHERE_OTHERS_HAVE_ONE: Costs = { cut: 8, join: 0 };

/**
 * The places where a translation may be cut into segments. The pipeline puts a blank between two segments of a block
 * also where the language has none (measured on 153,584 pairs), so a blank behind an end mark is nearly certain, an
 * end mark without blank is likely to stand inside a segment, and a blank alone ends a segment that has no end mark.
 * `text` is plain; none is inside what is `opaque`.
 */
export function findBoundaries(text: string, opaque: readonly Span[], spacesSegments: boolean): Boundary[] {
  const withoutBlank = spacesSegments ? NO_BLANK_WHERE_OTHERS_HAVE_ONE : NO_BLANK;
  const isOpaque = finderOf(opaque);
  const boundaries: Boundary[] = [];
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const isBlank = /^\s/.test(found);
    const start = index + found.length;
    const end = isBlank ? index : start;
    if (end === 0 || start === text.length || isOpaque(end)) continue;
    const costs = isBlank ? costsAtBlank(text, end, start) : withoutBlank;
    if (costs !== undefined) boundaries.push({ end, start, cut: costs.cut, join: costs.join });
  }
  return boundaries;
}

/** Whether an offset lies inside one of the spans; to be asked for ascending offsets. */
function finderOf(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < spans.length && (spans[next] as Span).end <= offset) next += 1;
    const span = spans[next];
    return span !== undefined && span.start < offset;
  };
}

function costsAtBlank(text: string, end: number, start: number): Costs | undefined {
  const next = text.charCodeAt(start);
  // Between two words no other rule applies.
  if ((classOf(text.charCodeAt(end - 1)) & classOf(next) & ORDINARY) !== 0)
    return /\p{Lu}/u.test(text.charAt(start)) ? CAPITAL : BLANK;
  const after = text.slice(start, start + LOOK_BACK);
  if (NEVER_FIRST().test(after)) return undefined;
  const place = {
    before: text.slice(Math.max(0, end - LOOK_BACK), end),
    after,
    blanks: text.slice(end, start),
  };
  return BLANK_RULES.find(({ applies }) => applies(place)) ?? BLANK;
}

/**
 * Whether a page puts a blank behind full-width end marks that end a segment, so that one without ends none. Pages
 * that the pipeline made do; others are told by their habit.
 */
export function spacesSegments(page: string, isFromPipeline: boolean): boolean {
  return isFromPipeline || /[。！？]["'”’」』）*]* +(?=\S)/.test(page);
}

/** What a sentence ends with. Translations keep it; `untold` in scripts that have no such marks. */
export type EndMark = "question" | "exclamation" | "colon" | "stop" | "none" | "untold";

/** Whether a translation may end like this where the English ends like that: what is `untold` fits all. */
export function haveSameEnd(a: EndMark, b: EndMark): boolean {
  return a === b || a === "untold" || b === "untold";
}

/** Looks behind what may follow an end mark, but no further back than `LOOK_BACK`. */
export function endMarkOf(plain: string): EndMark {
  const first = Math.max(0, plain.length - LOOK_BACK);
  let end = plain.length;
  while (end > first) {
    const code = plain.charCodeAt(end - 1);
    const start = code === 0x3b /* ; */ ? startOfEntity(plain.slice(first, end), end) : end - 1;
    if (start === end || (code !== 0x3b && (classOf(code) & TRAILING) === 0)) break;
    end = start;
  }
  return end === first ? "none" : markOf(plain.charCodeAt(end - 1));
}

/** Of the entity that ends a text whose end stands at an offset; that offset itself: there is none. */
function startOfEntity(text: string, end: number): number {
  return end - (/&\w+;$/.exec(text)?.[0].length ?? 0);
}

const marks = new Map<number, EndMark>();

function markOf(unit: number): EndMark {
  const known = marks.get(unit);
  if (known !== undefined) return known;
  const mark = readMark(String.fromCharCode(unit));
  marks.set(unit, mark);
  return mark;
}

function readMark(character: string): EndMark {
  if (/[?？؟⸮\u037E፧]/.test(character)) return "question";
  if (/[!！]/.test(character)) return "exclamation";
  if (/[:：]/.test(character)) return "colon";
  if (BLANK_ENDS().test(character)) return "untold";
  return /[\p{Sentence_Terminal}…]/u.test(character) ? "stop" : "none";
}
