import assert from "node:assert/strict";
import { test } from "node:test";
import { codeMismatch } from "../../../../server/src/core/rules/segment/code-mismatch.ts";
import { checkFix, checkRule, checkText, fixTitles } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/code-mismatch";

test("reports code that differs from the English", () => {
  checkRule(
    codeMismatch,
    `${pair("运行 [|`git statut`|]。", "Run `git status`.")}
//^ ${ID}: Inline code \`git statut\` differs from the English, which has \`git status\`.`,
  );
});

test("accepts keys by the names that they have on another keyboard", () => {
  checkRule(codeMismatch, pair("Drücken Sie `Strg`+`Eingabe`.", "Press `Ctrl`+`Enter`."));
  checkRule(codeMismatch, pair("Drücken Sie `Strg+Umschalt+P`.", "Press `Ctrl+Shift+P`."));
  checkRule(codeMismatch, pair("Appuyez sur `Maj` + `Suppr`.", "Press `Shift` + `Delete`."));
  for (const code of ["Control", "Delete", "return -1", "end-1"])
    checkRule(
      codeMismatch,
      `${pair("Siehe [|`Steuerung`|].", `See \`${code}\`.`)}
//^ ${ID}: Inline code \`Steuerung\` differs from the English, which has \`${code}\`.`,
    );
});

test("reports code that is lost", () => {
  checkRule(
    codeMismatch,
    `${pair("[|属性是可选的。|]", "The `type` property and `name` are optional.")}
//^ ${ID}: Inline code \`type\`, \`name\` of the English are missing in the translation.`,
  );
});

test("reports the text of lost code where it stands", () => {
  checkRule(
    codeMismatch,
    `${pair("运行 [|git status|]。", "Run `git status`.")}
//^ ${ID}: \`git status\` is inline code in the English.`,
  );
});

test("reports code that is added", () => {
  checkRule(
    codeMismatch,
    `${pair("选择 [|`保存`|]。", "Choose Save.")}
//^ ${ID}: Inline code \`保存\` is not in the English.`,
  );
});

test("reports code that is run together", () => {
  checkRule(
    codeMismatch,
    `${pair("[|`run()``sync()`|]", "`run()` and `sync()`")}
//^ ${ID}: Inline code \`run()\` and \`sync()\` of the English is run together.`,
  );
});

test("accepts another order, a no-break space and escaped backticks", () => {
  checkRule(codeMismatch, pair("`b` 和 `a`", "`a` and `b`"));
  checkRule(codeMismatch, pair("`a\u00a0b`：", "`a b`:"));
  checkRule(codeMismatch, pair("按 \\` 键", "Press the \\` key"));
});

test("is silent in code blocks", () => {
  checkRule(codeMismatch, `\`\`\`\n${pair("`a`", "`b`")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    codeMismatch,
    `か\u3099 😀\r\n\r\n${pair("😀 [|`b`|] が", "`a`")}\r\n
//^ ${ID}: Inline code \`b\` differs from the English, which has \`a\`.`,
  );
});

test("puts the English code back", () => {
  checkFix(
    codeMismatch,
    pair("运行 `git`。", "Run `git status`."),
    pair("运行 `git status`。", "Run `git status`."),
  );
  checkFix(
    codeMismatch,
    pair("运行 git status。", "Run `git status`."),
    pair("运行 `git status`。", "Run `git status`."),
  );
  checkFix(codeMismatch, pair("`a``b`。", "`a` or `b`."), pair("`a` `b`。", "`a` or `b`."));
  checkFix(codeMismatch, pair("`b`", "``a ` b``"), pair("``a ` b``", "``a ` b``"));
});

test("a lost backtick is put back, and what stands between two pieces of code is not taken for code", () => {
  const english = "Run `git`, then `npm`.";
  for (const lost of ["先运行 git`，再运行 `npm`。", "先运行 `git，再运行 `npm`。"]) {
    const marked = lost.replace("git", "[|git|]");
    checkRule(codeMismatch, `${pair(marked, english)}\n//^ ${ID}: \`git\` is inline code in the English.`);
    checkFix(codeMismatch, pair(lost, english), pair("先运行 `git`，再运行 `npm`。", english));
  }
  checkFix(
    codeMismatch,
    pair("😀 `git，再运行 npm`。", english),
    pair("😀 `git`，再运行 `npm`。", english),
    "Mark `git` and `npm` as code",
  );
});

