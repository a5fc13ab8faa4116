import { test } from "node:test";
import { needsReview } from "../../../../server/src/core/rules/sync/needs-review.ts";
import { checkFix, checkRule } from "../../../check.ts";

const REUSED =
  "sync/needs-review: This translation was taken from another place with the same English. Accept it if it fits here.";
const SOURCE = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Open.</span></span>';

test("a reused translation is for review", () => {
  const page = `//- a.md\n<span data-ttu-id="1a2b3-101">[|打开。|]</span>${SOURCE}<!--lockstep:reused-->\n//^ ${REUSED}\n`;
  checkRule(needsReview, page);
});

test("marks in code and other marks are left alone", () => {
  checkRule(needsReview, "//- a.md\n```\n<!--lockstep:reused-->\n```\n");
  checkRule(needsReview, "//- a.md\nText.<!--lockstep:new-->\n");
});

test("the fix takes out the mark and nothing else", () => {
  checkFix(needsReview, "//- a.md\n打开。<!--lockstep:reused-->\n", "打开。\n", "Accept the translation");
});
