import { test } from "node:test";
import { bracketImbalance } from "../../../../server/src/core/rules/segment/bracket-imbalance.ts";
import { checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/bracket-imbalance";
const WHY = "has no partner in the translation, while the English closes all that it opens.";

test("reports a bracket that is not closed", () => {
  checkRule(bracketImbalance, `${pair("[|［|]設定を選択", "Choose Settings")}\n//^ ${ID}: \`［\` ${WHY}`);
});

test("reports a bracket that nothing opens", () => {
  checkRule(bracketImbalance, `${pair("方案[|）|]", "Plan (new)")}\n//^ ${ID}: \`）\` ${WHY}`);
});

test("reports a quotation mark that is not closed", () => {
  checkRule(bracketImbalance, `${pair("[|「|]設定を選択", "Choose Settings")}\n//^ ${ID}: \`「\` ${WHY}`);
});

test("accepts a full-width bracket that pairs with a half-width one", () => {
  checkRule(bracketImbalance, pair("方案（新)", "Plan (new)"));
});

test("accepts quotation marks as each language pairs them", () => {
  const english = 'The "Save" button.';
  for (const text of [
    "„Speichern“",
    "„Zapisz”",
    "”Spara”",
    "»Gem«",
    "»Tallenna»",
    "« Enregistrer »",
    '„Uložit"',
  ])
    checkRule(bracketImbalance, pair(`X ${text}.`, english));
});

test("reports a German quotation that is not closed", () => {
  checkRule(
    bracketImbalance,
    `${pair("Die Schaltfläche [|„|]Speichern.", "The Save button.")}\n//^ ${ID}: \`„\` ${WHY}`,
  );
});

test("accepts an enumeration that the English does not number", () => {
  checkRule(bracketImbalance, pair("例: 1) まず 2) 次に", "a"));
});

test("says nothing where the English has the same trouble", () => {
  checkRule(bracketImbalance, pair("1) 打开", "1) Open it"));
  checkRule(bracketImbalance, pair("« Ouvrez-le.", '"Open it.'));
});

test("is silent about brackets in code and targets", () => {
  checkRule(bracketImbalance, pair("键入 `f(`", "Type `f(`."));
  checkRule(bracketImbalance, pair("[甲](<a(.md>)", "[A](<a(.md>)"));
  checkRule(bracketImbalance, `\`\`\`\n${pair("(甲", "A")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(bracketImbalance, `か\u3099 😀\r\n\r\n${pair("😀 が[|（|]", "A")}\r\n\n//^ ${ID}: \`（\` ${WHY}`);
});

test("reports brackets that have lost what they held", () => {
  const empty = (found: string): string =>
    `${ID}: Nothing stands in \`${found}\`, while all brackets of the English hold something.`;
  checkRule(
    bracketImbalance,
    `${pair("方案高级 [|()|]。", "Plan (premium).")}
//^ ${empty("()")}
${pair("Escritorio de Windows 8 [|\\[\\]|]", "Windows 8 \\[desktop only\\]", 102)}
//^ ${empty("\\[\\]")}
${pair("[|[ ]|] を選ぶ **開始**", "Choose (now) **Start**", 103)}
//^ ${empty("[ ]")}
`,
  );
});

test("accepts empty brackets of code, lists and links, and where the English has them or none at all", () => {
  for (const [target, source] of [
    ["打开 open() 和 list[]。", "Open (it)."],
    ["用 (`a`) 打开。", "Open (`a`)."],
    ["Main () を呼ぶ (今)", "Call Main() (now)"],
    ["[](a.md) (b)", "(b) [](a.md)"],
    ["笑 ()", "Smile"],
  ] as const)
    checkRule(bracketImbalance, pair(target, source));
});

test("reports a link that covers only one of two brackets or quotation marks", () => {
  for (const crossing of [
    "「センサーを [[|設定する」を参照|]](a.md)。",
    "詳細は [[|、「センサー|]](a.md) の設定」を参照。",
    "请参阅“[[|传感器”。|]](a.md)",
    "Sensörü kurun (bkz. [[|Sensör).|]](a.md)",
    "使用（如 [[|传感器）|]](a.md) 🧽",
    "传感器 [[|(新|]](a.md))",
    '转到"[[|传感器"|]](a.md)',
    "「**甲** [[|乙」|]](a.md)",
    "([[|)|]](a.md)",
    "[[|传感器【新|]](a.md)】",
    "[[|Sensor {1|]](a.md)}",
  ]) {
    const text = /\|(.*)\|/.exec(crossing)?.[1] ?? "";
    checkRule(
      bracketImbalance,
      `${pair(crossing, "See [Sensor](a.md).")}\n//^ ${ID}: The link \`${text}\` covers only one of two brackets or quotation marks. Put both inside or both outside.`,
    );
  }
});

test("accepts marks of inches inside and outside of a link", () => {
  for (const [target, source] of [
    ['[15" obrazovka](a.md) a 17" obrazovka', "[15-inch screen](a.md) and 17-inch screen"],
    ["“使用 [15” 屏幕](a.md)", "Use a [15-inch screen](a.md)"],
    ['["Windows 10"](a.md) auf 17" und 19"', '["Windows 10"](a.md) on 17 and 19 inches'],
  ] as const)
    checkRule(bracketImbalance, pair(target, source));
});

test("accepts a link that begins with the mark of an enumeration", () => {
  checkRule(bracketImbalance, pair("(voir [a) Ouvrir](a.md)", "See [Open](a.md)"));
  checkRule(bracketImbalance, pair("(siehe [1) Öffnen](a.md)", "See [Open](a.md)"));
});

test("accepts links that hold both or none, code and pictures, and what the English has, too", () => {
  const source = "See [Sensor](a.md).";
  for (const text of [
    "「[センサー](a.md)」",
    "[「センサー」](a.md)",
    "[传感器（新）](a.md)（旧）",
    "（[`f(`](a.md)）",
    "（![传感器）](a.png)",
  ])
    checkRule(bracketImbalance, pair(text, source));
  checkRule(bracketImbalance, pair("（[传感器）](a.md)", "([Sensor)](a.md)"));
});

test("leaves to segment/corrupt-markup what a translation tool left in place of brackets", () => {
  for (const mark of ["( # A1", "( # b1"])
    checkRule(bracketImbalance, pair(`使用 start ${mark} 函数`, "Use the start() function"));
});
