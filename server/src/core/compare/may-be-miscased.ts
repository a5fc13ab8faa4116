/** The bit by which small letters differ from capitals. */
const TO_LOWER_CASE = 0x20;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const UNDERSCORE = 0x5f;
const FIRST_BEYOND_ASCII = 0x80;
/** Nothing below is of a script without Latin letters; nor are the symbols and punctuation between. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u2de0-\uffff]/;
const INNER_CAPITAL = /[A-Za-z0-9][A-Z]/;
/** Shorter ones are no names. */
const SHORTEST = 3;
const WORD = /[A-Za-z0-9]{3,}/g;
/** The capitals of a longer one do not fit into a number. */
const LONGEST = 30;
/** A half with more needs the closer look. */
const MOST_WORDS = 100;

/** By UTF-16 unit: a letter of ASCII in lower case, a digit as it is; 0 for all else. */
const LOWER_CASE = new Uint8Array(0x10000);
for (let digit = DIGIT_0; digit <= DIGIT_9; digit++) LOWER_CASE[digit] = digit;
for (let letter = LETTER_A; letter <= LETTER_Z; letter++) {
  LOWER_CASE[letter] = letter;
  LOWER_CASE[letter & ~TO_LOWER_CASE] = letter;
}

/** The words of a half, in columns that are used again: nothing is made for a word, nor for a half. */
class Words {
  count = 0;
  /** Of the letters in lower case. */
  readonly hashes = new Int32Array(MOST_WORDS);
  /** A bit for each letter, set for a capital; the last letter has the lowest. */
  readonly capitals = new Int32Array(MOST_WORDS);
  /** The bit of the first letter. */
  readonly firsts = new Int32Array(MOST_WORDS);

  /** Gives whether all could be read. */
  read(text: string): boolean {
    this.count = 0;
    let hash = 0;
    let capitals = 0;
    let length = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      const lower = LOWER_CASE[code] as number;
      if (lower !== 0) {
        hash = (Math.imul(hash, 31) + lower) | 0;
        capitals = (capitals << 1) | (lower === code ? 0 : 1);
        length += 1;
      } else if (length > 0) {
        if (!this.add(hash, capitals, length)) return false;
        hash = 0;
        capitals = 0;
        length = 0;
      }
    }
    return this.add(hash, capitals, length);
  }

  /** Whether one of the words has this hash, but not these capitals. */
  hasOther(hash: number, capitals: number): boolean {
    for (let nth = 0; nth < this.count; nth++) {
      if (this.hashes[nth] === hash && this.capitals[nth] !== capitals) return true;
    }
    return false;
  }

  private add(hash: number, capitals: number, length: number): boolean {
    if (length < SHORTEST) return true;
    if (length > LONGEST || this.count === MOST_WORDS) return false;
    this.hashes[this.count] = hash;
    this.capitals[this.count] = capitals;
    this.firsts[this.count] = 1 << (length - 1);
    this.count += 1;
    return true;
  }
}

const english = new Words();
const translated = new Words();

/**
 * Whether a word of the translation may be a name of the English with other capitals. `false`: surely none is. The two
 * are prose.
 */
export function mayBeMiscased(target: string, source: string): boolean {
  const isOtherScript = OTHER_SCRIPT.test(target);
  // Among Latin letters, a capital in front is no sign of a name.
  if (!isOtherScript && !INNER_CAPITAL.test(source)) return false;
  return !hasAllWords(target, source) && mayDifferInCapitals(target, source, isOtherScript);
}

/** Whether the English surely has all words of a translation as they are written: most often it does. */
function hasAllWords(target: string, source: string): boolean {
  const words = target.match(WORD);
  if (words === null) return true;
  // Each is looked for in the whole English.
  if (words.length > MOST_WORDS) return false;
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth] as string;
    const start = source.indexOf(word);
    if (start === -1 || mayCling(source, start - 1) || mayCling(source, start + word.length)) return false;
  }
  return true;
}

/** Whether what stands at an offset may make words next to it a part of another one. */
function mayCling(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false;
  const code = text.charCodeAt(offset);
  return code >= FIRST_BEYOND_ASCII || code === UNDERSCORE || LOWER_CASE[code] !== 0;
}

/** Each letter is looked at once, and nothing is made. */
function mayDifferInCapitals(target: string, source: string, isOtherScript: boolean): boolean {
  if (!translated.read(target)) return true;
  if (translated.count === 0) return false;
  if (!english.read(source)) return true;
  for (let nth = 0; nth < english.count; nth++) {
    const capitals = english.capitals[nth] as number;
    const isName = capitals !== 0 && (isOtherScript || capitals !== english.firsts[nth]);
    if (isName && translated.hasOther(english.hashes[nth] as number, capitals)) return true;
  }
  return false;
}
