import { test } from "node:test";
import { identifierSplit } from "../../../../server/src/core/rules/segment/identifier-split.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/identifier-split";

test("reports a name with blanks behind its dots, whatever its capitals", () => {
  checkRule(
    identifierSplit,
    `${pair("La méthode [|skylark. Agent. Start|] démarre l’agent.", "The Skylark.Agent.Start method starts the agent.")}
//^ ${ID}: \`skylark. Agent. Start\` is one name in the English: \`Skylark.Agent.Start\`.`,
  );
  checkFix(
    identifierSplit,
    pair("[Skylark. Agent](agent.md) 🚀", "[Skylark.Agent](agent.md)"),
    pair("[Skylark.Agent](agent.md) 🚀", "[Skylark.Agent](agent.md)"),
  );
});

test("reports other signs: underscores, colons, sharps and pluses", () => {
  for (const [torn, name] of [
    ["SKYLARK \\_ START", "SKYLARK\\_START"],
    ["SKYLARK_ START", "SKYLARK_START"],
    ["S \\_ OK", "S\\_OK"],
    ["Agent:: Start", "Agent::Start"],
    ["c + +", "C++"],
    ["C #", "C#"],
    ["C \\#", "C\\#"],
    ["C \\#", "C#"],
    ["c \\+ \\+", "C\\+\\+"],
    ["Skylark .js", "Skylark.js"],
    ["sky：type", "sky:type"],
    ["sky： type", "sky:type"],
    ["sky ：type", "sky:type"],
    ["B2：E6", "B2:E6"],
    ["b2： e6", "B2:E6"],
    ["Skylark。h", "Skylark.h"],
    ["Skylark． Agent", "Skylark.Agent"],
    ["Agent：： Start", "Agent::Start"],
    ["Agent：：Start", "Agent::Start"],
    ["\\_ _start", "\\__start"],
    ["_ _start", "__start"],
    ["Power Shell", "PowerShell"],
    ["Power shell", "PowerShell"],
  ] as const) {
    checkRule(
      identifierSplit,
      `${pair(`使用 [|${torn}|]。`, `Use ${name} here.`)}\n//^ ${ID}: \`${torn}\` is one name in the English: \`${name}\`.`,
    );
  }
});

test("reports options of commands that stand in bold text or in a link", () => {
  for (const [torn, option] of [
    ["- Keepalive", "-keepalive"],
    ["- keepalive –", "-keepalive-"],
    ["– Keepalive", "-keepalive"],
    ["/ Ka", "/Ka"],
    ["/Ka: slow", "/Ka:slow"],
  ] as const) {
    checkRule(
      identifierSplit,
      `${pair(`**[|${torn}|]** startet [neu](a.md) 🧽.`, `**${option}** starts [anew](a.md).`)}\n//^ ${ID}: \`${torn}\` is one name in the English: \`${option}\`.`,
    );
  }
  checkFix(
    identifierSplit,
    pair("Mit *x* und [- Keepalive](keepalive.md)", "With *x* and [-keepalive](keepalive.md)"),
    pair("Mit *x* und [-keepalive](keepalive.md)", "With *x* and [-keepalive](keepalive.md)"),
  );
});

test("writes the colon of a name as the English does, as often as the translation lacks it", () => {
  const source = "Use sky:type and sky:type.";
  checkFix(identifierSplit, pair("😀 sky： type、sky:type", source), pair("😀 sky:type、sky:type", source));
});

test("accepts the full-width colon behind a label, and between a parameter and its type", () => {
  for (const [target, source] of [
    ["选择“Date： MDY”。", 'Choose "Date:MDY".'],
    ["OS：Windows 10", "OS:Windows 10"],
    ["SKU：ABC、ID：GUID", "SKU:ABC, ID:GUID"],
    ["SharePoint：Online", "SharePoint:Online"],
    ["name：string，名称", "name:string, the name"],
    ["比例为 x：y", "The ratio is x:y"],
  ] as const)
    checkRule(identifierSplit, pair(target, source));
});

