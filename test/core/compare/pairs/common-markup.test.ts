import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type BarePair,
  withoutCommonMarkup,
} from "../../../../server/src/core/compare/pairs/common-markup.ts";
import { Half } from "../../../../server/src/core/compare/pairs/half.ts";
import * as traits from "../../../../server/src/core/compare/pairs/traits.ts";
import { createRandom } from "../../../random.ts";

function bareOf(target: string, source: string): BarePair | undefined {
  const all = traits.traitsOfPair(traits.traitsOf(target), traits.traitsOf(source));
  return withoutCommonMarkup({ target, source }, all);
}

test("code, tags and links that both halves have are taken out, in whatever order", () => {
  const bare = bareOf("用 `b` 和 [甲](c.md)<br> (`a`)", "`a` and [A](c.md)`b`<br>");
  assert.deepEqual([bare?.target, bare?.source], ["用   和 [甲]   ( )", "  and [A]   "]);
  const left = bare?.traits ?? 0;
  const { BACKTICK, ANGLE, LINK_END, LETTER } = traits;
  assert.equal(left & traits.inEither(BACKTICK | ANGLE | LINK_END), 0);
  assert.ok((left & traits.inSource(LETTER)) !== 0);
});

test("escaped marks begin nothing, and stay", () => {
  assert.equal(bareOf("\\[甲 `a\\` \\| 乙", "\\[a `a\\` \\| b")?.target, "\\[甲   \\| 乙");
  assert.equal(bareOf("\\<甲> `a`", "\\<a> `a`"), undefined);
  assert.equal(bareOf("\\`甲 `a`", "\\`b `a`"), undefined);
});

test("nothing is taken out where halves differ or markup is not plain", () => {
  const pairs = [
    ["甲", "a"],
    ["`a`", "`b`"],
    ["`a`", "`a` `a`"],
    ["[甲](a.md)", "[a](b.md)"],
    ["``a``", "``a``"],
    ["`a", "`a"],
    ["[甲][a]", "[a][a]"],
    ["[甲]", "[a]"],
    ["![甲](a.png)", "![a](a.png)"],
    ["[[甲](a)](b)", "[[a](a)](b)"],
    ['[甲](a "b")', '[a](a "b")'],
    ["[甲](<a>)", "[a](<a>)"],
    ["[甲](a(b))", "[a](a(b))"],
    ["[甲](a) https://a.b", "[a](a) https://a.b"],
    ["<!-- a -->甲", "<!-- a -->a"],
    ["<https://a.b>甲", "<https://a.b>a"],
    ["</a b>甲", "</a b>a"],
    ["1 < 2", "1 < 2"],
  ] as const;
  for (const [target, source] of pairs) assert.equal(bareOf(target, source), undefined, target);
});

const PIECES = [
  "`a`",
  "`b c`",
  "[x](y.md)",
  "[Z](//w.x?a=b&c)",
  "<br>",
  '<a href="b">',
  "</a>",
  "\\",
  "\\[",
  "\\`",
];
const ODD = [
  "`",
  "``",
  "[",
  "]",
  "(",
  ")",
  "](",
  "<",
  ">",
  "!",
  "\n",
  " ",
  "甲",
  "A",
  "*",
  "_",
  '"',
  "www.a.b",
];

test("what is left is the prose, and what is taken out are the tokens of both halves", () => {
  const random = createRandom(7);
  const write = (): string =>
    Array.from({ length: 1 + random.below(6) }, () => random.pick(random.below(4) === 0 ? ODD : PIECES)).join(
      "",
    );
  const inkOf = (text: string): string => text.replace(/\s+/g, "");
  const tokensOf = ({ text, tokens }: Half): string[] =>
    [
      ...tokens.codeSpans.map(({ content }) => content),
      ...tokens.htmlTags.map(({ span }) => text.slice(span.start, span.end)),
      ...tokens.links.map(({ target, isImage, form }) => `${form} ${String(isImage)} ${target ?? ""}`),
    ].sort();
  let count = 0;
  for (let nth = 0; nth < 20_000; nth++) {
    const target = write();
    const source = nth % 2 === 0 ? target.split(" ").reverse().join(" ") : write();
    const bare = bareOf(target, source);
    if (bare === undefined) continue;
    count += 1;
    const [half, other] = [new Half(target), new Half(source)];
    // The prose has `( )` where a target stands, and line ends of code.
    assert.equal(inkOf(bare.target), inkOf(half.prose.replace(/\](\( *\))/g, "]")), JSON.stringify(target));
    assert.equal(inkOf(bare.source), inkOf(other.prose.replace(/\](\( *\))/g, "]")), JSON.stringify(source));
    assert.deepEqual(tokensOf(half), tokensOf(other), JSON.stringify([target, source]));
    assert.deepEqual(half.tokens.comments, []);
  }
  assert.ok(count > 1000, `${count} have plain markup`);
});
