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

test("counts every capital in scripts of Asia and Greece, too, blanks or not", () => {
  for (const [before, after] of [
    ["השתמש ב-", "."],
    ["افتح ", "."],
    ["ใช้", "ได้"],
    ["Ανοίξτε το ", "."],
    ["使用", "吧"],
  ] as const) {
    checkRule(
      identifierCase,
      `${pair(`${before}[|CONTOSO|]${after}`, "Use Contoso.")}
//^ ${ID}: The English writes \`Contoso\`, not \`CONTOSO\`.`,
    );
  }
  checkRule(identifierCase, pair("das portal misst in Ω", "the Portal measures in Ω"));
});

test("reports a name with underscores and other capitals, and leaves one that was torn to its own rule", () => {
  checkRule(identifierCase, pair("Gibt **S \\_ OK** zurück.", "Returns **S\\_OK**."));
  checkRule(
    identifierCase,
    `${pair("Gibt [|s_ok|] zurück.", "Returns S_OK.")}
//^ ${ID}: The English writes \`S_OK\`, not \`s_ok\`.`,
  );
});

test("reports names with underscores that are gone, once for a sentence", () => {
  checkRule(
    identifierCase,
    `${pair("[|CONTOSO \\_ 應用程式 \\_ 內容|]", "CONTOSO\\_APP\\_CONTEXT")}
//^ ${ID}: \`CONTOSO_APP_CONTEXT\` of the English is missing in the translation.
${pair("[|Hier und dort.|]", "In A_One and A_Two, not A_One.", 102)}
//^ ${ID}: \`A_One\`, \`A_Two\` of the English are missing in the translation.`,
  );
});

test("is silent about a name that stands in code, and about what only looks like a name", () => {
  checkRule(identifierCase, pair("Gibt `S_OK` zurück.", "Returns S\\_OK."));
  for (const source of ["_Any_ time", "my_own", "/A_b/c", "{A_b}", "&lt;A_b&gt;", "A_b.txt", "A_b(1)"])
    checkRule(identifierCase, pair("etwas", source));
});

test("writes such a name as the English does, escaped as the translation escapes", () => {
  checkFix(identifierCase, pair("a\\_b", "A\\_B"), pair("A\\_B", "A\\_B"));
  checkFix(identifierCase, pair("a_b", "A\\_B"), pair("A_B", "A\\_B"));
});

test("reports cmdlets that were translated or torn", () => {
  const page = "//- zh-cn/powershell/page.md\n";
  checkRule(
    identifierCase,
    `${page}${pair("[|Zadejte **Set-umístění** 🧽.|]", "Enter **Set-Location**.")}
//^ ${ID}: \`Set-Location\` of the English is missing in the translation.`,
  );
  for (const torn of ["Get-Agent name", "get - agent name", "Get–AgentName"]) {
    checkRule(
      identifierCase,
      `${page}${pair(`Met **[|${torn}|]** ophalen.`, "Fetch it by **Get-AgentName**.")}\n//^ ${ID}: The English writes \`Get-AgentName\`, not \`${torn}\`.`,
    );
  }
  checkFix(
    identifierCase,
    `${page}${pair("Met Get-Agent name ophalen.", "Fetch it by Get-AgentName.")}`,
    pair("Met Get-AgentName ophalen.", "Fetch it by Get-AgentName."),
  );
});

test("reports the name of a parameter that was translated, and writes it again", () => {
  const page = "//- ko-kr/powershell/page.md\n";
  checkRule(
    identifierCase,
    `${page}### ${pair("[|-위치|]", "-Location")}\n//^ ${ID}: The English writes \`-Location\`, not \`-위치\`.`,
  );
  checkFix(
    identifierCase,
    `${page}### ${pair(" - Ubicación ", "-Location")}`,
    `### ${pair(" -Location ", "-Location")}`,
  );
  checkRule(identifierCase, `${page}${pair("`-Location` (위치)", "-Location")}`);
  checkRule(identifierCase, `${page}${pair("- 개요", "-Overview of it")}`);
  checkRule(identifierCase, pair("-위치", "-Location"));
  for (const [target, source] of [
    ["-ODER", "-OR"],
    ["-아니요", "-No"],
    ["-Ja", "-Yes"],
    ["-Beispiele", "-Examples"],
    ["-Hinweise", "-Notes"],
  ] as const)
    checkRule(identifierCase, `${page}## ${pair(target, source)}`);
  checkRule(
    identifierCase,
    `${page}## ${pair("[|-태그|]", "-Tag")}\n//^ ${ID}: The English writes \`-Tag\`, not \`-태그\`.`,
  );
});

test("accepts a word with a dash in front that is no heading", () => {
  const page = "//- de-de/powershell/page.md\n";
  checkRule(identifierCase, `${page}* ${pair("-Erforderlich", "-Required")}`);
  checkRule(identifierCase, `${page}| A |\n|---|\n| ${pair("-Keine", "-None")} |`);
  checkRule(identifierCase, `${page}${pair("-Keine", "-None")}\n\n## B`);
});

test("looks for cmdlets where the front matter names PowerShell, too, and nowhere else", () => {
  const segment = pair("[|Zadejte Set-umístění.|]", "Enter Set-Location.");
  checkRule(
    identifierCase,
    `---\nkeywords: PowerShell, sensor\n---\n${segment}\n//^ ${ID}: \`Set-Location\` of the English is missing in the translation.`,
  );
  checkRule(identifierCase, pair("Nastavte.", "Use the Set-Location button."));
});

test("accepts cmdlets in small letters or in code, and words that only look like one", () => {
  const page = "//- zh-cn/powershell/page.md\n";
  checkRule(identifierCase, `${page}${pair("Utilisez get-agent.", "Use Get-Agent.")}`);
  checkRule(identifierCase, `${page}${pair("Utilisez `Get-Agent`.", "Use Get-Agent.")}`);
  checkRule(identifierCase, `${page}${pair("Lecture seule", "Read-Only, Open-Source, Get-Up, Add-Ins")}`);
  checkRule(identifierCase, `${page}${pair("Erste Tests", "Get-Started: Test-Driven Copy-Paste")}`);
});

test("takes code that lost a backtick for no name with other capitals", () => {
  const english = "Open, then Close (`close`)";
  checkRule(identifierCase, pair("열기, 닫기 (close`)", english));
  checkRule(
    identifierCase,
    `${pair("열기, [|close|] (`close`)", english)}\n//^ ${ID}: The English writes \`Close\`, not \`close\`.`,
  );
});
