/**
 * What occurs in a text, as a bit for each kind of character. Most of the thousands of pairs of a page hold little but
 * words: their traits, read once, tell what nobody need look for in them.
 */
export type Traits = number;

/** Anything but blanks. */
export const INK = 1;
/** What inline code begins and ends with. */
export const BACKTICK = 1 << 1;
/** `<`, which tags, comments, autolinks and placeholders begin with. */
export const ANGLE = 1 << 2;
/** `]`, without which Markdown has no link but a URL. */
export const LINK_END = 1 << 3;
/** Two `/` or two `w` next to each other, as in each URL in running text. */
export const URL = 1 << 4;
/** `*`, and the `＊` of full width. */
export const ASTERISK = 1 << 5;
/** `_`. */
export const UNDERSCORE = 1 << 6;
/** Brackets and quotation marks that open or close, whatever their script. */
export const BRACKET = 1 << 7;
/** `{` and `%`, which placeholders begin with. */
export const BRACE = 1 << 8;
/** What entities begin with. */
export const AMPERSAND = 1 << 9;
/** A digit of any script, and of some scripts other characters, too. */
export const DIGIT = 1 << 10;
/** `|`. */
export const PIPE = 1 << 11;
/** `\`. */
export const BACKSLASH = 1 << 12;
/** A to Z, small or not. */
export const LETTER = 1 << 13;

/**
 * What comparisons ask of English. The others are asked of translations alone: they need not be known of a source. The
 * signs of `PLAIN_SOURCE` in `segments/plain-segments.ts` are the others: who adds a trait here takes its signs away
 * there.
 */
export const OF_SOURCE: Traits =
  INK | BACKTICK | ANGLE | LINK_END | URL | UNDERSCORE | BRACE | AMPERSAND | DIGIT | BACKSLASH | LETTER;
/** Of these, what a source has that is words and punctuation. */
export const PLAIN_SOURCE: Traits = INK | LETTER;

/**
 * Of a pair: both halves had the same code, tags or links, and these were taken out (`withoutCommonMarkup`). A bit that
 * the traits of a text leave free.
 */
export const COMMON_MARKUP: Traits = 1 << 14;

/** What a pair that nobody looked at may have. */
export const ANYTHING: Traits = -1;

/** Two of these make a URL; one is no trait. */
const W = 1 << 14;
const SLASH = 1 << 15;

const SOURCE_BITS = 16;

/** The traits of both halves of a pair in one number. */
export function traitsOfPair(target: Traits, source: Traits): Traits {
  return target | (source << SOURCE_BITS);
}

/** What to look for in the traits of a pair: these in its translation. */
export function inTarget(traits: Traits): Traits {
  return traits;
}

/** What to look for in the traits of a pair: these in its English, some of `OF_SOURCE`. */
export function inSource(traits: Traits): Traits {
  return traits << SOURCE_BITS;
}

/** What to look for in the traits of a pair: these in one of its halves, some of `OF_SOURCE`. */
export function inEither(traits: Traits): Traits {
  return inTarget(traits) | inSource(traits);
}

const BLANKS = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";
const KINDS: readonly (readonly [characters: string, trait: Traits])[] = [
  ["`", BACKTICK],
  ["<", ANGLE],
  ["]", LINK_END],
  ["*＊", ASTERISK],
  ["_", UNDERSCORE],
  ["()[]{}（）［］｛｝【】「」『』《》〈〉„“”«»", BRACKET],
  ["{%", BRACE],
  ["&", AMPERSAND],
  ["0123456789", DIGIT],
  ["|", PIPE],
  ["\\", BACKSLASH],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LETTER],
  ["Ww", W],
  ["/", SLASH],
];
/** Where Unicode has all other digits: the units themselves, or the first halves of characters beyond U+FFFF. */
const OTHER_DIGITS = [
  [0x660, 0x2000],
  [0xa620, 0xac00],
  [0xd800, 0xdc00],
  [0xff10, 0xff1a],
] as const;

/** By UTF-16 unit: one look tells all about a character. */
const TRAITS = traitsOfUnits();

function traitsOfUnits(): Uint16Array {
  const units = new Uint16Array(0x10000).fill(INK);
  for (const [start, end] of OTHER_DIGITS) units.fill(INK | DIGIT, start, end);
  for (const blank of BLANKS) units[blank.charCodeAt(0)] = 0;
  units.fill(0, 0x2000, 0x200b);
  for (const [characters, trait] of KINDS) {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      units[unit] = (units[unit] ?? 0) | trait;
    }
  }
  return units;
}

/** The traits of a UTF-16 unit, a single `w` or `/` aside; none of `NaN`, as behind the end of a text. */
export function traitsOfUnit(unit: number): Traits {
  return TRAITS[unit] ?? 0;
}

/** The traits of a text. */
export function traitsOf(text: string): Traits {
  // At hand for each character.
  const units = TRAITS;
  const { length } = text;
  let traits = 0;
  let doubled = 0;
  let before = 0;
  for (let offset = 0; offset < length; offset++) {
    const here = units[text.charCodeAt(offset)] as Traits;
    traits |= here;
    doubled |= here & before;
    before = here;
  }
  const isUrl = (doubled & (W | SLASH)) !== 0;
  return (traits & ~(W | SLASH)) | (isUrl ? URL : 0);
}
