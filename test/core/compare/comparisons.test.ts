import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findLoneBrackets, mayHaveLoneBrackets } from "../../../server/src/core/compare/wording/brackets.ts";
import { codeDifference } from "../../../server/src/core/compare/markup/code-difference.ts";
import { withoutCommonMarkup } from "../../../server/src/core/compare/pairs/common-markup.ts";
import { emptyBrackets } from "../../../server/src/core/compare/wording/empty-brackets.ts";
import { emphasisDefects } from "../../../server/src/core/compare/emphasis/emphasis.ts";
import { Half } from "../../../server/src/core/compare/pairs/half.ts";
import { miscasedNames } from "../../../server/src/core/compare/names/identifiers.ts";
import { linkDifference } from "../../../server/src/core/compare/markup/link-difference.ts";
import { loneBracket } from "../../../server/src/core/compare/wording/lone-bracket.ts";
import { mayBeMiscased } from "../../../server/src/core/compare/names/may-be-miscased.ts";
import { numberDifference } from "../../../server/src/core/compare/wording/numbers.ts";
import type { Comparison } from "../../../server/src/core/compare/pairs/pair-list.ts";
import { lostPlaceholders } from "../../../server/src/core/compare/wording/placeholders.ts";
import { leftInEnglish } from "../../../server/src/core/compare/wording/reads-as-english.ts";
import { splitNames } from "../../../server/src/core/compare/names/split-names.ts";
import { tagDifference } from "../../../server/src/core/compare/markup/tag-difference.ts";
import { traitsOf, traitsOfPair } from "../../../server/src/core/compare/pairs/traits.ts";
import { lostNames } from "../../../server/src/core/compare/names/underscored-names.ts";
import { createRandom, type Random } from "../../random.ts";

const COMPARISONS: Readonly<Record<string, Comparison<unknown>>> = {
  codeDifference,
  emphasisDefects,
  emptyBrackets,
  leftInEnglish,
  linkDifference,
  loneBracket,
  lostNames,
  lostPlaceholders,
  miscasedNames,
  numberDifference,
  splitNames,
  tagDifference,
};

/** What tells something to one of the comparisons, and what makes it mean something else. */
const PIECES = [
  ...Array.from("`<>[]()（）「」“”„«»\"'*_＊\\{}|$%&1２٣甲乙かカé 　\n.,。：-~!😀"),
  ...[
    "``",
    "<br>",
    '<a href="b">',
    "<b>",
    "</b>",
    "<tenant>",
    "&lt;",
    "&amp;",
    "](",
    "](a)",
    "[a](b)",
    '[a](b "t")',
    "[a][b]",
    "[](a)",
    "[ ](a)",
    "()",
    "\\[\\]",
  ],
  ...["![a](c)", "**", "***", "＊＊", "__", "\\*", "{name}", "%s", "100%", "12", "1,000", " 000", "1)", "a)"],
  ...[
    "Excel",
    "excel",
    "EXCEL",
    "OneDrive",
    "Onedrive",
    "API",
    "Api",
    "foo_bar",
    "foo_ bar",
    "C#",
    "c #",
    "a.Bcd",
    "a. bcd",
    "`code`",
    "and then",
    "S\\_OK",
  ],
  ...["S_OK", "S \\_ OK", "βγ"],
  ...["x64https://a.b", "https://a.b/c", "www.x.y", "http://", "://"],
];

function write(random: Random, most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(PIECES)).join("");
}

/** The text with up to three characters more, less, or of other case. */
function change(random: Random, text: string): string {
  const characters = Array.from(text);
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(characters.length + 1);
    const character = characters[at] ?? "";
    const lower = character.toLowerCase();
    const inOtherCase = lower === character ? character.toUpperCase() : lower;
    characters.splice(at, 1, random.pick(["", inOtherCase, character + random.pick(PIECES)]));
  }
  return characters.join("");
}

function* pairs(): Iterable<readonly [target: string, source: string]> {
  const random = createRandom(20);
  for (let nth = 0; nth < 8000; nth++) {
    const target = write(random, nth % 4 === 0 ? 25 : 9);
    yield [target, nth % 3 === 0 ? write(random, 9) : change(random, target)];
  }
}

/** `undefined`, or a difference that consists of empty lists. */
function saysNothing(found: unknown): boolean {
  return (
    found === undefined ||
    Object.values(found as object).every((list) => Array.isArray(list) && list.length === 0)
  );
}

describe("nothing is found in a pair that a comparison is not asked about", () => {
  for (const [name, { needs, mayFind, find }] of Object.entries(COMPARISONS)) {
    test(name, () => {
      let skipped = 0;
      let skippedBare = 0;
      for (const [target, source] of pairs()) {
        const written = { target, source };
        const traits = traitsOfPair(traitsOf(target), traitsOf(source));
        const bare = withoutCommonMarkup(written, traits);
        for (const pair of [{ ...written, traits }, ...(bare === undefined ? [] : [bare])]) {
          const mayHold = (pair.traits & needs) !== 0;
          if (mayHold && mayFind?.(pair.target, pair.source, pair.traits, written) !== false) continue;
          skipped += 1;
          if (pair === bare) skippedBare += 1;
          const found = find(new Half(target), new Half(source));
          assert.ok(saysNothing(found), JSON.stringify([target, source]));
        }
      }
      assert.ok(skipped > 1000, `${skipped} are left out`);
      assert.ok(skippedBare > 100, `${skippedBare} are left out without their markup`);
    });
  }
});

test("where brackets surely come in pairs, a closer look finds none without partner", () => {
  let paired = 0;
  for (const [text] of pairs()) {
    if (mayHaveLoneBrackets(text)) continue;
    paired += 1;
    assert.deepEqual(findLoneBrackets(text, { quotesOf: text }), [], text);
  }
  assert.ok(paired > 1000, `${paired} are paired`);
});

test("where no name is surely miscased, no word that the English lacks differs from one of it in capitals alone", () => {
  const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9]{3,}/g) ?? [];
  for (const [target, source] of pairs()) {
    const english = wordsOf(source);
    const lacked = wordsOf(target).filter((word) => !english.includes(word));
    const isDifferent = lacked.some((word) =>
      english.some(
        (other) => other !== word && /.[A-Z]/.test(other) && other.toLowerCase() === word.toLowerCase(),
      ),
    );
    if (isDifferent) assert.ok(mayBeMiscased(target, source), JSON.stringify([target, source]));
  }
  assert.ok(mayBeMiscased("使用 excel。", "Use Excel."));
  assert.ok(!mayBeMiscased("Utilisez data.", "Data is used."));
  assert.ok(mayBeMiscased("使用 web。", "Use webviews of the Web."));
  assert.ok(!mayBeMiscased("使用 Web。", "Use webviews of the Web."));
  assert.ok(mayBeMiscased("one two three ".repeat(50), "OneDrive"));
});
