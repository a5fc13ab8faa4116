import { LONGEST_SENTENCE } from "../emphasis/is-readable.ts";
import type { RawPair } from "./pair-list.ts";
import { ANGLE, BACKSLASH, BACKTICK, COMMON_MARKUP, inEither, LINK_END, type Traits, URL } from "./traits.ts";

/** The halves of a pair without the markup that both of them have, a blank in place of each piece. */
export interface BarePair extends RawPair {
  /** Those that are left, and maybe more, with `COMMON_MARKUP`. */
  readonly traits: Traits;
}

/** What of a half is markup, or may be: the others are letters. */
const PIECE = new RegExp(
  `(${[
    // An escape.
    String.raw`\\[!-/:-@[-\x60{-~]`,
    // What the text of a picture or of a link begins with.
    String.raw`!?\[`,
    // Code between single backticks, neither of them part of a longer run.
    "`[^`]+`(?!`)",
    // A tag.
    String.raw`<(?:\/[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z]+="[^"]*")* ?\/?)>`,
    // From the end of a link's text to that of the link; Markdown has no rule for anything in its target.
    String.raw`\]\([^\u0000-\u0020()<\\\u007f]*\)`,
    // Any other mark, by itself.
    "[`<\\]]",
  ].join("|")})`,
);
/** A URL in running text is a link, too, and `\<name>` is a placeholder. */
const LEFT = /\/\/|[Ww]{2}|[`<]/;
const MAY_BE_LEFT = inEither(URL | BACKSLASH);
/** No sentence has more; each is looked for in the whole other half. */
const MOST_PIECES = 50;
/** What can be taken out. */
const MARKUP = inEither(BACKTICK | ANGLE | LINK_END);

/** A half without its markup, in fields that are used again for the next one. */
class BareHalf {
  /** Letters and pieces, by turns; a blank in place of what is taken out. */
  private parts: string[] = [];
  /** Code, tags and what follows the texts of links, in text order: the first `count` are of this half. */
  private readonly pieces: string[] = [];
  private count = 0;

  get text(): string {
    return this.parts.join("");
  }

  /**
   * `false`: only `scanInline` can tell what markup there is; else it would find what is found here. The text is cut at
   * once, since a program that has just started takes its time for each step of a loop.
   */
  read(written: string): boolean {
    const parts = written.split(PIECE);
    this.parts = parts;
    this.count = 0;
    let isInLink = false;
    for (let nth = 1; nth < parts.length; nth += 2) {
      const piece = parts[nth] as string;
      const mark = piece.charCodeAt(0);
      if (mark === 0x5c /* \ */) continue;
      if (mark === 0x5b /* [ */) {
        if (isInLink) return false;
        isInLink = true;
        continue;
      }
      // Neither links in links, nor images, in whose texts code is none.
      if (mark === 0x21 /* ! */ || piece.length === 1) return false;
      const isLinkEnd = mark === 0x5d; /* ] */
      if (isLinkEnd) {
        if (!isInLink) return false;
        isInLink = false;
      }
      parts[nth] = isLinkEnd ? "] " : " ";
      this.pieces[this.count] = piece;
      this.count += 1;
    }
    return true;
  }

  /** Whether another half has the same pieces, in whatever order. Mixes up its own. */
  hasPiecesOf({ pieces: others, count }: BareHalf): boolean {
    if (count !== this.count || count > MOST_PIECES) return false;
    for (let nth = 0; nth < count; nth++) {
      let place = nth;
      while (place < count && this.pieces[place] !== others[nth]) place += 1;
      if (place === count) return false;
      this.pieces[place] = this.pieces[nth] as string;
    }
    return true;
  }
}

const translated = new BareHalf();
const english = new BareHalf();

/**
 * The pair without code, tags and links, where its halves plainly have the same ones, as nearly all have that have any.
 * So they can be cleared like pairs of nothing but words: words, brackets and emphasis of what is left are those of
 * `prose`. `undefined`: there is no such markup, or it takes a closer look.
 */
export function withoutCommonMarkup({ target, source }: RawPair, traits: Traits): BarePair | undefined {
  if ((traits & MARKUP) === 0) return undefined;
  // Its pieces would be cut out, and kept until the next pair, only to be too many.
  if (target.length > LONGEST_SENTENCE || source.length > LONGEST_SENTENCE) return undefined;
  if (!translated.read(target) || !english.read(source) || !translated.hasPiecesOf(english)) return undefined;
  const left = (traits & ~(MARKUP | inEither(URL))) | COMMON_MARKUP;
  const bare = { target: translated.text, source: english.text, traits: left };
  const mayBeLeft = (traits & MAY_BE_LEFT) !== 0;
  if (mayBeLeft && (LEFT.test(bare.target) || LEFT.test(bare.source))) return undefined;
  // Each `]` that is left is escaped, or ends the text of one of those links.
  return bare;
}
