import { test } from "node:test";
import { caseMismatch } from "../../../../server/src/core/rules/link/case-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";

test("a file name in another letter case is reported", () => {
  checkRule(
    caseMismatch,
    `//- docs/page.md
见[概述]([|Overview.md|]#x)。
//^ link/case-mismatch: The file is called \`docs/overview.md\`; the link differs in letter case.
//- docs/overview.md`,
  );
});

test("a folder, a picture and a docset path in another letter case are reported", () => {
  checkRule(
    caseMismatch,
    `//- docs/page.md
[a]([|../Guides/a.md|]) ![b]([|media/B.PNG|]) [c](~/[|GUIDES/a.md|])
//^ link/case-mismatch: The file is called \`guides/a.md\`; the link differs in letter case.
//^ link/case-mismatch: The file is called \`docs/media/b.png\`; the link differs in letter case.
//^ link/case-mismatch: The file is called \`guides/a.md\`; the link differs in letter case.
//- guides/a.md
//- docs/media/b.png
//- docfx.json
{}`,
  );
});

test("the same letter case, and a file that is not there, are fine", () => {
  checkRule(
    caseMismatch,
    "//- page.md\n[a](Overview.md) [b](gone.md) [c](/DOCS/Overview)\n//- Overview.md\n",
  );
});

test("code is not a link", () => {
  checkRule(caseMismatch, "//- page.md\n`[a](Overview.md)`\n//- overview.md\n");
});

test("the fix changes the names that differ and nothing else", () => {
  checkFix(
    caseMismatch,
    "//- docs/page.md\n> 🚀 [한국어](../Guides/./A-b.md?x=1#Y)\r\n//- guides/a-b.md",
    "> 🚀 [한국어](../guides/./a-b.md?x=1#Y)\r",
  );
});

test("a link without extension keeps it that way", () => {
  checkFix(caseMismatch, "//- page.md\n[a](Overview)\n//- overview.md", "[a](overview)");
});
