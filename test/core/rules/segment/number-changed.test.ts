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

test("reports a version with the comma of an amount, behind a name or a word that says so", () => {
  for (const [target, source] of [
    ["Skylark [|2,0|] und neuer", "Skylark 2.0 or later"],
    ["ab Version [|2,0|].", "since version 2.0."],
    ["Verze [|1,10|]", "Version 1.10"],
    ["la TLS [|1,2|]", "The TLS 1.2"],
    ["**S# [|8,0|]**", "**S# 8.0**"],
    ["Skylark-[|2,0|]-Agents", "Skylark 2.0 agents"],
    ["agenter fra [|2,0.1|]", "Skylark 2.0.1 agents"],
  ] as const) {
    const found = /\[\|(.*)\|\]/.exec(target)?.[1] ?? "";
    checkRule(
      numberChanged,
      `${pair(target, source)}
//^ ${ID}: \`${found}\` is a version, which the English writes \`${found.replace(",", ".")}\`.`,
    );
  }
  checkRule(
    numberChanged,
    `${pair("TLS [|1,0|], TLS [|1,1|] et [|1,2|]", "TLS versions 1.0, 1.1, and 1.2")}
//^ ${ID}: \`1,0\` is a version, which the English writes \`1.0\`.
//^ ${ID}: \`1,1\` is a version, which the English writes \`1.1\`.
//^ ${ID}: \`1,2\` is a version, which the English writes \`1.2\`.`,
  );
  checkFix(numberChanged, pair("verze 2,0 😀", "version 2.0 😀"), pair("verze 2.0 😀", "version 2.0 😀"));
});

test("leaves amounts their comma", () => {
  checkRule(numberChanged, pair("Setzen Sie den Wert auf 0,5.", "Set the value to 0.5."));
  checkRule(numberChanged, pair("Nutzen Sie 1,5", "Use 1.5"));
  checkRule(numberChanged, pair("Skylark 1,5 GB", "Skylark 1.5 GB"));
  checkRule(numberChanged, pair("Skylark ist 2,5-mal schneller", "Skylark 2.5 times faster"));
  checkRule(numberChanged, pair("Standard: 0,5", "Default: 0.5"));
  checkRule(numberChanged, pair("Skylark 1,000", "Skylark 1,000, version 1.000"));
  checkRule(numberChanged, pair("`TLS 1,2`", "TLS 1.2 `1.2`"));
});
