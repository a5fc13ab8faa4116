import assert from "node:assert/strict";
import { test } from "node:test";
import { corruptMarkup } from "../../../../server/src/core/rules/segment/corrupt-markup.ts";
import { scanSegments } from "../../../../server/src/core/segments/scan-segments.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const GOOD = pair("译文。", "Text.");
const START = '<span data-ttu-id="1a2b3-101">';

function message(expected: string, found: string): string {
  return `segment/corrupt-markup: Damaged markup of segment \`1a2b3-101\`: expected \`${expected}\`, found \`${found}\`.`;
}

test("reports `&quot;` in place of quotation marks, once for a segment", () => {
  const tag = "<span data-ttu-id=&quot;1a2b3-101&quot;>";
  const page = GOOD.replaceAll('"', "&quot;").replace(tag, `[|${tag}|]`);
  checkRule(corruptMarkup, `${page}\n//^ ${message(START, tag)}`);
});

test("reads typographic, single and missing quotation marks, blanks, capitals", () => {
  for (const tag of [
    "<span data-ttu-id=“1a2b3-101”>",
    "<span data-ttu-id='1a2b3-101'>",
    "<span data-ttu-id=1a2b3-101>",
    '<span data-ttu-id="1a2b3-101>',
    '<span  data-ttu-id = "1a2b3-101" >',
    '<SPAN DATA-TTU-ID="1a2b3-101">',
  ]) {
    const page = GOOD.replace(START, `[|${tag}|]`);
    checkRule(corruptMarkup, `${page}\n//^ ${message(START, tag)}`);
    checkFix(corruptMarkup, page.replace("[|", "").replace("|]", ""), GOOD);
  }
});

test("reads tags with lost letters and brackets", () => {
  for (const [from, to] of [
    [START, '<span data-ttu-id="1a2b3-101"'],
    [START, 'span data-ttu-id="1a2b3-101">'],
    [START, '<span data-tu-id="1a2b3-101">'],
    [START, "<span>"],
    ['</span><span class="sxs-lookup">', '<span class="sxs-lookup">'],
    ['<span class="sxs-lookup">', ""],
    ['<span class="sxs-lookup">', '<span class="sxs-lokup">'],
    ['<span data-stu-id="1a2b3-101">', '<span data-stu-id="">'],
    ['<span data-stu-id="1a2b3-101">', ""],
    ["</span></span>", "</span>"],
    ["</span></span>", "</span></spa>"],
    ["</span></span>", "</span/span>"],
  ] as const) {
    checkFix(
      corruptMarkup,
      `甲 ${GOOD.replace(from, to)} ${pair("乙", "B", 102)}`,
      `甲 ${GOOD} ${pair("乙", "B", 102)}`,
    );
  }
});

test("repairs a whole stretch that was taken for one attribute value, code included", () => {
  const after = `## <a name="format"></a>${GOOD}\n\n\`\`\`html\n<b class="x">\nf("y");\n\`\`\`\n`;
  const before = after.replaceAll('"', "&quot;").replace("=&quot;", '="').replace("y&quot;", 'y"');
  const { problems } = scanSegments(before, 0);
  assert.equal(problems.length, 3, "the anchor, the segment, the code");
  assert.equal(
    applyEdits(
      before,
      problems.flatMap(({ repairs }) => repairs[0]?.edits ?? []),
    ),
    after,
  );
  assert.ok(problems.every((problem) => problem.holdsInCode && problem.repairs[0]?.isSafe));
});

test("reports an anchor that has lost its quotation marks", () => {
  const lost =
    'segment/corrupt-markup: Expected a quotation mark `"`, found `&quot;`, 2 times from here on. Markup and code do not work with it.';
  const page = `## <a name=[|&quot;|]set-up&quot;></a>${GOOD}\n`;
  checkRule(corruptMarkup, `${page}//^ ${lost}`);
  checkFix(corruptMarkup, page.replace("[|", "").replace("|]", ""), `## <a name="set-up"></a>${GOOD}\n`);
});

test("accepts `&quot;` in prose and in attribute values", () => {
  checkRule(corruptMarkup, `选择 &quot;确定&quot;。${GOOD}`);
  checkRule(corruptMarkup, ':::image source="a.png" alt-text="&quot;确定&quot; 按钮":::');
  checkRule(corruptMarkup, '<img src="a.png" alt="&quot;OK&quot;" title="x &quot;y&quot; z">');
  checkRule(corruptMarkup, pair("`&quot;`", "`&quot;`"));
});

test("accepts a segment as the pipeline writes it, next to spans of the page", () => {
  checkRule(corruptMarkup, `<span class="ui">${GOOD}</span> ${pair("`<span>`", "`<span>`", 102)}`);
});

