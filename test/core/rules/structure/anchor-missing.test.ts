import { test } from "node:test";
import { anchorMissing } from "../../../../server/src/core/rules/structure/anchor-missing.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = "# Clean the sensors\n\n## Store\n";

test("accepts the English names", () => {
  checkRule(
    anchorMissing,
    localized('# <a name="clean-the-sensors"></a>清洁\n\n## <a name="store"></a>存放\n', ENGLISH),
  );
});

test("reports a heading without anchor on a clean page", () => {
  checkRule(
    anchorMissing,
    localized(
      `[|# 清洁传感器 🧽|]
//^ structure/anchor-missing: The heading has no anchor, expected \`<a name="clean-the-sensors"></a>\`, which links in all languages use.

## <a name="store"></a>存放
`,
      ENGLISH,
    ),
  );
});

test("needs no English page where the heading has an English half", () => {
  checkRule(
    anchorMissing,
    `# ${pair(101, "[|清洁", "Clean").replace("[|", "")}`.replace("# ", "[|# ").replace("清洁<", "清洁|]<") +
      '\n//^ structure/anchor-missing: The heading has no anchor, expected `<a name="clean"></a>`, which links in all languages use.\n',
  );
});

test("inserts the anchor before the markup of the segment, with CRLF too", () => {
  const english = ENGLISH.replaceAll("\n", "\r\n");
  const page = (anchor: string): string =>
    `# ${anchor}${pair(101, "清洁", "Clean the sensors")}\r\n\r\n## <a name="store"></a>存放\r\n`;
  checkFix(
    anchorMissing,
    localized(page(""), english),
    fixed(page('<a name="clean-the-sensors"></a>'), english),
  );
});

test("keeps another anchor, and repairs one whose quotation marks became text", () => {
  const page = (anchor: string): string => `# ${anchor}清洁\n\n## <a name="store"></a>存放\n`;
  checkFix(
    anchorMissing,
    localized(page('<a name="qingjie"></a>'), ENGLISH),
    fixed(page('<a name="clean-the-sensors"></a><a name="qingjie"></a>'), ENGLISH),
  );
  checkFix(
    anchorMissing,
    localized(page('<a name="&quot;clean-the-sensors&quot;"></a>'), ENGLISH),
    fixed(page('<a name="clean-the-sensors"></a>'), ENGLISH),
  );
});

test("accepts the anchor that the author gave to the English heading", () => {
  checkRule(anchorMissing, localized('## <a id="keep"></a>存放\n', '## <a id="keep"></a>Store\n'));
  checkRule(anchorMissing, `## <a id="keep"></a>${pair(101, "存放", "Store")}\n`);
});

test("accepts a tab", () => {
  checkRule(anchorMissing, localized("# [以太网](#tab/ethernet)\n", "# [Ethernet](#tab/ethernet)\n"));
});

test("accepts a heading that is the same in English", () => {
  checkRule(anchorMissing, localized("# Node.js\n", "# Node.js\n"));
});

test("reads a tab in a heading as the pipeline does", () => {
  checkRule(anchorMissing, localized('## <a name="1---store"></a>1. 存放\n', "## 1.\tStore\n"));
});

test("does not read headings in code, and says nothing of English pages", () => {
  checkRule(anchorMissing, localized("```md\n# 清洁\n```\n", "```md\n# Clean\n```\n"));
  checkRule(anchorMissing, "# Clean\n");
});

test("says nothing where no heading of a page has an anchor, as in references of commands", () => {
  checkRule(
    anchorMissing,
    `# Clean-Sensor\n\n## ${pair(101, "SAMMANFATTNING", "SYNOPSIS")}\n\n## ${pair(102, "SYNTAX", "SYNTAX")}\n\n## ${pair(103, "BESKRIVNING", "DESCRIPTION")}\n\n## ${pair(104, "PARAMETRAR", "PARAMETERS")}\n`,
  );
});

test("says nothing where all anchors of such a page are those of its author", () => {
  const own = (level: string, name: string): string => `${level} <a name="${name}"></a> `;
  checkRule(
    anchorMissing,
    `# ${pair(101, "Sensorik", "Sensors")}\n\n## ${pair(102, "Methoden", "Methods")}\n\n### ${pair(103, "Starten", "start")}\n\n${own("###", "sensorid")}${pair(104, "Sensor-Nr", "SensorId")}\n`,
  );
});

test("reports three headings without anchor where another one has it", () => {
  const english = "# One\n\n## Two\n\n## Three\n\n## Four\n";
  checkRule(
    anchorMissing,
    localized(
      `[|# 一|]
//^ structure/anchor-missing: The heading has no anchor, expected \`<a name="one"></a>\`, which links in all languages use.

[|## 二|]
//^ structure/anchor-missing: The heading has no anchor, expected \`<a name="two"></a>\`, which links in all languages use.

[|## 三|]
//^ structure/anchor-missing: The heading has no anchor, expected \`<a name="three"></a>\`, which links in all languages use.

## <a name="four"></a>四
`,
      english,
    ),
  );
});

test("accepts an anchor on the line below, where the pipeline once wrote it", () => {
  const below = '<a id="clean-the-sensors" class="xliff"></a>';
  for (const end of ["\n", "\r\n"])
    checkRule(
      anchorMissing,
      `# ${pair(101, "清洁", "Clean the sensors")}${end}${below}${end}${end}文字${end}`,
    );
  checkRule(
    anchorMissing,
    localized(
      `[|# 清洁|]
//^ structure/anchor-missing: The heading has no anchor, expected \`<a name="clean-the-sensors"></a>\`, which links in all languages use.

${below}

## <a name="store"></a>存放
`,
      ENGLISH,
    ),
  );
});

test("accepts a tag in the anchor as a word, as the pipeline reads it", () => {
  const english = "# Clean the sensors<br>\n\n## Store <br/>\n";
  checkRule(
    anchorMissing,
    localized(
      '# <a name="clean-the-sensorsbr"></a>清洁<br>\n\n## <a name="store-br"></a>存放 <br/>\n',
      english,
    ),
  );
  checkRule(
    anchorMissing,
    localized('# <a name="clean-the-sensors"></a>清洁<br>\n\n## <a name="store"></a>存放 <br/>\n', english),
  );
});
