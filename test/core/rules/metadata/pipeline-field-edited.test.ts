import { test } from "node:test";
import { pipelineFieldEdited } from "../../../../server/src/core/rules/metadata/pipeline-field-edited.ts";
import { checkFix, checkRule } from "../../../check.ts";

const COMMITTED = `---
title: 设置
ms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567
ms.sourcegitcommit: 89abcdef0123456789abcdef0123456789abcdef
ms.translationtype: MT
ms.contentlocale: zh-CN
ms.lasthandoff: 06/01/2024
ms.locfileid: "45069094"
---
你好。`;

function fixture(page: string, committed = COMMITTED): string {
  return `${page}\n//- HEAD:page.md\n${committed}`;
}

test("reports a value that is not as it was committed", () => {
  checkRule(
    pipelineFieldEdited,
    fixture(
      `//- page.md\n${COMMITTED.replace("MT", "[|HT|]").replace('"45069094"', '[|"45069095"|]')}
//^ metadata/pipeline-field-edited: \`ms.translationtype\` is \`HT\`, expected \`MT\` as committed. Only the localization pipeline writes it.
//^ metadata/pipeline-field-edited: \`ms.locfileid\` is \`"45069095"\`, expected \`"45069094"\` as committed. Only the localization pipeline writes it.`,
    ),
  );
});

test("reports one of the three values that a handback writes together", () => {
  checkRule(
    pipelineFieldEdited,
    fixture(
      `//- page.md\n${COMMITTED.replace("06/01/2024", "[|06/02/2024|]")}
//^ metadata/pipeline-field-edited: \`ms.lasthandoff\` is \`06/02/2024\`, expected \`06/01/2024\` as committed. Only the localization pipeline writes it.`,
    ),
  );
});

test("accepts a handback, other keys and other text", () => {
  const page = COMMITTED.replace(": 0123", ": f123").replace(": 89ab", ": f9ab").replace("06/01", "06/02");
  checkRule(pipelineFieldEdited, fixture(`//- page.md\n${page}`));
  checkRule(
    pipelineFieldEdited,
    fixture(`//- page.md\n${COMMITTED.replace("设置", "安装 😀").replaceAll("\n", "\r\n")}`),
  );
});

test("leaves alone what was wrong when it was committed and has been put right", () => {
  for (const [right, wrong] of [
    ["06/01/2024", "2024-06-01"],
    ["06/01/2024", "01-06-2024"],
    ['"45069094"', "45069094"],
    ["zh-CN", "zh-cn"],
    ["MT", "mt"],
    ["89abcdef0123456789abcdef0123456789abcdef", "89ABCDEF0123456789abcdef0123456789abcdef"],
  ] as const) {
    checkRule(pipelineFieldEdited, fixture(`//- page.md\n${COMMITTED}`, COMMITTED.replace(right, wrong)));
  }
});

test("says nothing of a page that was never committed, or had no such keys", () => {
  checkRule(pipelineFieldEdited, COMMITTED);
  checkRule(pipelineFieldEdited, fixture(`//- page.md\n${COMMITTED}`, "# Hello"));
});

test("restores the committed value", () => {
  checkFix(pipelineFieldEdited, fixture(`//- page.md\n${COMMITTED.replace("MT", "HT")}`), COMMITTED);
});
