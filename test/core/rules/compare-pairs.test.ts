import { test } from "node:test";
import { codeMismatch } from "../../../server/src/core/rules/segment/code-mismatch.ts";
import { linkMismatch } from "../../../server/src/core/rules/segment/link-mismatch.ts";
import { placeholderMismatch } from "../../../server/src/core/rules/segment/placeholder-mismatch.ts";
import { untranslated } from "../../../server/src/core/rules/segment/untranslated.ts";
import { checkFix, checkRule, fixTitles } from "../../check.ts";
import { fixed, localized } from "./structure/localized.ts";

const ENGLISH = "Open `lid.exe`, see [more](more.md). Wait for {time} 😀 seconds.\n";

test("a clean page is compared with its English, sentence by sentence", () => {
  checkRule(
    placeholderMismatch,
    localized(
      "打开 `lid.exe`，参阅[更多](more.md)。 等待 [|{时间}|] 😀 秒。\n//^ segment/placeholder-mismatch: Placeholder `{时间}` differs from the English, which has `{time}`.\n",
      ENGLISH,
    ),
  );
  checkRule(
    linkMismatch,
    localized(
      "打开 `lid.exe`，参阅[更多]([|less.md|])。 等待 {time} 😀 秒。\n//^ segment/link-mismatch: Link target `less.md` differs from the English, which has `more.md`.\n",
      ENGLISH,
    ),
  );
});

test("a clean page as it should be has no findings", () => {
  for (const rule of [placeholderMismatch, linkMismatch, codeMismatch, untranslated])
    checkRule(rule, localized("打开 `lid.exe`，参阅[更多](more.md)。 等待 {time} 😀 秒。\n", ENGLISH));
});

test("a sentence that nobody translated is seen on a clean page", () => {
  checkRule(
    untranslated,
    localized(
      "等待。 [|Close the lid and take your hands away.|]\n//^ segment/untranslated: The translation is the same as the English.\n",
      "Wait. Close the lid and take your hands away.\n",
    ),
  );
});

test("a fix on a clean page changes its place and nothing else, with CRLF too", () => {
  const english = "> Open the lid,\r\n> and run `lid.exe`.\r\n";
  checkFix(
    codeMismatch,
    localized("> 打开盖子，\r\n> 运行 `lid.ex`。\r\n", english),
    fixed("> 打开盖子，\r\n> 运行 `lid.exe`。\r\n", english),
  );
});

test("a fix that would take the marker of a quote with it is not offered", () => {
  const fixture = localized("> 运行 `lid\n> x.exe`。\n", "> Run `lid.exe`.\n");
  checkRule(
    codeMismatch,
    localized(
      "> 运行 [|`lid\n> x.exe`|]。\n//^ segment/code-mismatch: Inline code `lid x.exe` differs from the English, which has `lid.exe`.\n",
      "> Run `lid.exe`.\n",
    ),
  );
  if (fixTitles(codeMismatch, fixture).length > 0) throw new Error("a fix is offered");
});
