import { test } from "node:test";
import { headingMismatch } from "../../../../server/src/core/rules/structure/heading-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = "# Sensors\n\nText.\n\n## Clean\n\nWipe it.\n\n## Store\n\nKeep it dry.\n";
const WHOLE =
  '# <a name="sensors"></a>传感器\n\n文字。\n\n## <a name="clean"></a>清洁\n\n擦拭。\n\n## <a name="store"></a>存放\n\n保持干燥。\n';

test("accepts a page with all headings", () => {
  checkRule(headingMismatch, localized(WHOLE, ENGLISH));
});

test("reports a heading that is missing where it is missing", () => {
  checkRule(
    headingMismatch,
    localized(
      `# <a name="sensors"></a>传感器

[|文字。|]
//^ structure/heading-mismatch: The English heading \`## Clean\` is missing after this line.

擦拭。

## <a name="store"></a>存放

保持干燥。
`,
      ENGLISH,
    ),
  );
});

test("reports a lost section once", () => {
  checkRule(
    headingMismatch,
    localized(
      `# <a name="sensors"></a>传感器 🌡️

[|文字。|]
//^ structure/heading-mismatch: The English heading \`## Clean\` and 1 more block are missing after this line.

## <a name="store"></a>存放

保持干燥。
`,
      ENGLISH,
    ),
  );
});

test("inserts the English of a lost section", () => {
  const page = (section: string): string =>
    `# <a name="sensors"></a>传感器\n\n文字。\n${section}\n## <a name="store"></a>存放\n\n保持干燥。\n`;
  checkFix(
    headingMismatch,
    localized(page(""), ENGLISH),
    fixed(
      page('\n## <a name="clean"></a>Clean <!--lockstep:new-->\n\nWipe it. <!--lockstep:new-->\n'),
      ENGLISH,
    ),
  );
});

test("inserts English behind the English half of the segment before it, with the page's line ends", () => {
  const english = ENGLISH.replaceAll("\n", "\r\n");
  const page = (heading: string): string =>
    `# <a name="sensors"></a>${pair(101, "传感器", "Sensors")}\r\n\r\n${pair(102, "文字。", "Text.")}\r\n${heading}\r\n${pair(104, "擦拭。", "Wipe it.")}\r\n\r\n## <a name="store"></a>${pair(105, "存放", "Store")}\r\n\r\n${pair(106, "保持干燥。", "Keep it dry.")}\r\n`;
  checkFix(
    headingMismatch,
    localized(page(""), english),
    fixed(page('\r\n## <a name="clean"></a>Clean <!--lockstep:new-->\r\n'), english),
  );
});

test("inserts what is missing at the top", () => {
  checkFix(
    headingMismatch,
    localized("文字。\n", "# Sensors\n\nText.\n"),
    fixed('# <a name="sensors"></a>Sensors <!--lockstep:new-->\n\n文字。\n', "# Sensors\n\nText.\n"),
  );
});

test("reports another level, and gives the heading that of the English", () => {
  checkRule(
    headingMismatch,
    localized(
      WHOLE.replace(
        '## <a name="store"></a>存放',
        '[|### <a name="store"></a>存放|]\n//^ structure/heading-mismatch: The heading has level 3, the English `## Store` has level 2.',
      ),
      ENGLISH,
    ),
  );
  checkFix(
    headingMismatch,
    localized(WHOLE.replace('## <a name="store', '### <a name="store'), ENGLISH),
    fixed(WHOLE, ENGLISH),
  );
});

test("reports a heading that the English page does not have", () => {
  checkRule(
    headingMismatch,
    localized(
      `${WHOLE}\n[|## 另请参阅|]\n//^ structure/heading-mismatch: The English page has no heading \`## 另请参阅\` here.\n`,
      ENGLISH,
    ),
  );
});

test("reports a heading whose blank was lost, and puts it back", () => {
  const broken = (heading: string): string => WHOLE.replace('## <a name="clean"></a>清洁', heading);
  checkRule(
    headingMismatch,
    localized(
      broken(
        "[|##清洁|]\n//^ structure/heading-mismatch: This is no heading, in the English page it is `## Clean`; a blank is missing behind `##`.",
      ),
      ENGLISH,
    ),
  );
  checkFix(headingMismatch, localized(broken("##清洁"), ENGLISH), fixed(broken("## 清洁"), ENGLISH));
});

test("does not read headings in code", () => {
  const english = "# Sensors\n\n```sh\n# Clean\n```\n";
  checkRule(headingMismatch, localized('# <a name="sensors"></a>传感器\n\n```sh\n# 清洁\n```\n', english));
});

test("says nothing of a page whose English has moved on, or is not there", () => {
  const fixture = localized("# 传感器\n", "# Sensors\n");
  checkRule(headingMismatch, `${fixture}\n## Clean\n`);
  checkRule(headingMismatch, fixture.replace(/\/\/- en-us[\s\S]*$/, ""));
});

test("accepts a heading without blank space around, with an emoji, and underlined", () => {
  checkRule(headingMismatch, localized("传感器👩‍🔬\n===\n清洁\n---\n", "# Sensors\n## Clean\n"));
});
