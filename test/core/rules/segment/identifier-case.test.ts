import { test } from "node:test";
import { identifierCase } from "../../../../server/src/core/rules/segment/identifier-case.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/identifier-case";

test("reports a name whose capitals changed", () => {
  checkRule(
    identifierCase,
    `${pair("使用 [|contosoDrive|]。", "Use ContosoDrive.")}
//^ ${ID}: The English writes \`ContosoDrive\`, not \`contosoDrive\`.`,
  );
});

test("in another script every capital counts", () => {
  checkRule(
    identifierCase,
    `${pair("适用于 [|contoso|]", "For Contoso")}
//^ ${ID}: The English writes \`Contoso\`, not \`contoso\`.`,
  );
});

test("accepts another first letter among Latin letters", () => {
  checkRule(identifierCase, pair("le Portail et la place", "the portal and the Place"));
});

test("accepts a name that stands there as well, and key names", () => {
  checkRule(identifierCase, pair("ContosoDrive（contosodrive）", "ContosoDrive"));
  checkRule(identifierCase, pair("按 Ctrl 键", "Press CTRL"));
});

test("is silent about code and targets", () => {
  checkRule(identifierCase, pair("键入 `contoso`", "Type it in Contoso"));
  checkRule(identifierCase, pair("[甲](contoso.md)", "[Contoso](contoso.md)"));
  checkRule(identifierCase, `\`\`\`\n${pair("甲 contoso", "Contoso")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    identifierCase,
    `か\u3099 😀\r\n\r\n${pair("😀 が [|contoso|] 甲", "Contoso A")}\r\n
//^ ${ID}: The English writes \`Contoso\`, not \`contoso\`.`,
  );
});

test("writes it as the English does, everywhere in the sentence", () => {
  checkFix(
    identifierCase,
    pair("contoso 和 contoso", "Contoso and Contoso"),
    pair("Contoso 和 Contoso", "Contoso and Contoso"),
  );
});

test("counts every capital in scripts of Asia and Greece, too", () => {
  for (const before of ["השתמש ב-", "افتح ", "ใช้ ", "Ανοίξτε το "]) {
    checkRule(
      identifierCase,
      `${pair(`${before}[|CONTOSO|].`, "Use Contoso.")}
//^ ${ID}: The English writes \`Contoso\`, not \`CONTOSO\`.`,
    );
  }
  checkRule(identifierCase, pair("das portal misst in Ω", "the Portal measures in Ω"));
});
