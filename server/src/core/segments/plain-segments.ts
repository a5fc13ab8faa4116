import { CleanText } from "../document/clean-text.ts";
import type { Span } from "../text/span.ts";
import type { Segment } from "./segment.ts";
import { END_TAG, halfTag, seamMarkup } from "./tags.ts";

/** The pairs of a page that are as the pipeline writes them, beyond doubt, in page order. */
export interface PlainPairs {
  readonly segments: PlainSegment[];
  /** What a reader gets where these are all the pairs there are. */
  readonly clean: CleanText;
  /** Whether they are: the page holds no other span tag and no trace of damage. */
  readonly isAll: boolean;
}

const ENTITY = "&(?:[qQ][uU][oO][tT]|#34|#[xX]22);";
/**
 * What only the reader that tolerates damage can judge: a span tag, an attribute of our own tags, or what may be a lost
 * quotation mark (the candidates of `readTags`, and what `findLostQuotes` begins with: an entity where a value would end
 * or begin; in prose it is none). Each starts with another one of four signs and looks back from there for what is before
 * it, since signs are rare and letters are not.
 */
const DOUBTFUL = [
  String.raw`<\s{0,3}\/?\s{0,3}[sS][pP][aA][nN]`,
  "-(?:(?<=[tTsS][tT][uU]-)[iI][dD]|(?<=[sS][xX][sS]-)[lL][oO][oO][kK][uU][pP])",
  String.raw`${ENTITY}(?=\s?\/?>|\s[\w:-]{1,40}=&)`,
  `=(?:[“”„″＂]|${ENTITY})`,
].join("|");
const DOUBT = new RegExp(DOUBTFUL);
/** Text without it. The bound is far more than a sentence needs, and keeps what the expression has to remember small. */
const TEXT = `[^<&=-]*(?:(?!${DOUBTFUL})[<&=-][^<&=-]*){0,1000}`;
/**
 * Signs of English that stand for themselves: those that nobody looks for in a source, one by one (`OF_SOURCE` of
 * `compare/pairs/traits.ts` names the others). No more than sixteen ranges: V8 calls a function for each sign of a longer class.
 */
const WORDS = String.raw`[ -$'-,.:;>-VX-[^a-vx-z|-~\u00a0-\u024f\u2010-\u2027]*`;
/**
 * A source of nothing else, as three of four are, with a letter among it. So that is known in passing, while each look at
 * a text later on would cost a call for each of its signs. An address begins with two `w`; for `-`, see `DOUBTFUL`.
 */
const PLAIN_SOURCE = `(?=[*(]{0,4}[A-Za-z])${WORDS}(?:(?:[Ww](?![Ww])|-(?![iIlL]))${WORDS}){0,100}`;
/** One pair; its parts are the id, the target and the source, which is the first of the last two if it is plain. */
const PAIR = new RegExp(
  halfTag("target", String.raw`([\w.-]{1,24})`) +
    `(${TEXT})${seamMarkup(String.raw`\1`)}(?:(${PLAIN_SOURCE})|(${TEXT}))${END_TAG}${END_TAG}`,
);
/** How many pieces the page falls into for each pair: the parts, and the text up to the next pair. */
const PIECES = 5;

const OPENER_LENGTH = halfTag("target", "").length;
const OPENER_ID = halfTag("target", "\n").indexOf("\n");
const SEAM_LENGTH = seamMarkup("").length;
const SEAM_ID = seamMarkup("\n").indexOf("\n");
const CLOSE_LENGTH = 2 * END_TAG.length;
/** Of a pair, but for its ids. */
const MARKUP_LENGTH = OPENER_LENGTH + SEAM_LENGTH + CLOSE_LENGTH;

/**
 * Cuts the body of a page at the pairs that are as the pipeline writes them: on the usual page these are all, and this
 * is several times faster than the reader that tolerates damage, with the same result.
 */
export function readPlainPairs(page: string, bodyStart: number): PlainPairs {
  const pieces = page.slice(bodyStart).split(PAIR);
  const count = (pieces.length - 1) / PIECES;
  const segments: PlainSegment[] = [];
  const starts = new Int32Array(2 * count + 1);
  const origins = new Int32Array(2 * count + 1);
  let length = (pieces[0] as string).length;
  let position = bodyStart + length;
  origins[0] = bodyStart;
  for (let nth = 0; nth < count; nth += 1) {
    const piece = PIECES * nth;
    const stretch = 2 * nth + 1;
    const id = pieces[piece + 1] as string;
    const target = pieces[piece + 2] as string;
    const plain = pieces[piece + 3];
    const source = (plain ?? pieces[piece + 4]) as string;
    const between = pieces[piece + 5] as string;
    segments[nth] = new PlainSegment(position, id, target, source, plain !== undefined);
    // What a reader gets moves up to the front.
    pieces[stretch] = target;
    pieces[stretch + 1] = between;
    starts[stretch] = length;
    origins[stretch] = position + OPENER_LENGTH + id.length;
    length += target.length;
    // What the segment would say of itself, which costs several calls for each of them.
    position += MARKUP_LENGTH + 2 * id.length + target.length + source.length;
    starts[stretch + 1] = length;
    origins[stretch + 1] = position;
    length += between.length;
    position += between.length;
  }
  // Joined at once, so that it is one stretch of memory: a text that grows is a tree, which each look at a character goes
  // through.
  pieces.length = starts.length;
  const text = pieces.join("");
  return { segments, clean: new CleanText(text, starts, origins), isAll: !DOUBT.test(text) };
}

/** A segment without damage: its places follow from where it starts and how long its parts are. */
export class PlainSegment implements Segment {
  readonly start: number;
  readonly id: string;
  readonly target: string;
  readonly source: string;
  readonly hasPlainSource: boolean;

  constructor(start: number, id: string, target: string, source: string, hasPlainSource: boolean) {
    this.start = start;
    this.id = id;
    this.target = target;
    this.source = source;
    this.hasPlainSource = hasPlainSource;
  }

  get targetStart(): number {
    return this.start + OPENER_LENGTH + this.id.length;
  }

  get seamStart(): number {
    return this.targetStart + this.target.length;
  }

  get sourceStart(): number {
    return this.seamStart + SEAM_LENGTH + this.id.length;
  }

  get end(): number {
    return this.sourceStart + this.source.length + CLOSE_LENGTH;
  }

  get sourceId(): string {
    return this.id;
  }

  get isDamaged(): boolean {
    return false;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get targetSpan(): Span {
    return spanFrom(this.targetStart, this.target);
  }

  get sourceSpan(): Span {
    return spanFrom(this.sourceStart, this.source);
  }

  get idSpan(): Span {
    return spanFrom(this.start + OPENER_ID, this.id);
  }

  get sourceIdSpan(): Span {
    return spanFrom(this.seamStart + SEAM_ID, this.id);
  }
}

function spanFrom(start: number, text: string): Span {
  return { start, end: start + text.length };
}