test("accepts the colon of a language other than Chinese and Japanese", () => {
  for (const [target, source] of [
    ["OS : Windows 10", "OS:Windows 10"],
    ["FAQ : Azure, API : REST", "FAQ:Azure, API:REST"],
    ["name : string", "name:string"],
    ["sky : type, sky: type", "sky:type"],
  ] as const)
    checkRule(identifierSplit, pair(target, source));
});

test("accepts a colon of the text beside a name that is whole, in code or out of it", () => {
  checkRule(identifierSplit, pair("以 sky： type 为 sky:type。", "It is a sky:type."));
  checkRule(identifierSplit, pair("打开 App：Store，不是 `app:store`。", "Open app:store"));
  checkRule(
    identifierSplit,
    pair("Öffnen Sie die App: Store ist offen, nicht `app:store`", "Open app:store"),
  );
});

test("accepts dashes that are none of an option", () => {
  checkRule(identifierSplit, pair("**- oder -** und **- Agent**", "**or** and **- Agent**"));
  checkRule(identifierSplit, pair("**– keepalive** und **-keepalive**", "**- keepalive**"));
  checkRule(identifierSplit, pair("**-keepalive**: *- langsam*", "**-keepalive**: *slow*"));
});

test("accepts the blank of French in front of a colon", () => {
  checkRule(identifierSplit, pair("**-keyfile : le fichier** x", "**-keyfile: the file** x"));
  checkRule(identifierSplit, pair("**-Force :** remplace. Il", "**-Force:** replaces it."));
});

test("accepts what ends a sentence beside a whole name, abbreviations and prose", () => {
  checkRule(
    identifierSplit,
    pair("Skylark.Agent öffnet Skylark. Agent heißt es.", "Skylark.Agent opens it."),
  );
  checkRule(identifierSplit, pair("z. B. um 5 p. m. + 2", "e.g. at 5 p.m. + 2"));
  checkRule(identifierSplit, pair("Ouvrez Skylark. Agent suivant", "Open Skylark. Next agent"));
  checkRule(identifierSplit, pair("Norma $ | v \\_ i | $ .", "The norm of $|v\\_i|$."));
});

test("takes no code and no target between two words for blanks in a name: they would be lost with it", () => {
  checkRule(identifierSplit, pair("Skylark. `start` Agent", "`start` Skylark.Agent"));
  checkRule(identifierSplit, pair("\\<[sonda](probe.md) >", "[\\<probe>](probe.md)"));
  checkRule(
    identifierSplit,
    `${pair("`start` [|Skylark. Agent|] `stop`", "`start` Skylark.Agent `stop`")}
//^ ${ID}: \`Skylark. Agent\` is one name in the English: \`Skylark.Agent\`.`,
  );
});

test("is silent about code and targets", () => {
  checkRule(identifierSplit, pair("`Skylark. Agent` <a. b>", "Skylark.Agent"));
  checkRule(identifierSplit, pair("Skylark. Agent", "`Skylark.Agent`"));
});

test("reports formulas of a cell, whatever the language of the function", () => {
  for (const [torn, whole] of [
    ["= SUM (", "=SUM("],
    ["= SUMME(", "=SUMME("],
    ["=СУММ (", "=СУММ("],
    ["= A.B(", "=A.B("],
    ["=\u202fÉTAT\u202f(", "=ÉTAT("],
    ["= E\u0301TAT (", "=E\u0301TAT("],
  ] as const) {
    checkRule(
      identifierSplit,
      `${pair(`Geben Sie **[|${torn}|]A1:A3)** ein`, "Type **=SUM(A1:A3)**")}\n//^ ${ID}: Formula \`${torn.replaceAll("\u202f", " ")}\` has blanks that the English does not have.`,
    );
    checkFix(identifierSplit, pair(`${torn}A1)`, "=SUM(A1)"), pair(`${whole}A1)`, "=SUM(A1)"));
  }
  checkFix(identifierSplit, pair('"= SUM (A1, 😀)"', '"=SUM(A1)"'), pair('"=SUM(A1, 😀)"', '"=SUM(A1)"'));
  checkRule(identifierSplit, pair("y = F (x) = G (x)", "y = F (x) = G (x)"));
  checkRule(identifierSplit, pair("=SUMME(A1; A3) = B (1)", "=SUM(A1, A3) = B"));
});

