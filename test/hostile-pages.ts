import { sourceHashOf } from "../server/src/core/source/hash.ts";
import type { PageWithEnglish } from "./check.ts";

/**
 * Halves so long that a page of 4 MB has fewer than 9,899 pairs of them: there are no more ids (of three or four digits,
 * from 101), so that a larger page would be made of something else, ids that no rule accepts.
 */
const [LONG_TARGET, LONG_SOURCE] = ["甲".repeat(50), "Some text. ".repeat(15)];

/**
 * Small constructs that drive a checker into work that grows faster than the page: each makes a page of `count` pieces.
 * For tests that count steps, and for `npm run bench`, which measures times.
 */
export const hostilePages: Readonly<Record<string, (count: number) => string | PageWithEnglish>> = {
  "header: entries broken by colons": (count) => header(repeat(count, (nth) => `k${nth}: b: c\n`)),
  "header: entries that do not end": (count) => header(repeat(count, (nth) => `k${nth}: [\n`)),
  "header: misspelt keys": (count) => header(repeat(count, () => "titel: x\n")),
  "header: keys that stand twice": (count) => header(repeat(count, () => "title: x\n")),
  "header: not closed": (count) => `---\n${repeat(count, () => "a: b\n")}`,
  "header: aliases of aliases": (count) =>
    header(`a: &x0 b\n${repeat(count, (nth) => `k${nth}: &x${nth + 1} [*x${nth}, *x${nth}]\n`)}`),
  "header: one huge key": (count) => header(`${"key".repeat(count * 50)}: x\n`),
  "header: one value on many lines": (count) => header(`a: b\n${"  c\n".repeat(count)}`),
  "header: brackets in brackets": (count) => header(`a: ${"[".repeat(count)}${"]".repeat(count)}\n`),
  "header: open brackets": (count) => header(`a: ${"[".repeat(count)}\n`),

  "links: open brackets": (count) => "[".repeat(count),
  "links: texts without targets": (count) => "[](".repeat(count),
  "links: targets in targets": (count) => "[a](b(".repeat(count),
  "links: titles without end": (count) => '[a](b "y'.repeat(count),
  "links: undefined references on one line": (count) => repeat(count, (nth) => `[a][b${nth}] `),
  "links: definitions that nobody uses": (count) => repeat(count, (nth) => `[a${nth}]: b${nth}.md\n`),
  "links: definitions of one label": (count) => "[a]: b.md\n".repeat(count),
  "links: one definition that all use": (count) => `${"[a][b] [b] ".repeat(count)}\n\n[b]: c.md\n`,
  "links: labels that are like others": (count) =>
    repeat(count, (nth) => `[a][b${nth}x]\n\n`) + repeat(count, (nth) => `[b${nth}y]: c.md\n`),
  "links: footnotes": (count) => repeat(count, (nth) => `a[^${nth}]\n\n[^${nth}]: b\n\n`),
  "links: addresses in angle brackets": (count) => "<https://a.b> <a@b.c> ".repeat(count),
  "links: files that are not there": (count) => repeat(count, (nth) => `[a](p${nth}/b${nth}.md)\n`),
  "links: bookmarks that are not there": (count) => repeat(count, (nth) => `# h${nth}\n[a](#h${nth}x)\n`),
  "links: a long bookmark and a long heading": (count) =>
    `# ${"a".repeat(count)}\n[a](#${"a".repeat(count)}b)\n`,
  "links: locales in addresses": (count) => "[a](https://docs.microsoft.com/en-us/a) ".repeat(count),
  "links: bare addresses": (count) => "http://docs.microsoft.com/en-us/( ".repeat(count),

  "blocks: equal headings": (count) => "# [a](#b)\n\n".repeat(count),
  "blocks: anchors in one heading": (count) =>
    `# ${repeat(count, (nth) => `<a id="a${nth}"></a>`)}a\n[a](#b)\n`,
  "blocks: quotations on one line": (count) => "> ".repeat(count),
  "blocks: items on one line": (count) => "- ".repeat(count),
  "blocks: table rows": (count) => `| a | b |\n|---|---|\n${"| a | b | c\n".repeat(count)}`,
  "blocks: cells in one row": (count) => `${"| a ".repeat(count)}\n${"|---".repeat(count)}\n`,
  "blocks: fences that do not end": (count) => "```\na\n~~~`\n".repeat(count),
  "blocks: alerts": (count) => "> [!NOTE]\n> a\n\n".repeat(count),
  "blocks: directives and links in one paragraph": (count) =>
    ':::image source="a.png" alt-text="b":::\n[a](b)\n'.repeat(count),
  "blocks: includes": (count) => "[!INCLUDE [a](b.md)]\n".repeat(count),

  "blocks: zones in zones": (count) => '::: zone pivot="a"\n\n'.repeat(count),
  "blocks: tabs": (count) => repeat(count, (nth) => `# [a](#tab/b${nth})\n\na\n\n`),
  "blocks: anchors on their own": (count) => repeat(count, (nth) => `<a id="a${nth}"></a>\n\n`),
  "blocks: a line without blanks": (count) => "甲a".repeat(count),
  "blocks: quotations and items on one line": (count) => "> - ".repeat(count),
  "blocks: quotations and items in each other": (count) =>
    repeat(count, (nth) => `${"> - ".repeat(nth % 30)}a\n`),
  "blocks: quotations in quotations": (count) => repeat(count, (nth) => `${"> ".repeat(nth % 60)}a\n`),
  "blocks: items in items": (count) => repeat(count, (nth) => `${"  ".repeat(nth % 60)}- a\n`),
  "blocks: lines that may be headings": (count) => "a\n".repeat(count) + "===\n",
  "blocks: HTML that does not end": (count) => "<div>\n<!-- a\n<?php\n<![CDATA[\n".repeat(count),

  "links: brackets in brackets": (count) => "[".repeat(count) + "a" + "](b)".repeat(count),
  "links: pictures in pictures": (count) => "![".repeat(count) + "a" + "](b)".repeat(count),
  "links: definitions on two lines": (count) => repeat(count, (nth) => `[a${nth}]:\n<b${nth}.md>\n"c\n`),
  "links: addresses in angle brackets that do not end": (count) => "<https://a".repeat(count),

  "inline: backticks": (count) => repeat(count, (nth) => `${"`".repeat((nth % 40) + 1)} `),
  "inline: emphasis that does not end": (count) => "**a *b _c ".repeat(count),
  "inline: tags that do not end": (count) => '<a b="c" '.repeat(count),
  "inline: comments that do not end": (count) => "<!-- -".repeat(count),
  "inline: suppressions": (count) => "<!-- lockstep-disable link/backslash -->\n[a](b\\c)\n".repeat(count),
  "inline: findings on one line, turned off": (count) =>
    `<!-- lockstep-disable link/insecure-link -->\n${"[a](http://docs.microsoft.com/a) ".repeat(count)}`,
  "inline: findings on one line, turned off for it": (count) =>
    `<!-- lockstep-disable-next-line link/insecure-link -->\n${"[a](http://docs.microsoft.com/a) ".repeat(count)}`,
  "inline: suppressions on one line": (count) =>
    `${"<!-- lockstep-disable-next-line link/insecure-link --> ".repeat(count)}\n[a](http://docs.microsoft.com/a)`,
  "inline: rules off and on": (count) =>
    "<!-- lockstep-disable -->\n[a](b\\c)\n<!-- lockstep-enable -->\n".repeat(count),
  "inline: entities": (count) => "&amp;&#x41;&a".repeat(count),
  "inline: backslashes": (count) => "\\\\[".repeat(count),
  "inline: attributes": (count) => `<a${' b="c" d'.repeat(count)}>`,
  "inline: right to left": (count) => "\u200fא \u202e".repeat(count),
  "inline: one letter and its marks": (count) => `e${"\u0301".repeat(count)}`,
  "inline: combined characters": (count) => "👩‍👩‍👧é".repeat(count),

  "segments: start tags": (count) => '<span data-ttu-id="1a2b3-101">'.repeat(count),
  "segments: target halves that do not end": (count) =>
    repeat(count, (nth) => `<span data-ttu-id="1a2b3-${nth}">甲\n\n`),
  "segments: English halves that do not end": (count) =>
    repeat(
      count,
      (nth) => `${target("甲", nth)}<span class="sxs-lookup"><span data-stu-id="1a2b3-${nth}">A\n`,
    ),
  "segments: end tags": (count) => "</span>".repeat(count),
  "segments: damaged tags": (count) =>
    repeat(count, (nth) => pair(LONG_TARGET, LONG_SOURCE, nth)).replaceAll("data-ttu-id", "data-ttu -id"),
  "segments: inside a segment": (count) =>
    '<span data-ttu-id="1a2b3-1">甲'.repeat(count) + "</span>".repeat(count),
  "segments: attributes without tags": (count) => "ttu-id sxs-lookup ".repeat(count),
  "segments: in code": (count) => repeat(count, (nth) => `\`${pair(LONG_TARGET, LONG_SOURCE, nth)}\` `),
  "segments: in headings with anchors": (count) =>
    repeat(count, (nth) => `## <a name="a${nth}"></a>${pair("甲", LONG_SOURCE, nth)}\n[a](#b${nth})\n`),
  "segments: in segments": (count) =>
    repeat(count, (nth) => openTarget(nth)) +
    repeat(count, (nth) => `甲</span>${english("A", count - nth - 1)}`),
  "segments: a long one in many": (count) =>
    repeat(count, (nth) => `${openTarget(nth)}甲`) +
    pair("甲".repeat(count * 40), "A", count) +
    repeat(count, (nth) => `</span>${english("A", count - nth - 1)}`),
  "segments: halves far from each other": (count) =>
    repeat(count, (nth) => `${target("甲", nth)}\n\n`) + repeat(count, (nth) => `${english("A", nth)}\n\n`),
  "segments: in one table row": (count) =>
    `${repeat(count, (nth) => `|${pair(LONG_TARGET, LONG_SOURCE, nth)}`)}\n|---|\n`,
  "segments: halves in the wrong order": (count) =>
    repeat(count, (nth) => `${english(LONG_SOURCE, nth)}${target(LONG_TARGET, nth)} `),
  "segments: halves on two lines": (count) =>
    repeat(count, (nth) => `${target(LONG_TARGET, nth)}\n${english(LONG_SOURCE, nth)} `),
  "segments: tags with entities": (count) =>
    repeat(count, (nth) => pair(LONG_TARGET, LONG_SOURCE, nth)).replaceAll('"', "&quot;"),
  "segments: ids of too many digits": (count) => repeat(count, (nth) => `${pair("甲", "A", 10_000 + nth)} `),
  "segments: one id for all": (count) => repeat(count, () => `${pair("甲", "A", 1)}\n\n`),
  "segments: ids that fall": (count) =>
    repeat(count, (nth) => `${pair(LONG_TARGET, LONG_SOURCE, count - nth)}\n\n`),
  "segments: nothing translated": (count) =>
    repeat(count, (nth) => `${pair(LONG_SOURCE, LONG_SOURCE, nth)} `),

  "half: other links": (count) => pair("[甲](b) ".repeat(count), "[a](c) ".repeat(count), 1),
  "half: other references": (count) => pair("[a][b] ".repeat(count), "[a][c] ".repeat(count), 1),
  "half: other code": (count) => pair("`甲` ".repeat(count), "`b` ".repeat(count), 1),
  "half: other placeholders": (count) =>
    pair(
      repeat(count, (nth) => `{甲${nth}} `),
      repeat(count, (nth) => `{b${nth}} `),
      1,
    ),
  "half: other numbers": (count) =>
    pair(
      repeat(count, (nth) => `甲${nth}1 `),
      repeat(count, (nth) => `a ${nth}2 `),
      1,
    ),
  "half: links in another order": (count) =>
    pair(
      repeat(count, (nth) => `[甲](b${nth}) `),
      repeat(count, (nth) => `[a](b${count - nth}) `),
      1,
    ),
  "half: code in another order": (count) =>
    pair(
      repeat(count, (nth) => `\`b${nth}\` `),
      repeat(count, (nth) => `\`b${count - nth}\` `),
      1,
    ),
  "half: other tags": (count) => pair("<b>甲 ".repeat(count), "<i>a ".repeat(count), 1),
  "half: brackets that do not pair": (count) => pair("（甲".repeat(count), "(a ".repeat(count), 1),
  "half: quotation marks that do not pair": (count) => pair("„甲".repeat(count), '"a ', 1),
  "half: marks that a translation tool left": (count) =>
    pair("甲 ( # A1 ".repeat(count), "a() ".repeat(count), 1),
  "half: links that are gone": (count) => pair("甲 ".repeat(count), "[a](b) ".repeat(count), 1),
  "half: links that have come apart": (count) => pair("[甲] (b) ".repeat(count), "[a](b) ".repeat(count), 1),
  "half: links without text": (count) => pair("[](b) ".repeat(count), "[a](c) ".repeat(count), 1),
  "half: one name of many parts": (count) => pair(`Abc${". d".repeat(count)}`, `Abc${".d".repeat(count)}`, 1),
  "half: one name of many underscores": (count) =>
    pair(`甲${"_甲".repeat(count)}`, `Abc_${"Defg".repeat(count)}`, 1),
  "half: pictures for links": (count) => pair("![甲](b) ".repeat(count), "[a](b) ".repeat(count), 1),
  "half: link texts without links": (count) =>
    pair(
      repeat(count, (nth) => `甲 name${nth} `),
      repeat(count, (nth) => `[name${nth}](b) `),
      1,
    ),
  "half: code that is gone": (count) => pair("甲 ".repeat(count), "`b` ".repeat(count), 1),
  "half: code without backticks": (count) =>
    pair(
      repeat(count, (nth) => `甲 name${nth} `),
      repeat(count, (nth) => `\`name${nth}\` `),
      1,
    ),
  "half: tags that are gone": (count) => pair("甲 ".repeat(count), "a<br> ".repeat(count), 1),
  "half: tags of full width": (count) => pair("甲＜br＞ ".repeat(count), "a<br> ".repeat(count), 1),
  "half: placeholders in angle brackets": (count) =>
    pair(
      repeat(count, (nth) => `&lt;甲${nth}> `),
      repeat(count, (nth) => `\\<b-${nth}> `),
      1,
    ),
  "half: numbers that are gone": (count) =>
    pair(
      "甲 ".repeat(count),
      repeat(count, (nth) => `a ${nth}2 `),
      1,
    ),
  "half: broken emphasis": (count) => pair("** 甲".repeat(count), "**a** ".repeat(count), 1),
  "half: emphasis with quotation marks": (count) =>
    pair("“**甲”** ".repeat(count), "**a** ".repeat(count), 1),
  "half: names in other case": (count) =>
    pair(
      repeat(count, (nth) => `甲 FooBar${nth} `),
      repeat(count, (nth) => `a foobar${nth} Foobar${nth} `),
      1,
    ),

  "English: paragraphs": (count) =>
    madeFrom(
      repeat(count, (nth) => `甲 ${nth}。\n\n`),
      repeat(count, (nth) => `A ${nth}.\n\n`),
    ),
  "English: one paragraph with more sentences": (count) =>
    madeFrom("甲。".repeat(count), "A word. And e.g. U.S. ".repeat(count)),
  "English: cells in one row": (count) =>
    madeFrom(
      `${"| a ".repeat(count)}\n${"|---".repeat(count)}\n${repeat(count, (nth) => `| 甲 ${nth} `)}\n`,
      `${"| a ".repeat(count)}\n${"|---".repeat(count)}\n${repeat(count, (nth) => `| A ${nth} `)}\n`,
    ),
  "English: table rows that are gone": (count) =>
    madeFrom(
      `| a |\n|---|\n${repeat(count, (nth) => `| 甲 \`x${nth}\` |\n`)}`,
      `| a |\n|---|\n${repeat(count + 5, (nth) => `| A \`x${nth}\` |\n`)}`,
    ),
  "English: headings that are gone": (count) =>
    madeFrom(
      repeat(count, (nth) => (nth % 3 === 0 ? "" : `## 甲 ${nth}\n\n`)),
      repeat(count, (nth) => `${"#".repeat(1 + (nth % 6))} A ${nth}\n\n`),
    ),
  "English: bookmarks of headings": (count) =>
    madeFrom(
      repeat(count, (nth) => `# 甲${nth}\n[甲](#a${nth}x)\n`),
      repeat(count, (nth) => `# a${nth}\n[a](#a${nth})\n`),
    ),
  "English: items on other levels": (count) =>
    madeFrom(
      repeat(count, (nth) => `${"  ".repeat(nth % 5)}- 甲 ${nth}\n`),
      repeat(count, (nth) => `${"  ".repeat(nth % 7)}- A ${nth}\n`),
    ),
  "English: code in another order": (count) =>
    madeFrom(
      repeat(count, (nth) => `\`\`\`\na${nth}\n\`\`\`\n\n`),
      repeat(count, (nth) => `\`\`\`\na${count - nth}\n\`\`\`\n\n`),
    ),
  "English: pictures in another order": (count) =>
    madeFrom(
      repeat(count, (nth) => `![甲](a${nth}.png)\n\n`),
      repeat(count, (nth) => `![A](a${count - nth}.png)\n\n`),
    ),
  "English: segments that are new": (count) =>
    withEnglish(
      pair("甲", "A.", 1),
      repeat(count, (nth) => `A ${nth}.\n\n`),
    ),
  "English: segments in another order": (count) =>
    withEnglish(
      repeat(count, (nth) => `${pair(LONG_TARGET, `Word ${nth}. ${LONG_SOURCE}`, nth)}\n\n`),
      repeat(count, (nth) => `Word ${count - nth}. ${LONG_SOURCE}\n\n`),
    ),
  "English: segments that are like all others": (count) =>
    withEnglish(
      repeat(count, (nth) => `${pair(LONG_TARGET, `The page ${nth} of the book is here now.`, nth)}\n\n`),
      repeat(count, (nth) => `The page ${nth * 3} of a book was there now.\n\n`),
    ),
};

function header(yaml: string): string {
  return `---\n${yaml}---\n# A\n`;
}

function repeat(count: number, piece: (nth: number) => string): string {
  return Array.from({ length: count }, (_, nth) => piece(nth)).join("");
}

/** With the header of a translation, which names its English: without it, nobody compares the two. */
function madeFrom(text: string, english: string): PageWithEnglish {
  const hash = sourceHashOf(english);
  return withEnglish(`---\nms.contentlocale: zh-cn\nms.openlocfilehash: ${hash}\n---\n\n${text}`, english);
}

function withEnglish(text: string, english: string): PageWithEnglish {
  return { text, english, length: text.length + english.length };
}

function pair(translation: string, source: string, nth: number): string {
  return target(translation, nth) + english(source, nth);
}

function target(translation: string, nth: number): string {
  return `${openTarget(nth)}${translation}</span>`;
}

function openTarget(nth: number): string {
  return `<span data-ttu-id="1a2b3-${101 + nth}">`;
}

function english(source: string, nth: number): string {
  return `<span class="sxs-lookup"><span data-stu-id="1a2b3-${101 + nth}">${source}</span></span>`;
}
