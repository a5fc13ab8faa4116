import { test } from "node:test";
import { needsTranslation } from "../../../../server/src/core/rules/sync/needs-translation.ts";
import { checkFix, checkRule } from "../../../check.ts";

const NEW =
  "sync/needs-translation: This text is new and still English. Translate it, then take out the mark.";
const CHANGED =
  "sync/needs-translation: The English of this text changed after it was translated. Bring the translation up to date, then take out the mark.";
const SOURCE = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Open.</span></span>';

test("a marked pair is reported on its translation, a clean text on its mark", () => {
  checkRule(
    needsTranslation,
    `//- a.md\n<span data-ttu-id="1a2b3-101">[|打开👍。|]</span>${SOURCE}<!--lockstep:changed-->\n//^ ${CHANGED}\n`,
  );
  checkRule(needsTranslation, `//- a.md\n| Open[|<!--lockstep:new-->|] | b |\n//^ ${NEW}\n| - | - |\n`);
});

test("a mark in the front matter is reported, also with CRLF", () => {
  checkRule(
    needsTranslation,
    `//- a.md\n---\n[|title: 设置|] # lockstep:changed\n//^ ${CHANGED}\n---\n`.replaceAll("\n", "\r\n"),
  );
});

test("marks in code and other comments are left alone", () => {
  checkRule(needsTranslation, "//- a.md\n`<!--lockstep:new-->` <!-- lockstep: new -->\n");
});

test("the fix takes out the mark and nothing else", () => {
  checkFix(
    needsTranslation,
    "//- a.md\n打开。<!--lockstep:new--> 关闭。\n",
    "打开。 关闭。\n",
    "Mark as translated",
  );
  checkFix(
    needsTranslation,
    "//- a.md\n---\ntitle: 设置 # lockstep:new\n---\n",
    "---\ntitle: 设置\n---\n",
    "Mark as translated",
  );
});
