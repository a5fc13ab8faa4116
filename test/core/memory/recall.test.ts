import assert from "node:assert/strict";
import { test } from "node:test";
import { comparable, similarity } from "../../../server/src/core/memory/comparable.ts";
import { LEAST_SIMILAR, LocaleMemory } from "../../../server/src/core/memory/locale-memory.ts";
import { checkGrowth } from "../../count-steps.ts";
import { createRandom } from "../../random.ts";

const WORDS = (
  "the a your this each station sensor hub battery light lid roof window wall settings button reading values " +
  "press hold open close mount charge wait select replace clean before after until when while with near on in " +
  "slowly again carefully five ten minutes seconds red green blinking steady signal strength temperature humidity"
).split(" ");

const random = createRandom(11);

function sentence(words: number): string {
  return Array.from({ length: words }, () => random.pick(WORDS)).join(" ");
}

function withTwoOtherWords(text: string): string {
  const words = text.split(" ");
  for (let nth = 0; nth < 2; nth += 1) words[random.below(words.length)] = random.pick(WORDS);
  return words.join(" ");
}

function remember(texts: readonly string[]): LocaleMemory {
  const memory = new LocaleMemory();
  const pairs = texts.map((english, nth) => ({ english, translation: `译${nth}`, trust: 1 as const }));
  for (let nth = 0; nth < pairs.length; nth += 50) memory.put(`${nth}.md`, pairs.slice(nth, nth + 50));
  return memory;
}

test("finds nearly all that comparing with every single text would find", () => {
  const texts = Array.from(new Set(Array.from({ length: 2500 }, () => sentence(3 + random.below(25)))));
  const memory = remember(texts);
  const compared = texts.map(comparable);
  let [there, found] = [0, 0];
  for (let nth = 0; nth < 70; nth += 1) {
    const asked = withTwoOtherWords(random.pick(texts));
    const truth = compared
      .map((text) => similarity(asked, text))
      .filter((each) => each >= LEAST_SIMILAR)
      .sort((a, b) => b - a)
      .slice(0, 3);
    const suggested = memory.findSimilar(asked, "new.md", 3);
    there += truth.length;
    found += truth.filter(
      (each, place) => (suggested[place]?.similarity ?? 0) >= Math.min(each, 0.99),
    ).length;
  }
  assert.ok(there > 50, `only ${there} to be found`);
  assert.ok(found / there >= 0.98, `${found} of ${there}`);
});

test("what repeats itself takes no more time than anything else of its length", () => {
  for (const piece of ["a", "ab", "[", "](", "`*_", " \n", "\u0301", "the the "]) {
    checkGrowth(
      (count) => piece.repeat(count),
      (text) => {
        const memory = remember([text, `${text}.`, `!${text}`]);
        memory.findSimilar(`${text}?`, "new.md", 3);
        memory.find(text, "new.md");
      },
      4000,
    );
  }
});

test("many long segments that are alike cost a bounded number of comparisons", () => {
  const texts = Array.from({ length: 150 }, () => sentence(1500));
  const memory = remember(texts);
  const asked = withTwoOtherWords(texts[7] ?? "");
  const [first] = memory.findSimilar(`x ${asked}`, "new.md", 3);
  assert.equal(first?.translation, "译7");
});
