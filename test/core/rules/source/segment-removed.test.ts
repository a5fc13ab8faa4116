import { test } from "node:test";
import { segmentRemoved } from "../../../../server/src/core/rules/source/segment-removed.ts";
import { checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";
import { localesOf } from "./localized.ts";

test("reports a segment that English no longer has", () => {
  checkRule(
    segmentRemoved,
    localesOf({
      page: `${pair("打开设置。", "Open the settings.", 101)}\n\n${pair("[|以后会更快。|]", "It will be faster later 😀.", 102)}
//^ source/segment-removed: English no longer has this segment: \`It will be faster later 😀.\`.`,
      english: "Open the settings.\r\n",
    }),
  );
});

test("accepts a segment that moved or changed", () => {
  checkRule(
    segmentRemoved,
    localesOf({
      page: `${pair("一", "Open the settings of the app.", 101)}\n\n${pair("二", "Restart.", 102)}\n\n${pair("三", "Close the browser.", 103)}`,
      english: "Restart.\n\nOpen the settings of the app.\n\nClose your browser.\n",
    }),
  );
});

test("says nothing of a short text that English has, nor where there is no English page", () => {
  checkRule(
    segmentRemoved,
    localesOf({ page: `| ${pair("办公", "Office")} |\n|---|`, english: "| Office |\n|---|\n" }),
  );
  checkRule(segmentRemoved, pair("打开。", "Open it."));
});

test("says nothing of code", () => {
  checkRule(
    segmentRemoved,
    localesOf({ page: `${pair("运行：", "Run this:")}\n\n    npm install`, english: "Run this:\n" }),
  );
});
