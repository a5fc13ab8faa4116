import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentNew } from "../../../../server/src/core/rules/source/segment-new.ts";
import { checkRule } from "../../../check.ts";
import { openFixture } from "../../../open.ts";
import { pair } from "../../compare/pair.ts";
import { localesOf } from "./localized.ts";

test("reports new English at the segment that it follows", () => {
  checkRule(
    segmentNew,
    localesOf({
      page: `${pair("[|打开设置。|]", "Open the settings.", 101)} ${pair("保存。", "Save them.", 102)}
//^ source/segment-new: English has a new segment after this one: \`Choose a language 😀.\`.`,
      english: "Open the settings. Choose a language 😀. Save them.\r\n",
    }),
  );
});

test("reports a new section once", () => {
  const fixture = localesOf({
    page: `${pair("[|打开设置。|]", "Open the settings.", 101)}\n\n${pair("保存。", "Save them.", 102)}
//^ source/segment-new: English has 3 new segments after this one: \`Languages\` and so on.`,
    english: "Open the settings.\n\n## Languages\n\nChoose one. Close the list.\n\nSave them.\n",
  });
  checkRule(segmentNew, fixture);
  const [page] = openFixture(fixture);
  assert.ok(page);
  const finding = [...segmentNew.check(page.context)].at(0);
  assert.equal(finding?.related?.length, 3);
});

test("reports what stands before the first segment there", () => {
  checkRule(
    segmentNew,
    localesOf({
      page: `${pair("[|打开设置。|]", "Open the settings.")}
//^ source/segment-new: English has a new segment before this one: \`You need a license.\`.`,
      english: "You need a license.\n\nOpen the settings.\n",
    }),
  );
});

test("accepts what the pipeline leaves as it is: code, pictures, includes", () => {
  checkRule(
    segmentNew,
    localesOf({
      page: pair("运行：", "Run this:"),
      english: "Run this:\n\n```sh\nnpm ci\n```\n\n![A picture.](a.png)\n\n[!INCLUDE [note](note.md)]\n",
    }),
  );
});

test("accepts a text that stands in the page without a segment", () => {
  checkRule(
    segmentNew,
    localesOf({ page: `${pair("一。", "One.")}\n\nContoso Ltd.\n`, english: "One.\n\nContoso Ltd.\n" }),
  );
});

test("says nothing where there is no English page", () => {
  checkRule(segmentNew, pair("打开。", "Open it."));
});
