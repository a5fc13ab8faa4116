import { test } from "node:test";
import { definitionNotFound } from "../../../../server/src/core/rules/link/definition-not-found.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { segmentPair } from "../../../segment-pair.ts";

const pair = (target: string, source: string): string => segmentPair("1a2b3-101", target, source);

test("a reference without definition is reported", () => {
  checkRule(
    definitionNotFound,
    `参阅[|[安装][setup]|]和[|[概述][]|]。
//^ link/definition-not-found: The page defines no link \`[setup]\`, so that readers see the brackets.
//^ link/definition-not-found: The page defines no link \`[概述]\`, so that readers see the brackets.`,
  );
});

test("a reference with a definition is fine, letter case and escapes aside", () => {
  checkRule(definitionNotFound, "[a][Set up] [b\\*][] [c]\n\n[set  UP]: a.md\n[b*]: b.md\n");
});

test("brackets that are no reference are fine", () => {
  checkRule(
    definitionNotFound,
    "[x] [ ] [!NOTE] `[a][b]` a[0] [^1]\n\n```\n[a][b]\n```\n\n<!-- [a][b] -->\n",
  );
});

test("CRLF and wide characters do not shift the place", () => {
  checkRule(
    definitionNotFound,
    "🚀 e\u0301\r\n\r\n> [|[가][나]|]\r\n//^ link/definition-not-found: The page defines no link `[나]`, so that readers see the brackets.\r\n",
  );
});

test("the label of the English half is the best fix", () => {
  checkFix(
    definitionNotFound,
    `${pair("参阅[外接程序][]。", "See [Add-ins][].")}\n\n[Add-ins]: a.md\n[Others]: b.md`,
    `${pair("参阅[外接程序][Add-ins]。", "See [Add-ins][].")}\n\n[Add-ins]: a.md\n[Others]: b.md`,
  );
});

test("a misspelt label gets the definition that is nearest", () => {
  checkFix(
    definitionNotFound,
    "[a][instal-guide]\n\n[Install-Guide]: a.md",
    "[a][Install-Guide]\n\n[Install-Guide]: a.md",
  );
});
