import { test } from "node:test";
import { textMissing } from "../../../../server/src/core/rules/link/text-missing.ts";
import { checkFix, checkRule } from "../../../check.ts";

test("a link without text is reported, whatever blanks are in it", () => {
  checkRule(
    textMissing,
    `参阅设置[|[](settings.md)|]。 [|[\u200f ](https://example.com/a#b)|]
//^ link/text-missing: The link to \`settings.md\` has no text: readers do not see it.
//^ link/text-missing: The link to \`https://example.com/a#b\` has no text: readers do not see it.`,
  );
});

test("in a segment, the message says what English has there", () => {
  checkRule(
    textMissing,
    '<span data-ttu-id="0a1b2-101">Otwórz [|[](settings.md)|]ustawienia.</span>' +
      '<span class="sxs-lookup"><span data-stu-id="0a1b2-101">Open the **[settings](settings.md)**.</span></span>\n' +
      "//^ link/text-missing: The link to `settings.md` has no text: readers do not see it. The English link is `settings`.",
  );
});

test("a picture has no text where the English picture has one", () => {
  const inSegment = (target: string, source: string) =>
    `<span data-ttu-id="0a1b2-101">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">${source}</span></span>`;
  checkRule(
    textMissing,
    `${inSegment("[|![](gear.png)|] **Agent** Zahnrad 😀", "![Gear](gear.png) **Agent**")}
//^ link/text-missing: The picture \`gear.png\` has no text for who cannot see it. The English text is \`Gear\`.`,
  );
  checkRule(textMissing, inSegment("![](gear.png) Agent starten", "![](gear.png) Start the agent"));
  checkRule(
    textMissing,
    inSegment("![](gear.png) [Zahnrad](gear.png)", "![](gear.png) [The gear](gear.png)"),
  );
  checkRule(textMissing, inSegment("![Symbol](a.png) Start ![](a.png)", "![Icon](a.png) Start ![](a.png)!"));
  checkFix(
    textMissing,
    inSegment("![](gear.png) Agent", "![Gear](gear.png) the agent"),
    inSegment("![Gear](gear.png) Agent", "![Gear](gear.png) the agent"),
    "Insert the English text `Gear`, to be translated",
  );
});

test("nothing is sought in English that is longer than any sentence", () => {
  checkRule(
    textMissing,
    `<span data-ttu-id="0a1b2-101">Otwórz [|[](settings.md)|].</span>` +
      `<span class="sxs-lookup"><span data-stu-id="0a1b2-101">${"Open it. ".repeat(300)}[Settings](settings.md)</span></span>\n` +
      "//^ link/text-missing: The link to `settings.md` has no text: readers do not see it.",
  );
});

test("a text across a segment, a picture, code and what the build fills in are fine", () => {
  checkRule(
    textMissing,
    '[<span data-ttu-id="0a1b2-101">FAQ</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">FAQ</span></span>](faq.md)' +
      " [![](a.png)](b.md) ![](c.png) [](xref:Skylark.Agent) [](@Skylark.Agent) []() [!INCLUDE[](../includes/d.md)]" +
      ' [!code-csharp[](e.cs)] `[](f.md)` <a href="g.md"></a>',
  );
});
