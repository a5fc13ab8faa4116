import assert from "node:assert/strict";
import { test } from "node:test";
import { findLoneBrackets, hasPairedQuotes } from "../../../../server/src/core/compare/wording/brackets.ts";
import { withoutEnumerators } from "../../../../server/src/core/compare/wording/enumerators.ts";

/** The lone brackets as characters with their offsets. */
function lone(text: string, withQuotes = false): string {
  return findLoneBrackets(text, withQuotes ? { quotesOf: text } : {})
    .map((offset) => `${text.charAt(offset)}${offset}`)
    .join(" ");
}

test("each kind of bracket is counted by itself, full-width ones with half-width ones", () => {
  assert.equal(lone("(a [b) c]"), "");
  assert.equal(lone("（a)"), "");
  assert.equal(lone(")a("), ")0 (2");
  assert.equal(lone("((a)"), "(0");
  assert.equal(lone("[a}"), "[0 }2");
});

test("quotation marks count on request", () => {
  assert.equal(lone("「a"), "");
  assert.equal(lone("「a", true), "「0");
  assert.ok(hasPairedQuotes('"a" “b” it’s'));
  assert.ok(!hasPairedQuotes('"a'));
  assert.ok(!hasPairedQuotes("“a"));
});

test("every language's way to quote has its pairs", () => {
  const texts = [
    "Die Schaltfläche „Speichern“.", // de, cs, bg
    "Przycisk „Zapisz”", // pl, hu, ro
    "Välj ”Spara” eller **”Öppna”**, sedan ”[Stäng](a.md)”-knappen.", // sv, fi
    "Vælg »Gem« eller »Åbn«.", // da
    "Wählen Sie »Speichern« und »Öffnen«.", // de
    "Valitse »Tallenna» tai »Avaa».", // fi
    "Choisissez «\u00a0Enregistrer\u00a0» ou « Ouvrir ».", // fr
    "Нажмите «Сохранить „всё“» или „Открыть“.", // ru
    "Elija «Guardar “todo”».", // es
    "اختر ”حفظ“ أو «فتح».", // ar
    "לחץ על ״שמור״ או „פתח” או צה״ל.", // he
    "選択“保存”、「開く」『閉じる』《書》〈節〉", // zh, ja
    'Die Schaltfläche „Speichern".', // as typed
    "„Kattintson a ”Mentés” gombra”", // nested
    "„Wybierz “Zapisz” teraz”", // nested
    "It’s ‘fine’, ‚auch‘.",
  ];
  for (const text of texts) assert.equal(lone(text, true), "", text);
});

test("half a quotation is one in every language", () => {
  assert.equal(lone("Die Schaltfläche „Speichern.", true), "„17");
  assert.equal(lone("Die Schaltfläche Speichern“.", true), "“26");
  assert.equal(lone("Välj Spara”.", true), "”10");
  assert.equal(lone("Välj ”Spara.", true), "”5");
  assert.equal(lone("Vælg »Gem.", true), "»5");
  assert.equal(lone("Choisissez Enregistrer » puis", true), "»23");
  assert.equal(lone("保存”，打开”", true), "”2 ”6");
  assert.equal(lone("“保存 “打开", true), "“0 “4");
});

test("a mark in front of code opens", () => {
  const written = "Skriv ”`ls`” nu";
  const prose = "Skriv ”    ” nu";
  assert.deepEqual(findLoneBrackets(prose, { quotesOf: written }), []);
});

test("the brackets of an enumeration need no partner", () => {
  assert.equal(withoutEnumerators("例: 1) まず 2) 次に"), "例: 1  まず 2  次に");
  assert.equal(withoutEnumerators("а) первый б) второй"), "а  первый б  второй");
  for (const [first, second, third] of [
    ...["أبج", "ابت", "אבג", "가나다", "กขค", "कखग", "アイウ", "一二三"],
    ...["123", "１２３", "١٢٣", "۱۲۳", "१२३", "১২৩", "๑๒๓"],
  ])
    assert.equal(
      withoutEnumerators(`x ${first}) y, ${second}) z, ${third}) x`),
      `x ${first}  y, ${second}  z, ${third}  x`,
    );
  assert.equal(withoutEnumerators("x 가) y 다) z"), "x 가) y 다) z");
  assert.equal(withoutEnumerators("1）打开"), "1 打开");
  assert.equal(withoutEnumerators("1) a (2) b"), "1  a (2) b");
});

test("other brackets behind a number are no enumeration", () => {
  for (const text of ["版本 1）", "在 10） 和 11） 之间", "(1) a (2) b", "2) b", "Plan a)", "V1) 2)"])
    assert.equal(withoutEnumerators(text), text);
});

test("a page of brackets without end is counted", () => {
  for (const text of ["{", "”", "»«", "1) ", " ”a*_"]) {
    const started = performance.now();
    findLoneBrackets(text.repeat(200_000), { quotesOf: text.repeat(200_000) });
    withoutEnumerators(text.repeat(200_000));
    assert.ok(performance.now() - started < 5000, text);
  }
});
