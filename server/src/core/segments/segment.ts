import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/**
 * One side-by-side pair: a translated sentence and the English it was made from.
 *
 * `<span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>`
 *
 * All spans are UTF-16 offsets into the page as it stands in the file. It is the span of the whole pair itself, for who
 * looks for the segment at an offset: `span` may be made for who asks.
 */
export interface Segment extends Span {
  /** The target's id as written (`data-ttu-id`), for example `45297-103`. Empty only where damage took it away. */
  readonly id: string;
  readonly idSpan: Span;
  /** The source's id as written (`data-stu-id`); differs from `id` only in a damaged page. */
  readonly sourceId: string;
  readonly sourceIdSpan: Span;
  /** The whole pair, markup included. */
  readonly span: Span;
  /** The translation: raw Markdown, without the markup around it. */
  readonly targetSpan: Span;
  readonly target: string;
  /** The English: raw Markdown, without the markup around it. */
  readonly sourceSpan: Span;
  readonly source: string;
  /**
   * Whether the English is surely nothing but words and punctuation: a letter or more, and no sign that a comparison
   * would look for in it (`OF_SOURCE` of `compare/pairs/traits.ts`). `undefined`: nobody knows.
   */
  readonly hasPlainSource?: boolean;
  /**
   * Whether some of the pair's own markup is damaged, but still readable (`&quot;` in place of `"`, a lost `>`). There
   * is a `corrupt-markup` problem for it then.
   */
  readonly isDamaged: boolean;
}

/** What can be wrong with side-by-side markup. Each is reported by the rule of the same name. */
export type MarkupDefect =
  /** A target without source, a source without target or before it, or an end tag that closes nothing. */
  | "unpaired"
  /** A pair that starts inside another pair. */
  | "nested"
  /** Markup with `&quot;`, other quotes, stray blanks or attributes: a renderer will not see it as markup. */
  | "corrupt-markup";

/** Side-by-side markup that does not follow the grammar. It costs its own segment, never the rest of the page. */
export interface MarkupProblem {
  readonly defect: MarkupDefect;
  /** The damaged markup itself: one tag, or as little as shows the place. */
  readonly span: Span;
  /** Where the span starts and ends. */
  readonly start: number;
  readonly end: number;
  /** What is wrong, as a finding's message. */
  readonly message: string;
  /** Ways out, the best first. */
  readonly repairs: readonly Repair[];
  /**
   * What of it a reader is never shown, in page order: tags, and English whose extent is certain. Stripping a page
   * takes it out. Empty where the markup belongs to a segment, or where its extent is not certain.
   */
  readonly leftovers: readonly Span[];
  /**
   * Whether it holds in code as well. Everything else that stands in code is prose about markup and nobody's mistake.
   */
  readonly holdsInCode: boolean;
}

/** A way to bring damaged markup back to the grammar. */
export interface Repair {
  /** An imperative, no full stop. */
  readonly title: string;
  /** In page order, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** Whether it can only give what was there before the damage; otherwise the writer has to choose. */
  readonly isSafe: boolean;
  /** Whether words go with it. Such a repair is never the one that is applied unasked. */
  readonly losesWords?: true;
}

/** The parts of a well-formed id: `45297-103` is prefix `45297`, number 103; `349eb-p101` is a paragraph segment. */
export interface SegmentId {
  /** Five lower-case hexadecimal digits, the same for all segments of a page. */
  readonly prefix: string;
  readonly isParagraph: boolean;
  /** Sentence counter, from 101; paragraph segments have a counter of their own. */
  readonly number: number;
}

const ID = /^[0-9a-f]{5}-p?\d{3,4}$/;
const PREFIX_LENGTH = 5;

/** Parses an id by the grammar measured on 651,215 pairs. `undefined`: not a valid id. */
export function parseSegmentId(text: string): SegmentId | undefined {
  if (!ID.test(text)) return undefined;
  const isParagraph = text.charAt(PREFIX_LENGTH + 1) === "p";
  const number = Number(text.slice(PREFIX_LENGTH + (isParagraph ? 2 : 1)));
  return { prefix: text.slice(0, PREFIX_LENGTH), isParagraph, number };
}
