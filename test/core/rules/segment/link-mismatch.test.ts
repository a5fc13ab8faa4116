import assert from "node:assert/strict";
import { test } from "node:test";
import { linkMismatch } from "../../../../server/src/core/rules/segment/link-mismatch.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const ID = "segment/link-mismatch";

test("reports a target that differs from the English", () => {
  checkRule(
    linkMismatch,
    `${pair("请参阅[安装]([|instal.md|])。", "See [Install](install.md).")}
//^ ${ID}: Link target \`instal.md\` differs from the English, which has \`install.md\`.`,
  );
});

test("accepts a translation whose link works where the English one is broken", () => {
  checkRule(
    linkMismatch,
    `//- page.md
${pair("请参阅[安装](install.md)。", "See [Install](instal.md).")}
//- install.md`,
  );
});

test("reports a link that is lost, once for a sentence", () => {
  checkRule(
    linkMismatch,
    `${pair("[|请参阅安装和设置。|]", "See [Install](install.md) and [Set up](setup.md).")}
//^ ${ID}: Link targets \`install.md\`, \`setup.md\` of the English are missing in the translation.`,
  );
});

test("reports a link that is added", () => {
  checkRule(
    linkMismatch,
    `${pair("[设置域]([|域的设置|])", "Set the domain")}
//^ ${ID}: Link target \`域的设置\` is not in the English.`,
  );
});

test("reports a picture apart from a link", () => {
  checkRule(
    linkMismatch,
    `${pair("图 ![图]([|media/b.png|])", "Picture ![Picture](media/a.png)")}
//^ ${ID}: Image target \`media/b.png\` differs from the English, which has \`media/a.png\`.`,
  );
});

test("counts: a link that the English has twice is needed twice", () => {
  checkRule(
    linkMismatch,
    `${pair("[|[甲](a.md)或乙|]", "[A](a.md) or [B](a.md)")}
//^ ${ID}: Link target \`a.md\` of the English is missing in the translation.`,
  );
});

test("reports the href of a tag", () => {
  checkRule(
    linkMismatch,
    `${pair('<a href="[|x.md|]">安装</a>', '<a href="install.md">Install</a>')}
//^ ${ID}: Link target \`x.md\` differs from the English, which has \`install.md\`.`,
  );
});

test("accepts another order, another text and another form", () => {
  checkRule(linkMismatch, pair("[乙](b.md)和[甲](a.md)", "[A](a.md) and [B](b.md)"));
  checkRule(linkMismatch, pair("<https://contoso.com/a>", "[Contoso](https://contoso.com/a)"));
});

test("accepts a locale in the URL, https for http, and a URL that a Chinese full stop ends", () => {
  checkRule(linkMismatch, pair("[文](https://contoso.com/zh-cn/a)", "[Doc](https://contoso.com/en-us/a)"));
  checkRule(linkMismatch, pair("[文](https://contoso.com/a)", "[Doc](http://contoso.com/a)"));
  checkRule(linkMismatch, pair("请访问 https://contoso.com/a。谢谢", "Visit https://contoso.com/a. Thanks"));
});

test("leaves a translated bookmark to the rule that knows the headings", () => {
  checkRule(linkMismatch, pair("[步骤](setup.md#步骤-1)", "[Step](setup.md#step-1)"));
  checkRule(linkMismatch, pair("[étape](#étape-1)", "[step](#step-1)"));
});

test("reports a bookmark that is gone altogether, and a tab that is renamed", () => {
  checkRule(
    linkMismatch,
    `${pair("[步骤]([|setup.md|])", "[Step](setup.md#step-1)")}
//^ ${ID}: Link target \`setup.md\` differs from the English, which has \`setup.md#step-1\`.
${pair("[视窗]([|#tab/视窗|])", "[Windows](#tab/windows)", 102)}
//^ ${ID}: Link target \`#tab/视窗\` differs from the English, which has \`#tab/windows\`.`,
  );
});

test("resolves references by the definitions of the page", () => {
  checkRule(
    linkMismatch,
    `${pair("[加载项命令][]", "[add-in commands][]")}

[加载项命令]: commands.md
[add-in commands]: commands.md`,
  );
});

