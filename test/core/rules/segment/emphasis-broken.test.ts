import { test } from "node:test";
import assert from "node:assert/strict";
import { emphasisBroken } from "../../../../server/src/core/rules/segment/emphasis-broken.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/emphasis-broken";

test("reports a bold run that crosses a bracket", () => {
  checkRule(
    emphasisBroken,
    `${pair("[役割 [|**] で**|]、選択します", "Under **Role**, choose it")}
//^ ${ID}: \`**] で**\` covers only one of two brackets or quotation marks. Put both inside or both outside.`,
  );
});

test("reports a bold run that crosses a quotation mark", () => {
  checkRule(
    emphasisBroken,
    `${pair('选择"下一 [|**步"。**|]', "Choose **Next step**.")}
//^ ${ID}: \`**步"。**\` covers only one of two brackets or quotation marks. Put both inside or both outside.`,
  );
});

test("accepts a quotation in bold as each language writes it", () => {
  for (const text of [
    "”Spara”",
    "„Speichern“",
    "„Zapisz”",
    "»Gem«",
    "»Spara»",
    "« Ouvrir »",
    '„Speichern"',
    'צה"ל',
  ])
    checkRule(emphasisBroken, pair(`X **${text}** y`, "Choose **Save**."));
  checkRule(emphasisBroken, pair("**1)** まず **2)** 次に", "**First**, **second**"));
});

test("reports half a German or Swedish quotation in bold", () => {
  for (const [before, run, after] of [
    ["„", "**Speichern“**", ""],
    ["", "**„Speichern**", "“"],
    ["", "**”Spara**", "”"],
  ] as const)
    checkRule(
      emphasisBroken,
      `${pair(`X ${before}[|${run}|]${after} y`, "Choose **Save**.")}
//^ ${ID}: \`${run}\` covers only one of two brackets or quotation marks. Put both inside or both outside.`,
    );
});

test("reports escaped asterisks that the English does not have", () => {
  checkRule(
    emphasisBroken,
    `${pair("选择“保存”[|\\*\\*\\*\\*|]。", "Choose **Save**.")}
//^ ${ID}: Stray \`\\*\\*\\*\\*\`, which the English does not have. The reader sees the asterisks.`,
  );
});

test("reports blanks inside the markers", () => {
  checkRule(
    emphasisBroken,
    `${pair("选择[|**|] 保存**。", "Choose **Save**.")}
//^ ${ID}: \`**\` is shown to the reader, because a blank follows it.`,
  );
});

test("reports markers between Chinese punctuation and a letter", () => {
  checkRule(
    emphasisBroken,
    `${pair("**「保存」[|**|]を選択", "Choose **Save**")}
//^ ${ID}: \`**\` is shown to the reader, because it stands between \`」\` and a letter.`,
  );
});

test("reports a marker without partner", () => {
  checkRule(
    emphasisBroken,
    `${pair("选择 [|**|]保存。", "Choose **Save**.")}
//^ ${ID}: \`**\` is shown to the reader, because it has no partner.`,
  );
});

test("reports an underscore between letters", () => {
  checkRule(
    emphasisBroken,
    `${pair("使用[|__|]太字__テキスト。", "Use __bold__ text.")}
//^ ${ID}: \`__\` is shown to the reader, because it stands next to a letter. Write \`**\`.`,
  );
  checkRule(
    emphasisBroken,
    `${pair("使用 _handler[|_|]参数", "Use the _handler_ argument")}
//^ ${ID}: \`_\` is shown to the reader, because it stands next to a letter. Write \`*\`.`,
  );
});

test("never takes an identifier for emphasis", () => {
  checkRule(emphasisBroken, pair("使用my_var_name和 _id_ x", "Use my_var_name and _id_"));
  checkRule(emphasisBroken, pair("使用my_var_name和标识", "Use my_var_name and the _id_"));
  checkRule(emphasisBroken, pair("用户_编号_表", "The user_id_table"));
  checkRule(emphasisBroken, pair("用户_编号_表和`__init__`", "The user_id_table and `__init__`"));
  checkRule(emphasisBroken, pair("用户_编号", "The _user_ number"));
  checkRule(emphasisBroken, pair("填写：甲 ____ 乙 ____", "Fill in: _A_ and _B_"));
});

test("reports full-width asterisks", () => {
  checkRule(
    emphasisBroken,
    `${pair("选择[|＊＊|]保存＊＊。", "Choose **Save**.")}
//^ ${ID}: \`＊＊\` is shown to the reader, because it is of full width. Write \`**\`.`,
  );
});

test("accepts a full-width asterisk that marks nothing", () => {
  checkRule(emphasisBroken, pair("＊必填", "\\*Required"));
  checkRule(emphasisBroken, pair("＊注：**保存**", "\\*Note: **Save**"));
  checkRule(emphasisBroken, pair("＊a＊", "a"));
});

