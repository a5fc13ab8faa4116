import { test } from "node:test";
import { sourceValueDiffers } from "../../../../server/src/core/rules/metadata/source-value-differs.ts";
import { sourceHashOf } from "../../../../server/src/core/source/hash.ts";
import { checkFix, checkRule } from "../../../check.ts";

const ENGLISH =
  "---\ntitle: Set up\nms.topic: how-to\nms.date: 01/02/2024\nms.custom:\n  - a\n  - b\n---\nHello.\n";

/** A page made from English, with what its header says. */
function fixture(header: string, english = ENGLISH, madeFrom = english): string {
  return `//- zh-cn/page.md
---
${header}
ms.openlocfilehash: ${sourceHashOf(madeFrom)}
ms.contentlocale: zh-CN
---
你好。
//- en-us/page.md
${english}`;
}

test("reports a value that is not that of the English page", () => {
  checkRule(
    sourceValueDiffers,
    fixture(
      "title: 设置\nms.topic: [|tutorial|]\nms.date: 01/02/2024\n//^ metadata/source-value-differs: `ms.topic` is `tutorial`, expected `how-to` as in the English page.",
    ),
  );
});

test("reports a list and an empty value", () => {
  checkRule(
    sourceValueDiffers,
    fixture(
      "[|ms.topic|]:\n//^ metadata/source-value-differs: `ms.topic` is empty, expected `how-to` as in the English page.\nms.custom:\n  [|- a\n  - 😀|]\n//^ metadata/source-value-differs: `ms.custom` is `- a - 😀`, expected `- a - b` as in the English page.",
    ),
  );
});

test("reads CRLF", () => {
  const fixtureWithCrlf = fixture(
    "ms.topic: [|tutorial|]\n//^ metadata/source-value-differs: `ms.topic` is `tutorial`, expected `how-to` as in the English page.",
  );
  checkRule(
    sourceValueDiffers,
    fixtureWithCrlf.replaceAll("\n", "\r\n").replace(/(\/\/[-^].*)\r\n/g, "$1\n"),
  );
});

test("accepts the same value in other quotes, titles, descriptions and keys that English lacks", () => {
  checkRule(
    sourceValueDiffers,
    fixture('title: 设置\ndescription: 说明\nms.topic: "how-to"\nms.custom: [a, b]\nms.author: someone'),
  );
});

test("accepts what the pipeline writes in another way: it reads and writes all YAML anew", () => {
  const english =
    "---\ntitle: Set up\neditor:\nmanager: ''\nrevision: 14\nf1_keywords: []\napi_name:\n  - Skylark\ninteractive: yes\n---\nHello.\n";
  const header =
    "title: 设置\neditor: ''\nmanager:\nrevision: \"14\"\nf1_keywords: ''\napi_name: Skylark\ninteractive: true";
  checkRule(sourceValueDiffers, fixture(header, english));
});

test("tells a list from its parts written in one, and text from nothing", () => {
  checkRule(
    sourceValueDiffers,
    fixture(
      "ms.custom: [|a b|]\n//^ metadata/source-value-differs: `ms.custom` is `a b`, expected `- a - b` as in the English page.\nms.topic: [|''|]\n//^ metadata/source-value-differs: `ms.topic` is `''`, expected `how-to` as in the English page.",
    ),
  );
});

test("accepts a value that English has changed since", () => {
  const madeFrom = ENGLISH.replace("how-to", "tutorial");
  checkRule(sourceValueDiffers, fixture("ms.topic: tutorial", ENGLISH, madeFrom));
});

test("looks at the last one of a key that is written twice", () => {
  checkRule(sourceValueDiffers, fixture("ms.topic: tutorial\nms.topic: how-to"));
});

test("says nothing where there is no English page", () => {
  checkRule(sourceValueDiffers, "---\nms.topic: tutorial\nms.contentlocale: zh-CN\n---\n你好。");
});

test("takes the English value", () => {
  const before = fixture("title: 设置\nms.topic: tutorial");
  const after = /\n([\s\S]*)\n\/\/- en-us/.exec(before)?.[1]?.replace("tutorial", "how-to") ?? "";
  checkFix(sourceValueDiffers, before, after);
});
