import assert from "node:assert/strict";
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

test("reports a version with the comma of an amount, behind a word that says so or one of a few names", () => {
  for (const [target, source] of [
    ["ab Version [|2,0|].", "since version 2.0."],
    ["Verze [|1,10|]", "Version 1.10"],
    ["we wersji [|1,2|]", "in version 1.2"],
    ["à partir de la version\u00a0[|1,2|]", "since version 1.2"],
    ["в версии [|1,2|]", "in version 1.2"],
    ["na versa\u0303o [|1,2|]", "in version 1.2"],
    ["phiên bản [|1,2|]", "version 1.2"],
    ["Skylark v[|1,5|]", "Skylark v1.5"],
    ["la TLS [|1,2|]", "The TLS 1.2"],
    ["**TLS-Version [|1,2|]**", "**TLS 1.2**"],
    ["TLS-[|1,2|]-Agents", "TLS 1.2 agents"],
    [".NET Core [|3,1|]", ".NET Core 3.1"],
    ["Version [|2,0.1|]", "Version 2.0.1"],
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
  // The second one is found both before and after the first one is mended.
  checkFix(
    numberChanged,
    pair("verze 1,1 a 1,2", "versions 1.1, 1.2"),
    pair("verze 1.1 a 1,2", "versions 1.1, 1.2"),
  );
  checkRule(
    numberChanged,
    `${pair("verze 1.1 a [|1,2|]", "versions 1.1, 1.2")}
//^ ${ID}: \`1,2\` is a version, which the English writes \`1.2\`.`,
  );
  checkFix(numberChanged, pair("verze 2,0 😀", "version 2.0 😀"), pair("verze 2.0 😀", "version 2.0 😀"));
  checkFix(numberChanged, pair("TLS 1,2", "TLS 1.2"), pair("TLS 1.2", "TLS 1.2"), "Write `1.2`");
});

test("leaves amounts their comma", () => {
  checkRule(numberChanged, pair("Setzen Sie den Wert auf 0,5.", "Set the value to 0.5."));
  checkRule(numberChanged, pair("Nutzen Sie 1,5", "Use 1.5"));
  checkRule(numberChanged, pair("Skylark 1,5 GB", "Skylark 1.5 GB"));
  checkRule(numberChanged, pair("Skylark ist 2,5-mal schneller", "Skylark 2.5 times faster"));
  checkRule(numberChanged, pair("Standard: 0,5", "Default: 0.5"));
  checkRule(numberChanged, pair("Skylark 1,000", "Skylark 1,000, version 1.000"));
  checkRule(numberChanged, pair("`TLS 1,2`", "TLS 1.2 `1.2`"));
  for (const [target, source] of [
    ["une version 2,5 fois plus rapide", "a version 2.5-fold faster"],
    ["Coût : EUR 1,50", "Cost: EUR 1.50"],
    ["DKK 100,50 og EUR 13,40", "DKK 100.50 and EUR 13.40"],
    ["Teams 1,5 Mbit/s", "Teams 1.5 Mbps"],
    ["RMSE 0,25, AUC 0,85, F1 0,92", "RMSE 0.25, AUC 0.85, F1 0.92"],
    ["Level 1,5 bis 2,5", "Level 1.5 to 2.5"],
    ["Lat 47,6062, Long 122,3321", "Lat 47.6062, Long 122.3321"],
    ["A100 10,00 100,00", "A100 10.00 100.00"],
    ["WCAG 4,5:1, PI 3,14", "WCAG 4.5:1, PI 3.14"],
    ["Version 1,5 ist 2,5 wert", "Version 1.5 is worth 2.5"],
    ["Der Versatz 1,5 in dieser Version", "The offset of version 1.5"],
  ] as const)
    checkRule(numberChanged, pair(target, source));
});

test("takes no enumeration for a version that the English has, too", () => {
  for (const [target, source] of [
    ["Schritte 1,2 für Version 1.2", "Steps 1 and 2 for version 1.2"],
    ["Schritte 1,2 für Version 1,2", "Steps 1 and 2 for version 1.2"],
    ["kroki 1,2 w wersji 1.2", "steps 1 and 2 in version 1.2"],
    ["Versionen 1,2 und 3, siehe Version 1.2", "Versions 1, 2, and 3, see version 1.2"],
    ["versions 1,2 et 3, après la version 1,2", "versions 1, 2 and 3, after version 1.2"],
    ["Optionen 1,2,3 ab Version 1.2.3", "Options 1, 2, and 3 since version 1.2.3"],
    ["步骤 1,2、版本 1.2", "Steps 1 and 2, version 1.2"],
    ["手順1,2、TLS 1,2", "Steps 1 and 2, TLS 1.2"],
  ] as const)
    checkRule(numberChanged, pair(target, source));
});

test("looks for versions in long words in no time", () => {
  const start = performance.now();
  checkRule(numberChanged, pair("Bei 1,5 Grad", `At 1.5 degrees ${"QUJD".repeat(15_000)}`));
  assert.ok(performance.now() - start < 2_000);
});