test("a lost backtick is put back beside code that another piece begins with", () => {
  const english = "Run `git commit`, not `git`.";
  const whole = "运行 `git commit`，而不是 `git`。";
  for (const lost of ["运行 `git commit，而不是 `git`。", "运行 git commit`，而不是 git`。"])
    checkFix(codeMismatch, pair(lost, english), pair(whole, english));
});

test("words between two pieces of code stay, where nobody can say which marks were lost", () => {
  assert.throws(() => {
    checkFix(codeMismatch, pair("使用 `git“ 和 ´npm` npm。", "Use `git` and `npm`."), "");
  }, /no such fix/);
});

test("marks that moved are put back, and every word stays", () => {
  for (const [moved, whole, english] of [
    ["运`行 git commit`。", "运行 `git commit`。", "Run `git commit`."],
    ["`name を入`力します。", "`name` を入力します。", "Enter `name`."],
    ["`stop())를` 호출합니다.", "`stop()`)를 호출합니다.", "Call `stop()`."],
    ["הפעל את `start() ו`לאחר.", "הפעל את `start()` ולאחר.", "Run `start()`, then."],
    ["输入 `nam`e。", "输入 `name`。", "Enter `name`."],
    ["运行 `git` commit。", "运行 `git commit`。", "Run `git commit`."],
    ["（x`）。`", "（`x`）。", "(`x`)."],
    ["使用 ``a`b 和``。", "使用 ``a`b`` 和。", "Use ``a`b`` and."],
    ["使用 `true 或 false`，而不是 true。", "使用 `true` 或 false，而不是 true。", "Use `true` or `false`."],
    ["使用 true`或`false，而不是 true。", "使用 `true`或false，而不是 true。", "Use `true` or `false`."],
  ] as const)
    checkFix(codeMismatch, pair(moved, english), pair(whole, english));
});

test("code is replaced unasked only where it must be what became of that of the English", () => {
  const english = "Run `git`.";
  for (const target of [
    "运行 `并` git。",
    "Exécutez `la commande git`.",
    "运行 `git --all`。",
    "Uruchom `k`odu.",
  ])
    assert.throws(() => {
      checkFix(codeMismatch, pair(target, english), "");
    }, /no such fix; offered: Use the English `git`$/);
  assert.throws(() => {
    checkFix(codeMismatch, pair("`选` 择 `start(［`。", "Select `start()`."), "");
  }, /no such fix; offered: Use the English `start\(\)`$/);
  for (const target of ["运行 `gti`。", "运行 `git,`。"])
    checkFix(codeMismatch, pair(target, english), pair("运行 `git`。", english));
});

test("marks that are left over go, also those of full width and escaped ones", () => {
  for (const written of ["git`", "`git", "``git`", "｀git｀", "\\`git\\`", "´git`"]) {
    checkFix(codeMismatch, pair(`运行 ${written}。`, "Run `git`."), pair("运行 `git`。", "Run `git`."));
  }
});

test("words between two backticks are not replaced where another backtick has no partner", () => {
  assert.deepEqual(fixTitles(codeMismatch, pair("`a` ` 和 `b`", "`a` and `b`")), []);
  assert.deepEqual(fixTitles(codeMismatch, pair("甲` 和 `b`", "`a` and `b`")), []);
});

test("reports formulas that were torn, translated or lost", () => {
  checkFix(
    codeMismatch,
    pair("Der Zustand $\\ket {x_1} $ ist $e^{x}$ 😀.", "The state $\\ket{x_1}$ is $e^{x}$."),
    pair("Der Zustand $\\ket{x_1}$ ist $e^{x}$ 😀.", "The state $\\ket{x_1}$ is $e^{x}$."),
  );
  checkRule(
    codeMismatch,
    `${pair("[|\\start{align} $x_1$ e o $$x_2$$|]", "\\begin{align} $x_1$ and $n$ and $$x_2$$")}
//^ ${ID}: Formulas \`\\begin{align}\`, \`$n$\` of the English are missing in the translation.`,
  );
  checkRule(
    codeMismatch,
    `${pair("a [|$ x_1$|]", "a $x_1$")}
//^ ${ID}: Formula \`$ x_1$\` is none, the English has \`$x_1$\`.`,
  );
});

