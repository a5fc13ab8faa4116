import { test } from "node:test";
import { includeMissing } from "../../../../server/src/core/rules/structure/include-missing.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = "Text.\n\n[!INCLUDE [battery](includes/battery.md)]\n\nMore.\n";
const WHOLE = "文字。\n\n[!INCLUDE [电池](includes/battery.md)]\n\n更多。\n";

test("accepts the same includes, whatever their title", () => {
  checkRule(includeMissing, localized(WHOLE, ENGLISH));
});

test("reports an include that is missing, and puts it back unmarked", () => {
  checkRule(
    includeMissing,
    localized(
      "[|文字。🔋|]\n//^ structure/include-missing: The English include `includes/battery.md` is missing after this line.\n\n更多。\n",
      ENGLISH,
    ),
  );
  const english = ENGLISH.replaceAll("\n", "\r\n");
  checkFix(
    includeMissing,
    localized("文字。\r\n\r\n更多。\r\n", english),
    fixed("文字。\r\n\r\n[!INCLUDE [battery](includes/battery.md)]\r\n\r\n更多。\r\n", english),
  );
});

test("reports an include at the end of a line", () => {
  const english = "Text. [!INCLUDE [battery](includes/battery.md)]\n";
  checkRule(
    includeMissing,
    localized(
      `${pair(101, "[|文字。", "Text.").replace("[|", "")}\n`.replace("文字。", "[|文字。|]") +
        "//^ structure/include-missing: The English include `includes/battery.md` is missing here.\n",
      english,
    ),
  );
  checkFix(
    includeMissing,
    localized(`${pair(101, "文字。", "Text.")}\n`, english),
    fixed(`${pair(101, "文字。", "Text.")} [!INCLUDE [battery](includes/battery.md)]\n`, english),
  );
});

test("reads videos", () => {
  checkRule(
    includeMissing,
    localized(
      "[|文字。|]\n//^ structure/include-missing: The English include `https://example.com/v` is missing after this line.\n",
      "Text.\n\n> [!VIDEO https://example.com/v]\n",
    ),
  );
});

test("does not read includes in code", () => {
  checkRule(includeMissing, localized("文字\n", "`[!INCLUDE [a](a.md)]`\n"));
});
