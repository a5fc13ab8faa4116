import assert from "node:assert/strict";
import { test } from "node:test";
import {
  characterBefore,
  hasWords,
  startsWithLetter,
  startsWithMark,
  startsWithWord,
} from "../../../server/src/core/text/signs.ts";

const ALL = [
  ...Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)),
  "𠮷",
  "𝟙",
  "😀",
  "𐄀",
];

test("what ranges tell of a character is what Unicode says", () => {
  const differs = ALL.filter(
    (character) =>
      startsWithLetter(character) !== /^\p{L}/u.test(character) ||
      startsWithWord(character) !== /^[\p{L}\p{N}]/u.test(character) ||
      startsWithMark(character) !== /^[\p{P}\p{S}]/u.test(character) ||
      hasWords(character) !== /[\p{L}\p{N}]/u.test(character),
  );
  assert.deepEqual(differs, []);
});

test("the first character of a text decides", () => {
  assert.equal(startsWithLetter("a1"), true);
  assert.equal(startsWithLetter("1a"), false);
  assert.equal(startsWithWord("1-"), true);
  assert.equal(startsWithMark("，字"), true);
});

test("an empty text begins with nothing and has no words", () => {
  assert.deepEqual(
    [startsWithLetter, startsWithWord, startsWithMark, hasWords].map((asks) => asks("")),
    [false, false, false, false],
  );
});

test("words are found behind what is none", () => {
  assert.equal(hasWords("-- 、、 字"), true);
  assert.equal(hasWords("… ж"), true);
  assert.equal(hasWords("… 、—"), false);
});

test("the character before an offset has both units of one beyond U+FFFF", () => {
  assert.equal(characterBefore("a𠮷"), "𠮷");
  assert.equal(characterBefore("𠮷b"), "b");
  assert.equal(characterBefore("𠮷b", 2), "𠮷");
  assert.equal(characterBefore("ab", 1), "a");
  assert.equal(characterBefore("ab", 0), "");
});