test("accepts formulas with other blanks, in another order, and what is no formula", () => {
  checkRule(codeMismatch, pair("$e ^ { x }$ und $x_1$", "$x_1$ and $e^{x}$"));
  checkRule(codeMismatch, pair("$ x _ 1 $", "$x_1$"));
  checkRule(codeMismatch, pair("$0,5 x_1$", "$0.5 x_1$"));
  checkRule(codeMismatch, pair("zwischen 5 und 10 $", "between $5 and $10"));
  checkRule(codeMismatch, pair("$HOME und PATH", "$HOME\\tools and $PATH"));
  checkRule(codeMismatch, pair("$名前 GUID$", "$application_GUID here$"));
});

test("accepts formulas whose words, decimal commas or entities are those of the translation", () => {
  for (const [target, source] of [
    ["$P(\\text{Kopf})=0,5$", "$P(\\text{head})=0.5$"],
    ["$P=0{,}5_1 + x_1$", "$P=0.5_1 + x_1$"],
    ["$x_1 \\text{ o }y$", "$x_1 \\text{ or } y$"],
    ["$\\mbox{si }x_1$ et $\\textrm{是}x_2$", "$\\mbox{if }x_1$ and $\\textrm{is}x_2$"],
    ["$x_{Bedarf}$ und $x^{需求}$", "$x_{demand}$ and $x^{demand}$"],
    ["$x_1 &lt; 2$", "$x_1 < 2$"],
    ["$\\mathrm{кг}_1$ и $x_\\mathrm{спрос}$", "$\\mathrm{kg}_1$ and $x_\\mathrm{demand}$"],
    ["$\\operatorname{sen}(x_1)$", "$\\operatorname{sin}(x_1)$"],
    ["$\\textbf{si \\emph{a}} x_1$", "$\\textbf{if \\emph{a}} x_1$"],
    ["$10 000 x_1$ et $1.000 y_1$", "$10,000 x_1$ and $1,000 y_1$"],
    ["令 $f_1（x，y）$", "Let $f_1(x, y)$"],
    ["$f_1(0,5; x)$", "$f_1(0.5, x)$"],
    ["$f_1(x)$。", "$f_1(x).$"],
    ["\u200f$x_1\u200f$ ו", "$x_1$ and"],
  ] as const) {
    checkRule(codeMismatch, pair(target, source));
  }
  checkRule(
    codeMismatch,
    `${pair("[|$x_{Bedarf}$ und $y_{2}$|]", "$x_{demand}$ and $y_{1}$")}
//^ ${ID}: Formula \`$y_{1}$\` of the English is missing in the translation.`,
  );
});

test("accepts a formula that the translation has, but repeats less", () => {
  checkRule(codeMismatch, pair("$x_1$ が成り立つ。", "If $x_1$ holds, $x_1$ is good."));
  checkRule(
    codeMismatch,
    `${pair("$x_1$ und [|$x_1 $|]", "$x_1$ and $x_1$")}
//^ ${ID}: Formula \`$x_1 $\` is none, the English has \`$x_1$\`.`,
  );
});

test("reports one of two lost beginnings of an equation", () => {
  checkRule(
    codeMismatch,
    `${pair("[|\\begin{align} x \\start{align}|]", "\\begin{align} x \\begin{align}")}
//^ ${ID}: Formula \`\\begin{align}\` of the English is missing in the translation.`,
  );
});

test("accepts an ordinal that is said otherwise", () => {
  checkRule(codeMismatch, pair("第 $i$ 个", "The $i^{th}$ one"));
  checkRule(codeMismatch, pair("Le $n_1$ième", "The ${n_1}^{\\text{th}}$ one"));
});

