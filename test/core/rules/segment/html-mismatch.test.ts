import { test } from "node:test";
import { htmlMismatch } from "../../../../server/src/core/rules/segment/html-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/html-mismatch";

test("reports a tag that is lost", () => {
  checkRule(
    htmlMismatch,
    `${pair("[|<sup>2 脚注|]", "<sup>2</sup> note")}
//^ ${ID}: Tag \`</sup>\` of the English is missing in the translation.`,
  );
});

test("reports several at once", () => {
  checkRule(
    htmlMismatch,
    `${pair("[|2 脚注|]", "<sup>2</sup> note")}
//^ ${ID}: Tags \`<sup>\`, \`</sup>\` of the English are missing in the translation.`,
  );
});

test("reports a tag that is added", () => {
  checkRule(
    htmlMismatch,
    `${pair("甲[|<br>|]乙", "A B")}
//^ ${ID}: Tag \`<br>\` is not in the English.`,
  );
});

test("accepts another spelling of a tag, and its order", () => {
  checkRule(htmlMismatch, pair("甲<br/>乙<BR />", "A<br>B<br>"));
});

test("accepts emphasis that gives way to quotation marks", () => {
  checkRule(htmlMismatch, pair("选择“保存”。", "Choose <strong>Save</strong>."));
});

test("accepts that the translation closes what the English leaves open", () => {
  checkRule(htmlMismatch, pair('<kbd id="1">甲</kbd>', '<kbd id="1">A'));
});

test("leaves links and pictures to the rule for links", () => {
  checkRule(htmlMismatch, pair("甲", '<a href="a.md">A</a>'));
});

test("is silent about tags in code", () => {
  checkRule(htmlMismatch, pair("键入 `<br>`", "Type it"));
  checkRule(htmlMismatch, `\`\`\`\n${pair("甲", "A<br>")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    htmlMismatch,
    `か\u3099 😀\r\n\r\n${pair("😀 が[|<br>|]", "A")}\r\n
//^ ${ID}: Tag \`<br>\` is not in the English.`,
  );
});

test("puts a tag back at the end or the beginning, and removes an added one", () => {
  checkFix(htmlMismatch, pair("甲", "A<br>"), pair("甲<br>", "A<br>"));
  checkFix(htmlMismatch, pair("甲</sup>", "<sup>A</sup>"), pair("<sup>甲</sup>", "<sup>A</sup>"));
  checkFix(htmlMismatch, pair("甲<br>乙", "A B"), pair("甲乙", "A B"), "Remove `<br>`");
});

test("reports tags with full-width brackets and writes them as the English does", () => {
  checkRule(
    htmlMismatch,
    `${pair("甲[|＜br＞|]乙", "A<br>B")}
//^ ${ID}: \`＜br＞\` is no tag, since its brackets are of full width. The English has \`<br>\`.`,
  );
  checkRule(
    htmlMismatch,
    `${pair("[|＜sup＞|]2[|＜／ｓｕｐ＞|] 注", "<sup>2</sup> note")}
//^ ${ID}: \`＜sup＞\` is no tag, since its brackets are of full width. The English has \`<sup>\`.
//^ ${ID}: \`＜／ｓｕｐ＞\` is no tag, since its brackets are of full width. The English has \`</sup>\`.`,
  );
  checkFix(htmlMismatch, pair("甲＜br /＞乙", "A<br/>B"), pair("甲<br/>乙", "A<br/>B"));
});

test("accepts full-width brackets where the English has no tag", () => {
  checkRule(htmlMismatch, pair("＜br＞ 和 ＜名称＞", "br and name"));
  checkRule(htmlMismatch, pair("＜名称＞", "\\<name>"));
});

test("leaves placeholders to the rule for them", () => {
  checkRule(htmlMismatch, pair("键入 ‹名称>。", "Type <name>."));
  checkRule(htmlMismatch, pair("键入 <tenant>。", "Type \\<tenant>."));
});

test("leaves a tag of the side-by-side markup that stands in the wrong place to the rule for damage", () => {
  checkRule(htmlMismatch, pair("甲", "A").replace("甲</span>", "甲</span>。"));
  checkRule(
    htmlMismatch,
    `${pair("[|<br>|]甲", "A").replace("甲</span>", "甲</span>。")}\n//^ segment/html-mismatch: Tag \`<br>\` is not in the English.`,
  );
});

const CODE = ':::code language="csharp" source="snippets/Probe.cs" id="Read":::';

test("reports a directive that was translated, and puts that of the English in its place", () => {
  checkRule(
    htmlMismatch,
    `${pair('[|::: código Language = "CSharp" origem = "Snippets/Probe. cs" ID = "Read":::|]', CODE)}
//^ ${ID}: \`${CODE}\` of the English is missing in the translation.
${pair('[|：：：code language="csharp" source="snippets/Probe.cs"：：：|]', ':::code language="csharp" source="snippets/Probe.cs":::', 102)}
//^ ${ID}: \`:::code language="csharp" source="snippets/Probe.cs":::\` of the English is missing in the translation.`,
  );
  checkFix(
    htmlMismatch,
    pair("Texto. :::column-end::: ::: fim da linha:::", "Text. :::column-end::: :::row-end:::"),
    pair("Texto. :::column-end::: :::row-end:::", "Text. :::column-end::: :::row-end:::"),
  );
});

test("reports a directive that is gone where it stood", () => {
  checkRule(
    htmlMismatch,
    `${pair("[|Texto.|]", "Text. :::row-end:::")}
//^ ${ID}: \`:::row-end:::\` of the English is missing in the translation.`,
  );
});

test("accepts a directive that was moved, written with blanks, or whose picture has a translated text", () => {
  checkRule(htmlMismatch, pair("Texto. ::: Row-End:::", "Text. :::row-end:::"));
  checkRule(
    htmlMismatch,
    pair(
      ':::image source="media/probe.png" alt-text="Uma sonda: nova":::',
      ':::image source="media/probe.png" alt-text="A probe: new":::',
    ),
  );
  checkRule(htmlMismatch, pair(":::row::: Um :::column:::", ":::column::: One :::row:::"));
});

test("leaves colons alone that are no directive: in code, in prose, of a damaged English", () => {
  checkRule(htmlMismatch, pair("Escreva isto.", "Write `:::row:::`."));
  checkRule(htmlMismatch, pair("Sonda", "Probe ::: new :::"));
  checkRule(htmlMismatch, pair("::: fim da imagem:::", ":     ::image-end:::"));
  checkRule(htmlMismatch, pair("Skylark", ":::no-loc(Skylark)::: now"));
});