test("reports bold inside bold", () => {
  checkRule(
    emphasisBroken,
    `${pair("**应用 [|**：打开**|]历史**并选择", "**App**: open **History** and pick")}
//^ ${ID}: \`**：打开**\` stands inside another bold run: its markers have found the wrong partners.`,
  );
});

test("accepts bold that is lost, added or moved", () => {
  checkRule(emphasisBroken, pair("选择“保存”。", "Choose **Save**."));
  checkRule(emphasisBroken, pair("在 **文件** 下选择 **保存**。", "Choose **Save** under **File**."));
  checkRule(emphasisBroken, pair("**저장** 을 선택", "Choose **Save**"));
  checkRule(emphasisBroken, pair("**[保存]** と *(注)*", "**Save** and *(note)*"));
});

test("says nothing where the English has the same trouble", () => {
  checkRule(emphasisBroken, pair("价格 * 数量 **合计", "Price * quantity **total"));
  checkRule(emphasisBroken, pair("\\*脚注", "\\*Note"));
  checkRule(emphasisBroken, pair('**15" 显示器**', '**15" display**'));
});

test("accepts a literal asterisk that the English writes as such", () => {
  checkRule(emphasisBroken, pair("\\*必填", "\\*Required"));
});

test("is silent about asterisks in code, targets and tags", () => {
  checkRule(emphasisBroken, pair("键入 `** x`", "Type `** x`."));
  checkRule(emphasisBroken, pair("[甲](a**b.md)", "[A](a**b.md)"));
  checkRule(emphasisBroken, `\`\`\`\n${pair("** 保存**", "**Save**")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    emphasisBroken,
    `か\u3099 😀\r\n\r\n${pair("😀 が [|**|] 保存**", "**Save**")}\r\n
//^ ${ID}: \`**\` is shown to the reader, because a blank follows it.`,
  );
});

/** Checks the repair of one sentence, before and after. */
function checkRepair(before: string, after: string, source: string): void {
  checkFix(emphasisBroken, pair(before, source), pair(after, source));
}

test("drops what is left of a bold run that has become a quotation", () => {
  checkRepair(
    "在“文件”\\*\\*\\*\\* 下选择“保存”\\*\\*\\*\\*。",
    "在“文件” 下选择“保存”。",
    "Choose **Save** under **File**.",
  );
});

test("takes the escapes away where bold was meant", () => {
  checkRepair("选择 \\*\\*保存\\*\\* 按钮", "选择 **保存** 按钮", "Choose the **Save** button");
});

test("writes asterisks where underscores or full-width ones do nothing", () => {
  checkRepair("使用__太字__テキスト。", "使用**太字**テキスト。", "Use __bold__ text.");
  checkRepair("使用my_var_name和_id_值", "使用my_var_name和*id*值", "Use my_var_name and _id_");
  checkRepair("使用_甲_和_乙_。", "使用*甲*和*乙*。", "Use _A_ and _B_.");
  checkRepair("选择＊＊保存＊＊。", "选择**保存**。", "Choose **Save**.");
});

test("moves blanks out of the markers", () => {
  checkRepair("选择** 保存**。", "选择 **保存**。", "Choose **Save**.");
  checkRepair(
    "**应用 **：打开**历史**并选择",
    "**应用** ：打开**历史**并选择",
    "**App**: open **History** and pick",
  );
  checkRepair("选择 **保存 **按钮", "选择 **保存** 按钮", "Choose the **Save** button");
});

test("moves brackets and punctuation out of the markers", () => {
  checkRepair("**「保存」**を選択", "「**保存**」を選択", "Choose **Save**");
  checkRepair("**注意：**不要保存", "**注意**：不要保存", "**Note:** Do not save");
});

test("puts a blank behind the markers where nothing else helps", () => {
  checkRepair("**C#**を使う", "**C#** を使う", "Use **C#**");
});

test("gives the markers to the names in brackets", () => {
  checkRepair(
    "[役割 **] で**、[管理 **者] を選択します**",
    "[**役割**] で、[**管理者**] を選択します",
    "Under **Role**, choose **Administrator**",
  );
  checkRepair('选择"下一 **步"。**', '选择"**下一步**"。', "Choose **Next step**.");
  checkRepair(
    "[役割 **] で\\*\\*\\*\\*、[管理者] を選択します**",
    "[**役割**] で、[**管理者**] を選択します",
    "Under **Role**, choose **Administrator**",
  );
});

test("keeps the blank between foreign words", () => {
  checkRepair("[アカウント **設定] を**選択", "[**アカウント設定**] を選択", "Choose **Account settings**");
  checkRepair("[サービス **プラン] を** 選択", "[**サービス プラン**] を選択", "Choose **Service plan**");
});

test("offers no repair where names and bold runs do not match", () => {
  assert.deepEqual(
    fixTitles(emphasisBroken, pair("[役割 **] で**、[保存] を選択", "Under **Role**, choose Save")),
    [],
  );
  assert.deepEqual(fixTitles(emphasisBroken, pair("选择 **保存。", "Choose **Save**.")), []);
});
