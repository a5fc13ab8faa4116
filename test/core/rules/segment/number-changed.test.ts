import { test } from "node:test";
import { numberChanged } from "../../../../server/src/core/rules/segment/number-changed.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/number-changed";

test("reports a number that differs", () => {
  checkRule(
    numberChanged,
    `${pair("需要 Contoso [|2008|]", "Contoso 2013 is required")}
//^ ${ID}: Number \`2008\` is not in the English, which has \`2013\`.`,
  );
});

test("reports a number that is lost", () => {
  checkRule(
    numberChanged,
    `${pair("[|请稍候|]", "Wait for 30 minutes")}
//^ ${ID}: Number \`30\` of the English is missing in the translation.`,
  );
});

test("accepts numbers that are added, grouped otherwise or written in full width", () => {
  checkRule(numberChanged, pair("2 月 3 次", "three times in February"));
  checkRule(numberChanged, pair("10 000 fichiers", "10,000 files"));
  checkRule(numberChanged, pair("３０ 分", "30 minutes"));
  checkRule(numberChanged, pair("1,5 Go", "1.5 GB"));
});

test("compares digits of every script by their values", () => {
  for (const digits of ["２０１３", "٢٠١٣", "۲۰۱۳", "२०१३", "২০১৩", "๒๐๑๓", "២០១៣", "𝟚𝟘𝟙𝟛", "𞥒𞥐𞥑𞥓"])
    checkRule(numberChanged, pair(`甲 ${digits}`, "Version 2013"));
  checkRule(numberChanged, pair("١٠٬٠٠٠ ملف", "10,000 files"));
  checkRule(numberChanged, pair("١٫٥", "1.5 GB"));
  checkRule(
    numberChanged,
    `${pair("الإصدار [|٢٠٠٨|]", "Version 2013")}
//^ ${ID}: Number \`2008\` is not in the English, which has \`2013\`.`,
  );
});

test("accepts number words", () => {
  checkRule(numberChanged, pair("三个步骤", "3 steps"));
  checkRule(numberChanged, pair("deux étapes", "2 steps"));
});

test("accepts number words of many languages, in any form", () => {
  for (const target of [
    "Es sind drei Schritte",
    "Hay tres pasos",
    "Há três etapas",
    "Jsou zde tři kroky",
    "Ve třech krocích",
    "В трех шагах",
    "Üç adım",
    "Három lépés",
    "세 단계",
    "שלושה שלבים",
    "ثلاثة خطوات",
    "Có ba bước",
  ])
    checkRule(numberChanged, pair(target, "There are 3 steps"));
  checkRule(numberChanged, pair("İki adım", "2 steps"));
});

test("reports a small number although another one is a word", () => {
  checkRule(
    numberChanged,
    `${pair("[|Es sind zwei Schritte|]", "There are 3 steps")}
//^ ${ID}: Number \`3\` of the English is missing in the translation.`,
  );
});

test("says nothing about dates, times, amounts and digits of names", () => {
  checkRule(numberChanged, pair("期日", "Due on March 15"));
  checkRule(numberChanged, pair("午後", "at 3:30 PM"));
  checkRule(numberChanged, pair("30 万美元", "$300K"));
  checkRule(numberChanged, pair("世纪互联", "21Vianet"));
  checkRule(numberChanged, pair("全天候", "24 hours a day, 7 days a week"));
});

test("is silent about code, targets and entities", () => {
  checkRule(numberChanged, pair("键入 `x`", "Type `42`"));
  checkRule(numberChanged, pair("[甲](b.md)", "[A](a42.md)"));
  checkRule(numberChanged, pair("甲的", "A&#39;s"));
  checkRule(numberChanged, `\`\`\`\n${pair("甲", "42")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    numberChanged,
    `か\u3099 😀\r\n\r\n${pair("😀 が [|41|]", "A 42")}\r\n
//^ ${ID}: Number \`41\` is not in the English, which has \`42\`.`,
  );
});

test("puts the English number back", () => {
  checkFix(
    numberChanged,
    pair("版本 41", "Version 42"),
    pair("版本 42", "Version 42"),
    "Use the English `42`",
  );
});
