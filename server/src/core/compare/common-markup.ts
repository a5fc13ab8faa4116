import { isPunctuation } from "../markdown/link-target.ts";
import type { RawPair } from "./pair-list.ts";
import { ANGLE, BACKSLASH, BACKTICK, inEither, LINK_END, type Traits, URL } from "./traits.ts";

/** The halves of a pair without the markup that both of them have, a blank in place of each piece. */
export interface BarePair extends RawPair {
  /** Those that are left, and maybe more. */
  readonly traits: Traits;
}

const MARK = /[\\`<[\]]/g;
/** Code between single backticks, neither of them part of a longer run. */
const PLAIN_CODE = /`[^`]+`(?!`)/y;
const PLAIN_TAG = /<(?:\/[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z]+="[^"]*")* ?\/?)>/y;
/** From the end of a link's text to that of the link; Markdown has no rule for anything in its target. */
const PLAIN_TARGET = /\]\([^\u0000-\u0020()<\\\u007f]*\)/y;
/** A URL in running text is a link, too, and `\<name>` is a placeholder. */
const LEFT = /\/\/|[Ww]{2}|[`<]/;
const MAY_BE_LEFT = inEither(URL | BACKSLASH);
/** No sentence has more; each is looked for in the whole other half. */
const MOST_PIECES = 50;
/** What can be taken out. */
const MARKUP = inEither(BACKTICK | ANGLE | LINK_END);

/** A half without its markup, in fields that are used again for the next one. */
class BareHalf {
  text = "";
  /** Code, tags and what follows the texts of links, in text order: the first `count` are of this half. */
  readonly pieces: string[] = [];
  count = 0;

  /**
   * `false`: only `scanInline` can tell what markup there is; else it would find what is found here. Regular expressions
   * run along the text, since a program that has just started takes its time for each step of a loop.
   */
  read(written: string): boolean {
    this.text = "";
    this.count = 0;
    let position = 0;
    let isInLink = false;
    MARK.lastIndex = 0;
    while (MARK.test(written)) {
      const offset = MARK.lastIndex - 1;
      const mark = written.charCodeAt(offset);
      if (mark === 0x5c /* \ */) {
        if (isPunctuation(written.charCodeAt(offset + 1))) MARK.lastIndex = offset + 2;
      } else if (mark === 0x5b /* [ */) {
        // Neither links in links, nor images, in whose texts code is none.
        if (isInLink || written.startsWith("!", offset - 1)) return false;
        isInLink = true;
      } else {
        const isLinkEnd = mark === 0x5d; /* ] */
        if (isLinkEnd) {
          if (!isInLink) return false;
          isInLink = false;
        }
        const pattern = patternOf(mark);
        pattern.lastIndex = offset;
        if (!pattern.test(written)) return false;
        this.text += written.slice(position, offset) + (isLinkEnd ? "] " : " ");
        position = pattern.lastIndex;
        MARK.lastIndex = position;
        this.pieces[this.count] = written.slice(offset, position);
        this.count += 1;
      }
    }
    this.text += written.slice(position);
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

function patternOf(mark: number): RegExp {
  if (mark === 0x60 /* ` */) return PLAIN_CODE;
  return mark === 0x3c /* < */ ? PLAIN_TAG : PLAIN_TARGET;
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
  if (!translated.read(target) || !english.read(source) || !translated.hasPiecesOf(english)) return undefined;
  const mayBeLeft = (traits & MAY_BE_LEFT) !== 0;
  if (mayBeLeft && (LEFT.test(translated.text) || LEFT.test(english.text))) return undefined;
  // Each `]` that is left is escaped, or ends the text of one of those links.
  return { target: translated.text, source: english.text, traits: traits & ~(MARKUP | inEither(URL)) };
}
