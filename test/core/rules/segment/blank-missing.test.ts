import assert from "node:assert/strict";
import { test } from "node:test";
import { blankMissing } from "../../../../server/src/core/rules/segment/blank-missing.ts";
import { checkFix, checkRule, checkText } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/blank-missing";

/** A page in a language with one segment. */
function page(locale: string, target: string, source: string, end = "\n"): string {
  return `---${end}ms.contentlocale: ${locale}${end}---${end}${pair(target, source)}${end}`;
}

test("reports a word that clings to bold text, code or a link, behind or before", () => {
  for (const [locale, target, source, first, second] of [
    ["de-DE", "Wenn alle **wahr**[|sind|].", "If all are **true**.", "`**wahr**`", "`sind`"],
    ["cs-CZ", "Objekt `Date`[|volat|] 🧽.", "Call `Date` objects.", "`` `Date` ``", "`volat`"],
    [
      "es-ES",
      "En **Opciones**[|y|] luego **OK**.",
      "In **Options** and then **OK**.",
      "`**Opciones**`",
      "`y`",
    ],
    ["pl-PL", "Otwórz [plik](a.md)[|oraz|] zamknij.", "Open the [file](a.md).", "`[plik](a.md)`", "`oraz`"],
    [
      "fr-FR",
      "sous la [|forme|]`Bearer <token>`",
      "in the form `Bearer <token>`",
      "`forme`",
      "`` `Bearer <token>` ``",
    ],
    ["RU-ru", "Нажмите **ОК**[|чтобы|] выйти", "Press **OK** to leave", "`**ОК**`", "`чтобы`"],
  ] as const) {
    checkRule(
      blankMissing,
      `${page(locale, target, source)}//^ ${ID}: There is no blank between ${first} and ${second}.\n`,
    );
  }
});