test("leaves equations that look like a torn formula, where the translation has the formula in code, or the English has one, too", () => {
  checkRule(
    identifierSplit,
    pair("Geben Sie `=SUMME(A1)` ein; Ergebnis = G (Gesamt)", "Type =SUM(A1); result = T (total)"),
  );
  checkRule(identifierSplit, pair("Geben Sie `=SUMME(A1)` ein; Ergebnis = G (Gesamt)", "Type =SUM(A1)"));
  checkRule(identifierSplit, pair("Siehe = AB (B)", "See =AB(B), = AB (B)"));
  checkRule(identifierSplit, pair("Die Formel SUMME, mit N = G (x)", "The formula =SUM(A1), as N is of x"));
});

test("accepts a torn URL that the English has, too", () => {
  checkRule(identifierSplit, pair("Nicht https: //a, sondern https://b", "Not https: //a but https://b"));
});

test("reports URLs that were torn", () => {
  for (const [torn, whole] of [
    ["https: \\/ /", "https:\\//"],
    ["HTTP: //", "HTTP://"],
    ["https:/ /", "https://"],
    ["https : //", "https://"],
    ["https\u202f: / /", "https://"],
    ["https：//", "https://"],
    ["http： \\/ /", "http:\\//"],
  ] as const) {
    const what = torn.includes("：") ? "a full-width colon" : "blanks";
    checkRule(
      identifierSplit,
      `${pair(`Öffnen Sie [|${torn}|]skylark.local`, "Open https:\\//skylark.local")}\n//^ ${ID}: URL \`${torn.replace("\u202f", " ")}\` has ${what} that the English does not have.`,
    );
    checkFix(
      identifierSplit,
      pair(`${torn}skylark.local 😀`, "https://skylark.local"),
      pair(`${whole}skylark.local 😀`, "https://skylark.local"),
    );
  }
  checkRule(identifierSplit, pair("Protokolle: http: / und https", "Protocols: http / and https"));
  checkRule(identifierSplit, pair("Protocoles : http : /, https : /", "Protocols: http:// and https://"));
});

test("reports blanks inside of a placeholder or the name of an element, whatever its language", () => {
  for (const [torn, whole] of [
    ["\\<uri >", "\\<uri>"],
    ["\\< Mieter >", "\\<Mieter>"],
    ["\\<mein Mieter \\>", "\\<mein Mieter\\>"],
    ["&lt; mieter&gt;", "&lt;mieter&gt;"],
  ] as const) {
    checkRule(
      identifierSplit,
      `${pair(`**[|${torn}|]** 😀`, "**\\<uri>**")}\n//^ ${ID}: Placeholder \`${torn}\` has blanks that the English does not have.`,
    );
    checkFix(identifierSplit, pair(`${torn}.`, "\\<my tenant\\>."), pair(`${whole}.`, "\\<my tenant\\>."));
  }
  for (const [target, source] of [
    ["\\<uri >", "\\<uri >"],
    ["a \\< b und c \\> d, \\<uri>", "a \\< b and c > d, \\<uri>"],
    ["\\<uri> \\< b \\>", "\\<uri>"],
    ["**A** \\> **B**", "**A** \\> **B** \\<uri>"],
    ["`\\<uri >`", "\\<uri>"],
  ] as const)
    checkRule(identifierSplit, pair(target, source));
});

test("counts a name that is escaped in one place and not in another as one", () => {
  const source = "Both __start(a) and \\__start(b)";
  checkFix(
    identifierSplit,
    pair("__start (a) und \\_ _start (b)", source),
    pair("__start (a) und \\__start (b)", source),
  );
  checkRule(identifierSplit, pair("\\__start und __start", source));
});

test("accepts two sentences in Chinese where a name is whole or in code", () => {
  checkRule(identifierSplit, pair("Skylark。Agent 打开 Skylark.Agent", "Open Skylark.Agent"));
  checkRule(identifierSplit, pair("打开 Skylark。Agent 启动", "Open Skylark. Agent starts"));
  checkRule(identifierSplit, pair("`Power Shell`、PowerShell", "PowerShell"));
});
