import assert from "node:assert/strict";
import { test } from "node:test";
import { unpaired } from "../../../../server/src/core/rules/segment/unpaired.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const SEAM = '</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">';
const NO_SOURCE =
  'segment/unpaired: The translation `1a2b3-101` has no English half: `<span class="sxs-lookup">…` does not follow it.';
const NO_TARGET =
  'segment/unpaired: The English half `1a2b3-101` has no translation: expected `<span data-ttu-id="1a2b3-101">…</span>` before it.';
const NO_END =
  "segment/unpaired: The English half `1a2b3-101` has no end: expected `</span></span>` after the English text.";
const STRAY = "segment/unpaired: The end tag `</span>` closes nothing: no span is open here.";

test("reports a translation without its English half", () => {
  checkRule(
    unpaired,
    `[|<span data-ttu-id="1a2b3-101">|]译文。</span> ${pair("甲", "A", 102)}\n//^ ${NO_SOURCE}`,
  );
});

test("reports an English half without its translation", () => {
  checkRule(
    unpaired,
    `译文。</span><span class="sxs-lookup">[|<span data-stu-id="1a2b3-101">|]Text.</span></span>\n//^ ${NO_TARGET}`,
  );
});

test("reports an English half that does not end", () => {
  const half =
    '<span data-ttu-id="1a2b3-101">译文。</span><span class="sxs-lookup">[|<span data-stu-id="1a2b3-101">|]Text.';
  checkRule(unpaired, `${half}\n\n${pair("甲", "A", 102)}\n//^ ${NO_END}`);
});

test("reports an end tag that closes nothing", () => {
  checkRule(unpaired, `${pair("甲", "A")}[|</span>|]\n//^ ${STRAY}`);
});

test("accepts the page's own spans around and inside segments", () => {
  checkRule(unpaired, `<span class="ui">${pair("甲", "A")}</span>`);
  checkRule(unpaired, pair('<span class="ui">甲</span>', '<span class="ui">A</span>'));
});

test("accepts a span that a translation opens and the page ends", () => {
  checkRule(unpaired, `${pair('<span class="ui">甲', '<span class="ui">A')}</span>`);
});

test("accepts `<span>` as a word in either half", () => {
  checkRule(unpaired, pair("`<span>` 标记", "The `<span>` tag"));
  checkRule(unpaired, pair("`</span>` 标记", "The `</span>` tag"));
});

test("leaves pages without segments alone", () => {
  checkRule(unpaired, "Text</span>");
});

test("is silent about markup in code and in comments", () => {
  checkRule(unpaired, 'Write `<span data-ttu-id="1a2b3-101">` here.');
  checkRule(unpaired, '```html\n<span data-ttu-id="1a2b3-101">译文</span>\n```');
  checkRule(unpaired, '<!-- <span data-ttu-id="1a2b3-101">译文</span> -->');
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    unpaired,
    `# 😀 か\u3099\r\n\r\n- [|<span data-ttu-id="1a2b3-101">|]译文。</span>\r\n\n//^ ${NO_SOURCE}`,
  );
});

test("offers to remove the markup or to add an English half to fill in", () => {
  const page = '<span data-ttu-id="1a2b3-101">译文。</span>';
  checkFix(unpaired, page, "译文。");
  checkFix(
    unpaired,
    page,
    `<span data-ttu-id="1a2b3-101">译文。${SEAM}</span></span>`,
    "Add an empty English half",
  );
});

test("puts a lost start tag back where the text starts", () => {
  const english = `${SEAM}Text.</span></span>`;
  const start = '<span data-ttu-id="1a2b3-101">';
  checkFix(unpaired, `- 译文。${english}`, `- ${start}译文。${english}`);
  checkFix(unpaired, `| 甲 | 译文。${english} |`, `| 甲 | ${start}译文。${english} |`);
  checkFix(unpaired, `### <a name="x"></a>译文。${english}`, `### <a name="x"></a>${start}译文。${english}`);
  checkFix(unpaired, `[译文。${english}](x.md)`, `[${start}译文。${english}](x.md)`);
  checkFix(
    unpaired,
    `${pair("甲", "A", 100)} 译文。${english}`,
    `${pair("甲", "A", 100)} ${start}译文。${english}`,
  );
});

test("closes an English half before what follows a segment", () => {
  const half = `<span data-ttu-id="1a2b3-101">译文。${SEAM}Text.`;
  checkFix(unpaired, `${half} ${pair("甲", "A", 102)}`, `${half}</span></span> ${pair("甲", "A", 102)}`);
  checkFix(unpaired, `| ${half} | 乙 |`, `| ${half}</span></span> | 乙 |`);
  checkFix(unpaired, `${half}\r\n`, `${half}</span></span>\r\n`);
});

const ENGLISH = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Text.</span></span>';
const TARGET = '<span data-ttu-id="1a2b3-101">译文。</span>';

test("reports halves in the wrong order once, and lets them change places", () => {
  const message =
    "segment/unpaired: The English half `1a2b3-101` stands before its translation, expected it right behind.";
  const marked = ENGLISH.replace('<span data-stu-id="1a2b3-101">', "[|$&|]");
  checkRule(unpaired, `${marked} ${TARGET} ${pair("甲", "A", 102)}\n//^ ${message}`);
  checkRule(unpaired, `${pair("甲", "A", 100)} ${marked}${TARGET}\n//^ ${message}`);
  checkFix(unpaired, `- ${ENGLISH}${TARGET}`, `- ${pair("译文。", "Text.")}`);
  checkFix(unpaired, `- ${ENGLISH} ${TARGET} 乙`, `- ${pair("译文。", "Text.")} 乙`);
  checkFix(unpaired, `> ${ENGLISH}\r\n> ${TARGET}`, `> ${pair("译文。", "Text.")}`);
});

test("tells each of several pairs in the wrong order on one line", () => {
  const line = `${ENGLISH}${TARGET} ${(ENGLISH + TARGET).replaceAll("101", "102")} ${pair("甲", "A", 103)}`;
  assert.deepEqual(fixTitles(unpaired, line), [
    "Let the halves change places",
    "Let the halves change places",
  ]);
});

test("takes an English half that stands twice for one too many, not for the wrong order", () => {
  assert.deepEqual(fixTitles(unpaired, `${ENGLISH}${TARGET}${ENGLISH}`), ["Remove the English half"]);
  assert.deepEqual(fixTitles(unpaired, `${TARGET}${ENGLISH}${ENGLISH}`), ["Remove the English half"]);
});

test("removes English only when the writer says so", () => {
  for (const page of [ENGLISH, `${TARGET}${ENGLISH}${ENGLISH}`]) {
    assert.throws(() => {
      checkFix(unpaired, page, "");
    }, /no such fix; offered: Remove the English half/);
  }
  checkFix(unpaired, ENGLISH, "", "Remove the English half");
});

test("removes an end tag that closes nothing", () => {
  checkFix(unpaired, `${pair("甲", "A")}</span>`, pair("甲", "A"));
});

test("offers to remove an English half whose extent is certain", () => {
  assert.deepEqual(fixTitles(unpaired, `${SEAM}Text.</span></span>`), ["Remove the English half"]);
});