test("is silent about markup in code", () => {
  checkRule(
    corruptMarkup,
    "Never write `<span data-ttu-id=&quot;1a2b3-101&quot;>` or `<a name=&quot;x&quot;>`.",
  );
  checkRule(corruptMarkup, `\`\`\`\n${GOOD.replaceAll('"', "'")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  const tag = "<span data-ttu-id='1a2b3-101'>";
  const page = `か\u3099 😀\r\n\r\n> ${pair("😀。", "Text.").replace(START, `[|${tag}|]`)}\r\n`;
  checkRule(corruptMarkup, `${page}\n//^ ${message(START, tag)}`);
});

test("does not drop a writer's attribute unasked", () => {
  const page = GOOD.replace(START, '<span data-ttu-id="1a2b3-101" lang="zh">');
  checkFix(corruptMarkup, page, GOOD);
  assert.equal(scanSegments(page, 0).problems[0]?.repairs[0]?.isSafe, false);
});

const SEAM = '</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">';

test("reports a line break between the halves, and puts them on one line", () => {
  const says =
    "segment/corrupt-markup: Damaged markup of segment `1a2b3-101`: expected the English half right behind the translation, found a line break.";
  const next = pair("甲", "A", 102);
  for (const gap of ["\n", "\r\n", " \n  ", "\n> "]) {
    const seam = SEAM.replace("</span>", `</span>${gap}`);
    const page = `> ${GOOD.replace(SEAM, seam)} ${next}`;
    checkRule(corruptMarkup, `> ${GOOD.replace(SEAM, `[|${seam}|]`)} ${next}\n//^ ${says}`);
    checkFix(corruptMarkup, page, `> ${GOOD} ${next}`);
  }
});

test("takes a line break inside a seam or between end tags out of the markup", () => {
  checkFix(corruptMarkup, GOOD.replace("<span data-stu", "\n<span data-stu"), GOOD);
  checkFix(corruptMarkup, GOOD.replace("</span></span>", "</span>\r\n</span>"), GOOD);
  checkRule(
    corruptMarkup,
    `${GOOD.replace("</span></span>", "[|</span>\n</span>|]")}\n//^ ${message("</span></span>", "</span>⏎</span>")}`,
  );
});

test("leaves the end tags of a pair to it when another English half follows", () => {
  checkRule(corruptMarkup, `${GOOD}${SEAM.slice("</span>".length)}Text.</span></span>`);
  checkRule(corruptMarkup, `${GOOD}\n${SEAM.slice("</span>".length)}Text.</span></span>`);
});

test("reads a tag that is written twice in a row as one", () => {
  for (const tag of ['<span class="sxs-lookup">', '<span data-stu-id="1a2b3-101">']) {
    checkFix(corruptMarkup, GOOD.replace(tag, tag + tag), GOOD);
    checkFix(corruptMarkup, GOOD.replace(tag, `${tag} ${tag}`), GOOD);
  }
});

test("does not drop words between two tags unasked, but drops a stray sign", () => {
  const page = GOOD.replace("<span data-stu", "abc<span data-stu");
  assert.throws(() => {
    checkFix(corruptMarkup, page, GOOD);
  }, /no such fix/);
  checkFix(corruptMarkup, page, GOOD, "Repair the markup of segment `1a2b3-101`");
  checkFix(corruptMarkup, GOOD.replace("<span data-stu", "><span data-stu"), GOOD);
});

test("reports what a translation tool left behind, with or without English", () => {
  const left = (mark: string): string =>
    `segment/corrupt-markup: \`${mark}\` is left over from a translation tool.`;
  checkRule(
    corruptMarkup,
    `## ${pair("[|{1&gt;Métodos&lt;1}|]", "Methods")}
//^ ${left("{1&gt;")}

- [|<bpt id="p1">**</bpt>|]Ort[|<ept id="p1">**</ept>|]
//^ ${left('<bpt id="p1">')}
//^ ${left('<ept id="p1">')}
`,
  );
  for (const [broken, whole] of [
    ["{1&gt;{2&gt;Métodos&lt;2}&lt;1}", "Métodos"],
    ["{1>a<1} b", "a b"],
    ['<ph id="ph1">`a`</ph> b', "`a` b"],
    ["[! OP. NO-LOC (Skylark)] b", "Skylark b"],
    ["![[!OP. NO-LOC(Skylark)] b](c.png)", "![Skylark b](c.png)"],
  ] as const)
    checkFix(corruptMarkup, pair(broken, "Methods"), pair(whole, "Methods"));
  checkRule(
    corruptMarkup,
    `---\ntitle: '[|<ph id="ph1">a</ph>|] b'\n---\n//^ ${left('<ph id="ph1">')}\n\n${pair("a", "A")}`,
  );
  checkRule(corruptMarkup, `<td>\n[|<bpt id="1">*</bpt>|]b\n</td>\n//^ ${left('<bpt id="1">')}\n`);
  checkRule(corruptMarkup, `[[|<ph id="1">a</ph>|] b](c.md)\n//^ ${left('<ph id="1">')}\n`);
});

test("accepts marks of translation tools in code, in the English half and where that has them", () => {
  checkRule(corruptMarkup, pair("Isto.", "{1&gt;This&lt;1}."));
  checkRule(corruptMarkup, pair("{1&gt;a&lt;1} b", "{1&gt;a&lt;1} c"));
  checkRule(corruptMarkup, pair("[!OP.NO-LOC(Skylark)] b", "[!OP.NO-LOC(Skylark)] c"));
  checkRule(corruptMarkup, '`{1>a<1}` {1 > 2}\n\n```xml\n<bpt id="1">a</bpt>\n```\n');
});

test("reports names that were kept from being translated, where the build does not know the mark again", () => {
  const page = (body: string) => `---\nno-loc:\n- Skylark\n---\n${body}\n`;
  for (const [damaged, sound] of [
    ["![Agent::: no-Loc (Skylark)::: e](a.png)", "![Agent Skylark e](a.png)"],
    ["[![::: NO-LOC (Skylark) ::: a](a.png)](a.png)", "[![Skylark a](a.png)](a.png)"],
    ["![::: no-loc (Skylark):::App ist](a.png)", "![Skylark App ist](a.png)"],
    ["![Die::: no-loc (Skylark):::Übung](a.png)", "![Die Skylark Übung](a.png)"],
    ["![::: no-loc (Skylark):::s App](a.png)", "![Skylarks App](a.png)"],
    ["![को::: no-loc (Skylark)::: e](a.png)", "![को Skylark e](a.png)"],
    ["![re\u0301::: no-loc (Skylark)::: e](a.png)", "![re\u0301 Skylark e](a.png)"],
    ["![::: no-loc (Skylark):::를](a.png)", "![Skylark를](a.png)"],
    ["# \\::: No-Loc ( <skylark> ):: 😀", "# \\<skylark> 😀"],
  ] as const)
    checkFix(corruptMarkup, page(damaged), page(sound));
  checkRule(
    corruptMarkup,
    page(
      "[|::: no-Loc (Skylark):::|]\n//^ segment/corrupt-markup: `::: no-Loc (Skylark):::` is left over from a translation tool.",
    ),
  );
  checkRule(corruptMarkup, page(":::no-loc(Skylark)::: `::: no-Loc (Skylark):::`\n\n::: moniker-end"));
  checkRule(corruptMarkup, page(pair("::: no-Loc (Skylark)::: a", "::: no-Loc (Skylark)::: b")));
});

test("reports marks in whose place a translation tool put nothing back, a run of them once", () => {
  const left = (mark: string): string =>
    `//^ segment/corrupt-markup: \`${mark}\` is left over from a translation tool, in place of what the English has.`;
  checkRule(
    corruptMarkup,
    `${pair("[|@No__t-0|] denetimi 😀 ve [|@no__t 1|]", "The `start` and `stop` controls")}\r
${left("@No__t-0")}\r
${left("@no__t 1")}\r
\r
&nbsp; [|@ no__t-1 @ no__t @ @ no__t-4|][**a**](a.md)\r
${left("@ no__t-1")}\r
`,
  );
  checkRule(corruptMarkup, `---\ntitle: start [|( # A1|] - Skylark\n---\n${left("( # A1")}\n\na\n`);
  checkRule(corruptMarkup, `[start [|( # B1|] 函数](a.md)\n${left("( # B1")}\n`);
  checkRule(corruptMarkup, pair("`@no__t-0` ( # A1B2C3) ( # E6A5C8) `( # A1`", "a"));
  checkRule(corruptMarkup, pair("@no__t-0 a", "@no__t-0 b"));
  checkRule(corruptMarkup, "```c\nint @no__t = f( # A1\n```\n\nno__type @name\n");
});

test("writes `()` again where the English has as many as marks stand for them", () => {
  for (const [broken, whole, english] of [
    ["今天 ( # B1 ", "今天()", "today()"],
    ["start() 和 **stop ( # A2 **", "start() 和 **stop()**", "start() and **stop()**"],
    ["使用start( # A1函数", "使用start()函数", "Use the start() function"],
  ] as const)
    checkFix(corruptMarkup, pair(broken, english), pair(whole, english));
  for (const [broken, english] of [
    ["start ( # A1 和 stop()", "start and stop()"],
    ["启动 ( # A1", "Start (now)"],
  ] as const)
    assert.throws(() => {
      checkFix(corruptMarkup, pair(broken, english), "");
    }, /no such fix/);
});

test("takes what kept a name from being translated out of the names of headings", () => {
  const page = (anchor: string) =>
    `---\nno-loc:\n- Sky Agent\n- ":::no-loc(C#):::"\n---\n# <a name="${anchor}"></a>启动\n`;
  for (const [damaged, sound] of [
    ["start-opno-locskylark", "start-skylark"],
    ["no-locsky-agent-and-opno-locc", "sky-agent-and-c"],
    ["use-no-locc-at-no-location", "use-c-at-no-location"],
  ] as const)
    checkFix(corruptMarkup, page(damaged), page(sound));
  checkRule(
    corruptMarkup,
    '---\nno-loc: [Skylark]\n---\n## <a name="[|a-no-locskylark|]"></a>启动\n//^ segment/corrupt-markup: `no-loc` in `a-no-locskylark` is left over from a translation tool, and links lead to `a-skylark`.',
  );
  checkRule(corruptMarkup, page("no-location-found-no-loc"));
  checkRule(corruptMarkup, '# <a name="start-opno-locskylark"></a>启动\n');
});
