import { test } from "node:test";
import { fileNotFound } from "../../../../server/src/core/rules/link/file-not-found.ts";
import { sourceDiffers } from "../../../../server/src/core/rules/link/source-differs.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "../structure/localized.ts";

/** Pages of the English tree. */
const FILES = ["clean", "clear", "store", "stores", "x"]
  .map((name) => `\n//- en-us/${name}.md\n## Dry\n`)
  .join("");

function beside(fixture: string): string {
  return fixture + FILES;
}

const ENGLISH = "- [Clean](clean.md)\n- [Store](store.md#dry)\n";

test("accepts the English targets", () => {
  checkRule(sourceDiffers, localized("- [清洁](clean.md)\n- [存放](store.md#dry)\n", ENGLISH));
});

test("reports another target on a clean page, and puts the English one back", () => {
  checkRule(
    sourceDiffers,
    beside(
      localized(
        "- [清洁](clean.md)\n- [存放📦]([|stores.md#dry|])\n//^ link/source-differs: Link target `stores.md#dry` differs from the English page, which has `store.md#dry`.\n",
        ENGLISH,
      ),
    ),
  );
  const english = ENGLISH.replaceAll("\n", "\r\n");
  checkFix(
    sourceDiffers,
    beside(localized("- [清洁](clean.md)\r\n- [存放](x.md)\r\n", english)),
    fixed("- [清洁](clean.md)\r\n- [存放](store.md#dry)\r\n", english),
  );
});

test("reports a target around a segment, and leaves those in sentences to the rule about segments", () => {
  const english = "- [Clean](clean.md)\n- See [Store](store.md).\n";
  checkRule(
    sourceDiffers,
    beside(
      localized(
        `- [${pair(101, "清洁", "Clean")}]([|clear.md|])
//^ link/source-differs: Link target \`clear.md\` differs from the English page, which has \`clean.md\`.
- ${pair(102, "请参阅[存放](stores.md)。", "See [Store](store.md).")}
`,
        english,
      ),
    ),
  );
});

test("reports a definition once, however many images use it", () => {
  checkRule(
    sourceDiffers,
    `${localized(
      "![甲][s]\n\n![乙][s]\n\n[s]: [|box.png|]\n//^ link/source-differs: Image target `box.png` differs from the English page, which has `lid.png`.\n",
      "![A][s]\n\n![B][s]\n\n[s]: lid.png\n",
    )}\n//- en-us/box.png\n\n//- en-us/lid.png\n`,
  );
});

test("accepts a localized URL and bookmark, letter case and characters that nobody sees", () => {
  const english =
    "[A](https://learn.microsoft.com/en-us/a) [B](store.md#dry) [C](https://example.com/C) [D](https://example.com/d\u200B)\n";
  checkRule(
    sourceDiffers,
    localized(
      "[甲](https://learn.microsoft.com/zh-cn/a) [乙](store.md#干燥) [丙](https://example.com/c) [丁](https://example.com/d)\n",
      english,
    ),
  );
});

test("accepts a localized picture, and reports another English one", () => {
  const english = "![Lid](media/lid.png)\n";
  checkRule(
    sourceDiffers,
    `${localized("![盖子](media/zh-cn/lid-closed.png)\n", english)}\n//- zh-cn/media/zh-cn/lid-closed.png\n`,
  );
  checkRule(
    sourceDiffers,
    `${localized(
      "![盖子]([|media/box.png|])\n//^ link/source-differs: Image target `media/box.png` differs from the English page, which has `media/lid.png`.\n",
      english,
    )}\n//- en-us/media/box.png\n\n//- en-us/media/lid.png\n`,
  );
});

test("accepts a target that repairs a broken English one", () => {
  checkRule(
    sourceDiffers,
    `${localized("[存放](store.md)\n", "[Store](stor.md)\n")}\n//- zh-cn/store.md\n# 存放\n//- en-us/store.md\n# Store\n`,
  );
});

test("does not pair links where some were lost, nor read code", () => {
  checkRule(
    sourceDiffers,
    localized("| [存放](x.md) |\n| --- |\n", "| [Clean](clean.md) [Store](store.md) |\n| --- |\n"),
  );
  checkRule(sourceDiffers, localized("`[清洁](x.md)`\n", "`[Clean](clean.md)`\n"));
});

test("accepts another way to write the same target", () => {
  checkRule(sourceDiffers, beside(localized("- [清洁](./clean.md)\n- [存放](.\\store.md#dry)\n", ENGLISH)));
});

test("leaves a link that leads nowhere to the rule about that, which proposes the English target", () => {
  const fixture = beside(localized("- [清洁](clean.md)\n- [存放](stor.md)\n", ENGLISH));
  checkRule(sourceDiffers, fixture);
  checkFix(fileNotFound, fixture, fixed("- [清洁](clean.md)\n- [存放](store.md#dry)\n", ENGLISH));
});
