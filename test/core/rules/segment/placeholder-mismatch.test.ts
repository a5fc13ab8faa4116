import { test } from "node:test";
import { placeholderMismatch } from "../../../../server/src/core/rules/segment/placeholder-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/placeholder-mismatch";

test("reports a placeholder that was translated", () => {
  checkRule(
    placeholderMismatch,
    `${pair("/books/[|{ジャンル}|]", "/books/{genre}")}
//^ ${ID}: Placeholder \`{ジャンル}\` differs from the English, which has \`{genre}\`.`,
  );
});

test("reports placeholders that are lost", () => {
  checkRule(
    placeholderMismatch,
    `${pair("[|[|已处理文件。|]|]", "%s of {{count}} files done.")}
//^ ${ID}: Placeholder \`%s\` of the English is missing in the translation.
//^ ${ID}: Placeholder \`{{count}}\` of the English is missing in the translation.`,
  );
});

test("reports a placeholder between angle brackets that is gone, not one that is translated", () => {
  checkRule(
    placeholderMismatch,
    `${pair("[|键入租户。|]", "Type \\<tenant>.")}
//^ ${ID}: Placeholder \`<tenant>\` of the English is missing in the translation.
${pair("键入 \\<租户>。", "Type \\<tenant>.", 102)}`,
  );
});

test("names the placeholder as the translation has it, its dollar sign included", () => {
  checkRule(
    placeholderMismatch,
    `${pair("[|{{名}}|]和[|${叉}|]", "{{name}} and ${x}")}
//^ ${ID}: Placeholder \`{{名}}\` differs from the English, which has \`{{name}}\`.
//^ ${ID}: Placeholder \`\${叉}\` differs from the English, which has \`\${x}\`.`,
  );
  checkFix(placeholderMismatch, pair("${叉}", "${x}"), pair("${x}", "${x}"));
  checkFix(
    placeholderMismatch,
    pair("{甲} ${叉} {n}", "{n} ${x}"),
    pair("{甲} ${x} {n}", "{n} ${x}"),
    "Use the English `${x}`",
  );
});

test("reports brackets of which only one was translated", () => {
  for (const english of ["Type \\<name>.", "Type <name>."])
    checkRule(
      placeholderMismatch,
      `${pair("键入 [|‹名称>|]。", english)}
//^ ${ID}: Placeholder \`‹名称>\` differs from the English, which has \`<name>\`.`,
    );
});

test("reports a placeholder that lost its backslash and is a tag now", () => {
  checkRule(
    placeholderMismatch,
    `${pair("键入 [|<tenant>|]。", "Type \\<tenant>.")}
//^ ${ID}: Placeholder \`<tenant>\` is taken for a tag and not shown. Put a backslash before it.`,
  );
  checkFix(
    placeholderMismatch,
    pair("键入 <tenant>。", "Type \\<tenant>."),
    pair("键入 \\<tenant>。", "Type \\<tenant>."),
  );
});

test("accepts a placeholder between angle brackets of any kind", () => {
  for (const text of ["<名称>", "\\<名称>", "&lt;名称&gt;", "‹名称›", "〈名称〉", "＜名称＞"]) {
    checkRule(placeholderMismatch, pair(`键入 ${text}。`, "Type \\<name>."));
    checkRule(placeholderMismatch, pair(`键入 ${text}。`, "Type <name>."));
  }
  checkRule(placeholderMismatch, pair("Tapez <nom>.", "Type <name>."));
  checkRule(placeholderMismatch, pair("甲", "<br>A <x-app>B</x-app> <o:p>"));
});

test("accepts braces with prose, percentages and escapes that differ", () => {
  checkRule(placeholderMismatch, pair("集合 { 偶数 }", "The set { of even numbers }"));
  checkRule(placeholderMismatch, pair("la moitié", "100%s and 50 %d"));
  checkRule(placeholderMismatch, pair("名称{name}和\\{id\\}", "Name \\{name} and {id}"));
});

test("accepts a placeholder that the translation repeats or puts into code", () => {
  checkRule(placeholderMismatch, pair("{name}，{name}", "Hello {name}"));
  checkRule(placeholderMismatch, pair("`{name}`", "{name}!"));
});

test("is silent about code and link targets", () => {
  checkRule(placeholderMismatch, pair("键入 `x`", "Type `{name}`"));
  checkRule(placeholderMismatch, pair("[甲](b)", "[A](https://contoso.com/{id})"));
  checkRule(placeholderMismatch, `\`\`\`\n${pair("{名}", "{name}")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    placeholderMismatch,
    `か\u3099 😀\r\n\r\n${pair("😀 が [|｛名前｝|]", "Dear {name}")}\r\n
//^ ${ID}: Placeholder \`｛名前｝\` differs from the English, which has \`{name}\`.`,
  );
});

test("puts the English placeholder back", () => {
  checkFix(placeholderMismatch, pair("/书/{类型}", "/books/{genre}"), pair("/书/{genre}", "/books/{genre}"));
});

test("braces that hold together a part of a formula are no placeholders", () => {
  checkRule(placeholderMismatch, pair("$$x_{ 1 } = \\ket { 0 }$$", "$$x_{1} = \\ket{0}$$"));
  checkRule(placeholderMismatch, pair("$y$ und \\start{align} x_{ 1 }", "$y^2$ and \\begin{align} x_{1}"));
  // Other languages write ordinals otherwise.
  checkRule(placeholderMismatch, pair("$i^{e}$ élément, $n$-й", "the $i^{th}$ item, the $n^{\\text{th}}$"));
});

test("reports a placeholder whose second bracket stands elsewhere", () => {
  checkRule(
    placeholderMismatch,
    `${pair("[|Elemento > \\<uri (impostazioni)|]", "\\<uri> Element (Settings)")}
//^ ${ID}: Placeholder \`<uri>\` of the English is missing in the translation.`,
  );
  checkRule(placeholderMismatch, pair("\\<租户＞ 和 \\<b>", "\\<tenant> and \\<b>"));
  checkRule(placeholderMismatch, pair("Si a \\<b, \\<uri>", "If a \\<b, \\<uri>"));
});

test("braces that moved are put back, and every word stays", () => {
  for (const target of [
    "将 {name 替换}为它",
    "{将 name} 替换为它",
    "将 na{me} 替换为它",
    "将 {n}ame 替换为它",
  ])
    checkFix(
      placeholderMismatch,
      pair(target, "Replace {name} by it"),
      pair("将 {name} 替换为它", "Replace {name} by it"),
    );
});

test("puts no placeholder in place of braces around code, which would be lost", () => {
  checkRule(
    placeholderMismatch,
    `${pair("[|{ `start` 名称}|]", "{name} `start`")}
//^ ${ID}: Placeholder \`{name}\` of the English is missing in the translation.`,
  );
});
