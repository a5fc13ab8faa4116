import { test } from "node:test";
import { alertMismatch } from "../../../../server/src/core/rules/structure/alert-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = "Text.\n\n> [!WARNING]\n> It is hot.\n\nMore.\n";
const page = (alert: string): string => `文字。\n\n${alert}\n\n更多。\n`;
const WHOLE = page("> [!WARNING]\n> 很烫。");

test("accepts the same alert, in another letter case too", () => {
  checkRule(alertMismatch, localized(WHOLE, ENGLISH));
  checkRule(alertMismatch, localized(page("> [!Warning]\n> 很烫。"), ENGLISH));
});

test("reports another kind, and restores it", () => {
  checkRule(
    alertMismatch,
    localized(
      page(
        "> [|[!TIP]|]\n//^ structure/alert-mismatch: The alert is `[!TIP]`, the English one is `[!WARNING]`.\n> 很烫。🔥",
      ),
      ENGLISH,
    ),
  );
  checkFix(alertMismatch, localized(page("> [!TIP]\n> 很烫。"), ENGLISH), fixed(WHOLE, ENGLISH));
});

test("reports a marker that was translated or broken, and restores it", () => {
  checkRule(
    alertMismatch,
    localized(
      page(
        "> [|[!警告]|]\n//^ structure/alert-mismatch: The English page has an alert `[!WARNING]` here, this page has none.\n> 很烫。",
      ),
      ENGLISH,
    ),
  );
  for (const broken of ["[!警告]", "[! WARNING]", "［！警告］", "\\[!WARNING\\]"]) {
    checkFix(alertMismatch, localized(page(`> ${broken}\n> 很烫。`), ENGLISH), fixed(WHOLE, ENGLISH));
  }
});

test("puts a lost marker back, before the markup of a segment and with CRLF", () => {
  const english = ENGLISH.replaceAll("\n", "\r\n");
  const text = pair(101, "很烫。", "It is hot.");
  const crlf = (alert: string): string => page(alert).replaceAll("\n", "\r\n");
  checkFix(
    alertMismatch,
    localized(crlf(`> ${text}`), english),
    fixed(crlf(`> [!WARNING]\n> ${text}`), english),
  );
});

test("reports an alert that is missing, and one that the English page does not have", () => {
  checkRule(
    alertMismatch,
    localized(
      "[|文字。|]\n//^ structure/alert-mismatch: The English alert `[!WARNING]` is missing after this line.\n\n更多。\n",
      ENGLISH,
    ),
  );
  checkFix(
    alertMismatch,
    localized("文字。\n\n更多。\n", ENGLISH),
    fixed(page("> [!WARNING]\n> It is hot. <!--lockstep:new-->"), ENGLISH),
  );
  checkRule(
    alertMismatch,
    localized(
      page(
        "> [|[!NOTE]|]\n//^ structure/alert-mismatch: The English page has no alert `[!NOTE]` here.\n> 很烫。",
      ),
      ENGLISH.replace("[!WARNING]\n> ", ""),
    ),
  );
});

test("does not read alerts in code", () => {
  checkRule(alertMismatch, localized("```\n> [!TIP]\n> x\n```\n", "```\n> [!NOTE]\n> x\n```\n"));
});