test("accepts the translated label of a definition, and reports its target", () => {
  checkRule(
    linkMismatch,
    `${pair("Apri il [portale delle sonde].", "Open the [probe portal].")}

${pair("[portale delle sonde]: https://skylark.contoso.com/", "[probe portal]: https://skylark.contoso.com/")}
${pair("[guida]: [|https://skylark.contoso.com/giuda|]", "[guide]: https://skylark.contoso.com/guide")}
//^ ${ID}: Link target \`https://skylark.contoso.com/giuda\` differs from the English, which has \`https://skylark.contoso.com/guide\`.`,
  );
});

test("leaves a reference without definition to the rule for definitions", () => {
  checkRule(
    linkMismatch,
    `${pair("[加载项命令][]", "[add-in commands][]")}\n\n[add-in commands]: commands.md`,
  );
});

test("reports a link that has come apart although its URL stands there still", () => {
  checkRule(
    linkMismatch,
    `${pair("[|[文] (https://contoso.com/a)|]", "[Doc](https://contoso.com/a)")}
//^ ${ID}: Link target \`https://contoso.com/a\` of the English is missing in the translation.`,
  );
  checkRule(linkMismatch, pair("[文] (https://contoso.com/a)", "[Doc] (https://contoso.com/a)"));
});

test("reports a short path that is no locale", () => {
  checkRule(
    linkMismatch,
    `${pair("[文]([|https://contoso.com/apq|])", "[App](https://contoso.com/app)")}
//^ ${ID}: Link target \`https://contoso.com/apq\` differs from the English, which has \`https://contoso.com/app\`.`,
  );
});

test("is silent about links in code", () => {
  checkRule(linkMismatch, pair("键入 `[甲](b.md)`", "Type `[A](b.md)`"));
  checkRule(linkMismatch, `\`\`\`\n${pair("[甲](b.md)", "[A](a.md)")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    linkMismatch,
    `# 標題 😀\r\n\r\nか\u3099${pair("👩‍💻 [が]([|b.md|])", "[A](a.md)")}\r\n
//^ ${ID}: Link target \`b.md\` differs from the English, which has \`a.md\`.`,
  );
});

test("puts the English target in place of the other one", () => {
  checkFix(
    linkMismatch,
    pair("[安装](instal.md)", "[Install](install.md)"),
    pair("[安装](install.md)", "[Install](install.md)"),
  );
  checkFix(
    linkMismatch,
    pair("[安装](b.md)", "[Install](<my setup.md>)"),
    pair("[安装](<my setup.md>)", "[Install](<my setup.md>)"),
  );
});

test("closes the gap in a broken link", () => {
  for (const broken of [
    "[安装] (install.md)",
    "[安装]（install.md）",
    "[安装] （install.md）",
    "［安装］(install.md)",
    "[安装]",
  ]) {
    checkFix(
      linkMismatch,
      pair(`请参阅${broken}。`, "See [Install](install.md)."),
      pair("请参阅[安装](install.md)。", "See [Install](install.md)."),
    );
  }
});

test("closes the gap before a URL", () => {
  checkFix(
    linkMismatch,
    pair("[文] (https://contoso.com/a)。", "[Doc](https://contoso.com/a)."),
    pair("[文](https://contoso.com/a)。", "[Doc](https://contoso.com/a)."),
  );
});

test("links the English text where it still stands", () => {
  checkFix(
    linkMismatch,
    pair("请参阅 Contoso Setup。", "See [Contoso Setup](setup.md)."),
    pair("请参阅 [Contoso Setup](setup.md)。", "See [Contoso Setup](setup.md)."),
  );
});

test("drops an added link and keeps its text", () => {
  checkFix(
    linkMismatch,
    pair("[设置域](域的设置)", "Set the domain"),
    pair("设置域", "Set the domain"),
    "Remove the link, keep its text",
  );
});