test("knows short words that are no endings", () => {
  for (const [locale, target] of [
    ["nl-NL", "Zie de [handleiding](a.md)[|voor|] meer, en de **Sensor**en"],
    ["de-DE", "**Start**[|und|] **Sensor**en"],
    ["sv-SE", "**Start**[|och|] **Sensor**n"],
    ["nb-NO", "**Start**[|og|] **Sensor**en"],
    ["da-DK", "**Start**[|Og|] **Sensor**en"],
    ["ro-RO", "**Start**[|și|] **Sensor**ul"],
    ["pl-PL", "`start`[|do|] i **Sensor**ów"],
    ["cs-CZ", "`start`[|pro|] a **Sensor**em"],
    ["ru-RU", "`start`[|для|] **Sensor**ов"],
    ["uk-UA", "`start`[|або|] **Sensor**ів"],
  ] as const) {
    const word = /\[\|(.*)\|\]/.exec(target)?.[1] ?? "";
    const markup = /(\S+)\[\|/.exec(target)?.[1] ?? "";
    const quoted = markup.includes("`") ? `\`\` ${markup} \`\`` : `\`${markup}\``;
    checkRule(
      blankMissing,
      `${page(locale, target, "Open `start` of the **Sensor**")}//^ ${ID}: There is no blank between ${quoted} and \`${word}\`.\n`,
    );
  }
});

test("knows conjunctions and prepositions that are no endings where endings, prefixes or compounds are long", () => {
  for (const [locale, target] of [
    ["tr-TR", "**Sensör**[|veya|] bölge, `start`ı"],
    ["fi-FI", "Avaa **Anturi**[|sekä|] `start`iin"],
    ["lt-LT", "**Jutiklis**[|arba|] kita, `start`ui"],
    ["sl-SI", "**Senzor**[|oziroma|] območje, `start`om"],
    ["id-ID", "**Sensor**[|untuk|] `start`nya"],
    ["hi-IN", "**सेंसर**[|लेकिन|] चुनें"],
    ["ar-SA", "حدد **المستشعر**[|عندما|] وبال**بدء** و`start`ات"],
    ["he-IL", "בחר **חיישן**[|כאשר|] מכן וב**אזור** ו`start`ים"],
    ["fi-FI", "[|Koska|]**Anturi** on"],
  ] as const) {
    const findings = checkText(
      page(locale, target.replace(/\[\|(.*?)\|\]/, "$1"), "Open **Sensor** and the zone"),
    ).filter(({ ruleId }) => ruleId === ID);
    const [, word = ""] = /\[\|(.*?)\|\]/.exec(target) ?? [];
    assert.equal(findings.length, 1, target);
    assert.ok(findings[0]?.message.includes(`\`${word}\``), target);
    assert.equal(findings[0]?.fixes?.[0]?.isPreferred, true, target);
  }
});

test("accepts endings, prefixes and parts of compounds that are as long as words", () => {
  for (const [locale, target] of [
    ["hi-IN", "[उपयोगकर्ता](a.md)ओं, [सुविधा](a.md)एँ"],
    ["sl-SI", "**senzor**je, [monitor](a.md)je, `start`nega"],
    ["ar-SA", "[حسابات](a.md)هم [بيانات](a.md)كم **إعدادات**نا **مستشعر**ان **مستشعر**تين"],
    ["he-IL", "[חשבון](a.md)כם [חשבונות](a.md)יהם **וירטואל**ית"],
    ["id-ID", "menge**klik**, antar`thread`, memper**barui**, untuk**nya**"],
    ["tr-TR", "**Windows**vari **beş**gen **Office**gillerden **dün**kü"],
    ["lt-LT", "[lentelė](a.md)mis, **nuoroda**ms"],
    ["lv-LV", "**Windows**nieku"],
    ["et-EE", "[loo](a.md)mine, [andmebaasi](a.md)objekt"],
    ["fi-FI", "[tietokanta](a.md)rivi, tieto**kanta**"],
  ] as const) {
    checkRule(blankMissing, page(locale, target, "Open **Sensor** and the zone"));
  }
});

test("offers a blank without preferring it where a language adds endings", () => {
  const findings = checkText(page("ru-RU", "**Старт**для и **настрой**ками, при**Бор**", "**Start** it"));
  assert.deepEqual(
    findings.filter(({ ruleId }) => ruleId === ID).map(({ fixes = [] }) => fixes[0]?.isPreferred),
    [false, false, false],
  );
});

test("inserts the blank, with CRLF too", () => {
  for (const end of ["\n", "\r\n"]) {
    checkFix(
      blankMissing,
      page("fr-FR", "Les capteurs sont **prêts**et chauds.", "The sensors are **ready** and hot.", end),
      page("fr-FR", "Les capteurs sont **prêts** et chauds.", "The sensors are **ready** and hot.", end),
    );
  }
});

test("offers a blank without preferring it where a hyphen may be what is missing", () => {
  const [written, source] = ["Die Methode `Main`methode.", "The `Main` method."];
  const [fix] = checkText(page("de-DE", written, source)).flatMap(({ ruleId, fixes = [] }) =>
    ruleId === ID ? fixes : [],
  );
  assert.equal(fix?.title, "Insert a blank");
  assert.equal(fix.isPreferred, false);
});

test("accepts plurals, endings, elisions, access keys and compounds with a hyphen", () => {
  for (const [locale, target, source] of [
    ["fr-FR", "Les **API**s de l’`Agent` et d’**Agent**", "The **API** of the `Agent` and of **Agent**"],
    ["es-ES", "Las `Task`s", "The tasks of `Task`"],
    ["pl-PL", "W `Date`ach i **Word**u", "In `Date` and **Word**"],
    ["de-DE", "**D**atei und das `Date`-Objekt", "**D** opens a file, and the `Date` object"],
    ["sv-SE", "**Sensor**ernas", "Of the **sensors**"],
    ["pl-PL", "W systemie **Windows**owego", "In **Windows**"],
    ["cs-CZ", "**Excel**ového", "Of **Excel**"],
    ["sl-SI", "**Word**ovega", "Of **Word**"],
    ["ro-RO", "`token`urilor", "Of the `token`"],
    ["nl-NL", "ge`commit`ten", "`commit`"],
    ["bg-BG", "**Виртуал**на и **копира**не", "**Virtual** and **copying**"],
    ["cs-CZ", "**Aktualizu**je", "**Updates** it"],
    ["pl-PL", "**Wirtual**na i **logowa**nie", "**Virtual** and **signing** in"],
    ["pt-BR", "A **10**ª vez", "The **10** th time"],
  ] as const) {
    checkRule(blankMissing, page(locale, target, source));
  }
});

test("accepts endings of verbs and of numbers, and units", () => {
  for (const [locale, target] of [
    ["fr-FR", "**connecté**e, `commit`er, **réseau**x, la **1**re et le **2**ème à **14**h30"],
    ["es-ES", "`commit`ear, **selecciona**do, el **2**do y el **3**er"],
    ["it-IT", "**salva**re, `commit`are"],
    ["pt-PT", "**salvar**a\u0301, **clique**i, **5**km"],
    ["ca-ES", "el **2**n, **guarda**r"],
    ["el-GR", "Το **1**ο, **σύνδεσμ**ους"],
    ["de-DE", "**10**fach, **25**jährig, **Cloud**seitig"],
    ["cs-CZ", "**10**krát, **10**násobek"],
    ["ru-RU", "**100**процентный"],
  ] as const) {
    checkRule(blankMissing, page(locale, target, "Open `commit` and the zone"));
  }
});

test("accepts a prefix or the first half of a word in front of markup", () => {
  for (const [locale, target] of [
    ["fr-FR", "pre\u0301**configuré**, micro`service`, anti**virus**"],
    ["es-ES", "auto**guardado**, sub`Task`"],
    ["pl-PL", "pod**folder**, nie**prawidłowy**"],
    ["de-DE", "Haupt**fenster**, vor**konfiguriert**, Daten[bank](a.md)"],
    ["sv-SE", "under**mapp**"],
    ["el-GR", "προ**επιλογή**"],
  ] as const) {
    checkRule(blankMissing, page(locale, target, "Open the zone"));
  }
  for (const [locale, target, word] of [
    ["de-DE", "Wählen Sie die**Zone** aus", "die"],
    ["de-DE", "die Option**auf die Zone** aus", "Option"],
    ["es-ES", "elige auto**Guardado**", "auto"],
  ] as const) {
    const findings = checkText(page(locale, target, "Choose the **zone**")).filter(
      ({ ruleId }) => ruleId === ID,
    );
    assert.deepEqual(
      findings.map(({ message }) => message.includes(`\`${word}\``)),
      [true],
      target,
    );
  }
});

test("does not prefer a blank where an apostrophe is what is missing", () => {
  const findings = checkText(page("it-IT", "Nome dell**Agente** e nella**Zona**", "Name of the **zone**"));
  assert.deepEqual(
    findings.filter(({ ruleId }) => ruleId === ID).map(({ fixes = [] }) => fixes[0]?.isPreferred),
    [false, true],
  );
});

test("finds words whose last letter has marks, and code that begins with a sign", () => {
  for (const [locale, target] of [
    ["hi-IN", "इसके [|द्वारा|][सेंसर](a.md)"],
    ["fr-FR", "la clé [|sera\u0300|][l’agent](a.md)"],
    ["fr-FR", "sous la [|forme|]`<token>`"],
  ] as const) {
    const found = checkText(page(locale, target.replace(/\[\|(.*?)\|\]/, "$1"), "By the zone")).filter(
      ({ ruleId }) => ruleId === ID,
    );
    assert.equal(found.length, 1, target);
  }
});

test("accepts what clings in the English, too, and what is no markup", () => {
  checkRule(blankMissing, page("de-DE", "**Sub**domänen", "**Sub**domains"));
  checkRule(blankMissing, page("de-DE", "`a` und 2*b*c*d", "`a` and 2*b*c*d"));
  checkRule(blankMissing, page("de-DE", "`**wahr**sind`", "`true`"));
  checkRule(blankMissing, page("de-DE", "\\*\\*wahr\\*\\*sind", "\\*\\*true\\*\\* are"));
});

test("accepts a link without text, whose words stand in front of it: `link/text-missing` says that", () => {
  checkRule(blankMissing, page("fr-FR", "Ouvrez le tableau[](board.md).", "Open the [board](board.md)."));
});

test("says nothing in languages with other habits, nor where none is given", () => {
  const source = "From **Sensors** to `start`";
  for (const locale of ["ko-KR", "ja-JP", "zh-CN", "th-TH", "tr-TR", "fi-FI", "hu-HU"])
    checkRule(blankMissing, page(locale, "**Sensors**eitan `start`eitan", source));
  checkRule(blankMissing, `${pair("**Sensors**eitan", source)}\n`);
});