test("takes no sentence between two dollars for a formula", () => {
  for (const [target, source] of [
    ["de 5 $ (a_b) à 10 $", "from $ 5 (a_b) to $ 10"],
    ["5 $ par a_b, ou 10 $", "US: $5 per a_b or 10$"],
    ["Le signe $ de \\dd.", "The sign $ of \\dd and the $ of all."],
  ] as const)
    checkRule(codeMismatch, pair(target, source));
  checkRule(
    codeMismatch,
    `${pair("[|x|]", "$x_1 \\text{ or } y$")}
//^ ${ID}: Formula \`$x_1 \\text{ or } y$\` of the English is missing in the translation.`,
  );
});

test("accepts a formula that stands letter for letter, with letters behind it or in code", () => {
  checkRule(codeMismatch, pair("Das $n_1$te Element", "The $n_1$-th element"));
  checkRule(codeMismatch, pair("第$n_1$a", "The $n_1$-th"));
  checkRule(codeMismatch, pair("Le $n_{0,5}$ième", "The $n_{0.5}$-th"));
  checkRule(
    codeMismatch,
    `${pair("Geben Sie [|`$a_b$`|] ein", "Type $a_b$")}
//^ ${ID}: Inline code \`$a_b$\` is not in the English.`,
  );
});

test("reports a torn formula whose words were translated, and does not put English words back", () => {
  const findings = checkText(
    `${pair("Wenn $P(\\text{Kopf}) $ gilt", "If $P(\\text{head})$ holds")}\n`,
  ).filter(({ ruleId }) => ruleId === ID);
  assert.deepEqual(
    findings.map(({ message, fixes = [] }) => [message, fixes.length]),
    [["Formula `$P(\\text{Kopf}) $` is none, the English has `$P(\\text{head})$`.", 0]],
  );
});

test("accepts pieces of code apart that the English runs together, and reports them where one is gone", () => {
  const english = "The `start``stop` and `run` modifiers";
  checkRule(codeMismatch, pair("Die Modifizierer `start` `stop` und `run` 😀", english));
  checkRule(
    codeMismatch,
    `${pair("Die Modifizierer [|`start`|] und `run`", english)}
//^ ${ID}: Inline code \`start\` differs from the English, which has \`\`\` start\`\`stop \`\`\`.`,
  );
});

test("nothing is marked behind a backslash, which would escape the mark", () => {
  const page = pair("运行 [|git|] 和 \\[|x|]。", "Run `git` and `x`.");
  checkRule(
    codeMismatch,
    `${page}
//^ ${ID}: \`git\` is inline code in the English.
//^ ${ID}: \`x\` is inline code in the English.`,
  );
  assert.deepEqual(fixTitles(codeMismatch, pair("运行 \\x。", "Run `x`.")), []);
});

test("reports the torn signs of a formula that several sentences share", () => {
  checkRule(
    codeMismatch,
    `${pair("El estado [|$ $|] \\begin{align} x_1 = 2.", "The state $$ \\begin{align} x_1 = 2.")}
//^ ${ID}: Formula \`$ $\` is none, the English has \`$$\`.
${pair("\\end{align} [|$ $|]", "\\end{align} $$", 102)}
//^ ${ID}: Formula \`$ $\` is none, the English has \`$$\`.`,
  );
  checkFix(
    codeMismatch,
    pair("\\end{align} $ $", "\\end{align} $$"),
    pair("\\end{align} $$", "\\end{align} $$"),
  );
  checkRule(codeMismatch, pair("Wir nehmen $x_1$ $y_1$.", "We take $x_1$ and $y_1$."));
});

test("nothing is marked where a backtick without partner would make code of other words", () => {
  const english = "See [Settings](a.md) and `x`.";
  assert.deepEqual(fixTitles(codeMismatch, pair("参见 `[设置](a.md)和 x。", english)), []);
  const escaped = "按 \\` 键和 ";
  checkFix(
    codeMismatch,
    pair(`${escaped}x。`, "Press \\` and `x`."),
    pair(`${escaped}\`x\`。`, "Press \\` and `x`."),
  );
});