test("accepts the reader's language anywhere in a URL", () => {
  const id = "0e6860d3-d9f3-4971-b321-7092438fb38e";
  for (const [target, source] of [
    ["https://contoso.com/?id=7&clcid=0x407", "https://contoso.com/?id=7&clcid=0x409"],
    ["http://contoso.com/fwlink/?id=7%26clcid=0x412", "http://contoso.com/fwlink/?id=7%26clcid=0x409"],
    ["https://contoso.com/a?ui=de-DE&rs=de-DE&ad=DE#b", "https://contoso.com/a?ui=en-US&rs=en-US&ad=US#b"],
    [
      `https://contoso.com/de-de/article/Das-Ger%C3%A4t-${id}`,
      `https://contoso.com/article/the-device-${id}`,
    ],
    ["https://pl.wikipedia.org/wiki/Deszcz#Rodzaje", "https://en.wikipedia.org/wiki/Rain"],
  ] as const) {
    checkRule(linkMismatch, pair(`[a](${target})`, `[b](${source})`));
  }
});

test("reports another page in the same language", () => {
  checkRule(
    linkMismatch,
    `${pair("[a]([|https://contoso.com/?id=8&clcid=0x407|])", "[b](https://contoso.com/?id=7&clcid=0x409)")}
//^ segment/link-mismatch: Link target \`https://contoso.com/?id=8&clcid=0x407\` differs from the English, which has \`https://contoso.com/?id=7&clcid=0x409\`.
${pair("[a]([|https://en.wikipedia.org/wiki/Snow|])", "[b](https://en.wikipedia.org/wiki/Rain)", 102)}
//^ segment/link-mismatch: Link target \`https://en.wikipedia.org/wiki/Snow\` differs from the English, which has \`https://en.wikipedia.org/wiki/Rain\`.
`,
  );
});

test("a remark in brackets right behind a URL is no part of it", () => {
  checkRule(linkMismatch, pair("https://contoso.com/a(영문)를 여세요.", "Open https://contoso.com/a."));
});

test("takes bold text right behind a URL for no part of it", () => {
  checkRule(
    linkMismatch,
    pair("Abra https://contoso.com/ **{tenant}**.", "Open https://contoso.com/**{tenant}**."),
  );
});

test("offers nothing where the link is whole, and a lost backtick hides it", () => {
  const page = pair("运行 [`a](b.md) 和 `c`。", "Run [`a`](b.md) and `c`.");
  assert.deepEqual(fixTitles(linkMismatch, page), []);
});

test("a URL between angle brackets keeps them, and gets no second pair", () => {
  const english = "See <https://a.example/b>.";
  const whole = pair("参见 <https://a.example/b>。", english);
  checkFix(linkMismatch, pair("参见 <https://a.example/c>。", english), whole);
  checkFix(
    linkMismatch,
    pair('参见 <a href="https://a.example/c">它</a>。', english),
    pair('参见 <a href="https://a.example/b">它</a>。', english),
  );
  const bare = "See https://a.example/b for more.";
  checkFix(
    linkMismatch,
    pair("参见 <https://a.example/c>。", bare),
    pair("参见 <https://a.example/b>。", bare),
  );
});

test("what is left of a link with a wrong bracket goes into it, and is not there twice", () => {
  const english = "See [Limits](b.md).";
  const whole = pair("参见[限制](b.md)。", english);
  for (const rest of ["]](b.md)", "])b.md)", "]b.md)"])
    checkFix(linkMismatch, pair(`参见[限制${rest}。`, english), whole);
  const url = "See [Limits](https://a.example/b).";
  checkFix(
    linkMismatch,
    pair("参见[限制]](https://a.example/b)。", url),
    pair("参见[限制](https://a.example/b)。", url),
  );
  checkFix(
    linkMismatch,
    pair("参见 b.md。", "See [b.md](b.md)."),
    pair("参见 [b.md](b.md)。", "See [b.md](b.md)."),
  );
  for (const target of ["参见[限]制(b.md)。", "参见[限制]`(b.md)`。"])
    assert.deepEqual(fixTitles(linkMismatch, pair(target, english)), [], target);
  assert.deepEqual(fixTitles(linkMismatch, pair("参见 ![图标(icon.png)。", "See ![icon](icon.png).")), []);
  assert.throws(() => {
    checkFix(linkMismatch, pair("参见[限制](b).md。", english), "");
  }, /no such fix; offered: Use the English target `b.md`$/);
});
