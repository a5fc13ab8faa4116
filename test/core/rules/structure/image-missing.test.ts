import { test } from "node:test";
import { imageMissing } from "../../../../server/src/core/rules/structure/image-missing.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = "Select ![gear](media/gear.png).\n\n![Lid](media/lid.png)\n\nDone.\n";

test("accepts the same images, localized ones too", () => {
  checkRule(
    imageMissing,
    localized("选择 ![齿轮](media/gear.png)。\n\n![盖子](media/zh-cn/cover.png)\n\n完成。\n", ENGLISH),
  );
});

test("reports an image that is missing in a sentence, and puts it at the end", () => {
  checkRule(
    imageMissing,
    localized(
      "[|选择 ⚙️。|]\n//^ structure/image-missing: The English image `media/gear.png` is missing here.\n\n![盖子](media/lid.png)\n\n完成。\n",
      ENGLISH,
    ),
  );
  checkFix(
    imageMissing,
    localized("选择。\n\n![盖子](media/lid.png)\n\n完成。\n", ENGLISH),
    fixed("选择。 ![gear](media/gear.png)\n\n![盖子](media/lid.png)\n\n完成。\n", ENGLISH),
  );
});

test("reports an image on a line of its own, and puts it back with CRLF", () => {
  const english = ENGLISH.replaceAll("\n", "\r\n");
  const page = (image: string): string =>
    `选择 ![齿轮](media/gear.png)。\n${image}\n完成。\n`.replaceAll("\n", "\r\n");
  checkRule(
    imageMissing,
    localized(
      "[|选择 ![齿轮](media/gear.png)。|]\n//^ structure/image-missing: The English image `media/lid.png` is missing after this line.\n\n完成。\n",
      ENGLISH,
    ),
  );
  checkFix(imageMissing, localized(page(""), english), fixed(page("\n![Lid](media/lid.png)\n"), english));
});

test("puts an image back into the cell that lost it", () => {
  const english = "| Key |  |\n| --- | --- |\n| ![a](a.png) A | B |\n";
  const page = (cell: string): string => `| 键 |  |\n| --- | --- |\n| ${cell} | 乙 |\n`;
  checkFix(imageMissing, localized(page("甲"), english), fixed(page("甲 ![a](a.png)"), english));
});

test("puts an image behind the English half of a segment", () => {
  const english = "![Lid](media/lid.png) Open.\n";
  const segment = pair(101, "打开。", "Open.");
  checkFix(
    imageMissing,
    localized(`${segment}\n`, english),
    fixed(`${segment} ![Lid](media/lid.png)\n`, english),
  );
});

test("reads directives and tags", () => {
  const english = ':::image source="a.png" alt-text="A":::\n\n<img src="b.png">\n';
  checkRule(
    imageMissing,
    localized(':::image source="a.png" alt-text="甲":::\n\n<img src="b.png">\n', english),
  );
  checkRule(
    imageMissing,
    localized(
      '[|:::image source="a.png" alt-text="甲":::|]\n//^ structure/image-missing: The English image `b.png` is missing after this line.\n',
      english,
    ),
  );
});

test("accepts an image that stands elsewhere in the page", () => {
  const english = "One ![a](a.png).\n\nTwo.\n";
  checkRule(imageMissing, localized("一。\n\n二 ![a](a.png)。\n", english));
});

test("leaves an image inside of a segment to the rule about segments", () => {
  checkRule(
    imageMissing,
    localized(
      `${pair(101, "选择。", "Select ![gear](media/gear.png).")}\n`,
      "Select ![gear](media/gear.png).\n",
    ),
  );
});

test("does not read images in code", () => {
  checkRule(imageMissing, localized("`无`\n", "`![a](a.png)`\n"));
});
