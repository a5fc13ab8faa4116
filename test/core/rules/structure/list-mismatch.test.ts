import { test } from "node:test";
import { listMismatch } from "../../../../server/src/core/rules/structure/list-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH =
  "Do this:\n\n1. Open the lid.\n2. Clean it.\n   - Wipe.\n   - Dry it for `2 h`.\n3. Close it.\n\nDone.\n";
const WHOLE = "执行：\n\n1. 打开盖子。\n2. 清洁。\n   - 擦拭。\n   - 晾干 `2 h`。\n3. 关闭。\n\n完成。\n";

test("accepts the same items, numbered in another way too", () => {
  checkRule(listMismatch, localized(WHOLE, ENGLISH));
  checkRule(listMismatch, localized(WHOLE.replace("2. ", "1. ").replace("- 擦拭", "* 擦拭"), ENGLISH));
});

test("reports items that are missing, and inserts them marked", () => {
  checkRule(
    listMismatch,
    localized(
      WHOLE.replace(
        "   - 晾干 `2 h`。\n3. 关闭。",
        "//^ structure/list-mismatch: The English list item `` Dry it for `2 h`. `` and 1 more block are missing after this line.",
      ).replace("擦拭。", "[|擦拭。|]"),
      ENGLISH,
    ),
  );
  checkFix(
    listMismatch,
    localized(WHOLE.replace("   - 晾干 `2 h`。\n", ""), ENGLISH),
    fixed(WHOLE.replace("晾干 `2 h`。", "Dry it for `2 h`. <!--lockstep:new-->"), ENGLISH),
  );
});

test("tells items apart by the English halves of a side-by-side page", () => {
  const item = (number: number, target: string, source: string): string =>
    `- ${pair(number, target, source)}\n`;
  const rest = item(102, "擦拭。", "Wipe.") + item(104, "关闭。", "Shut.");
  checkFix(
    listMismatch,
    localized(item(101, "打开。", "Open.") + rest, "- Open.\n- Wipe.\n- Hang.\n- Shut.\n"),
    fixed(
      item(101, "打开。", "Open.") +
        item(102, "擦拭。", "Wipe.") +
        "- Hang. <!--lockstep:new-->\n" +
        item(104, "关闭。", "Shut."),
      "- Open.\n- Wipe.\n- Hang.\n- Shut.\n",
    ),
  );
});

test("reports a number without the blank behind it, and restores the marker", () => {
  const english = "Do this:\n\n1. Open the lid.\n\n2. Clean it.\n";
  checkRule(
    listMismatch,
    localized(
      "执行：\n\n[|1.打开盖子。|]\n//^ structure/list-mismatch: This is no list item, in the English page it is a numbered list item.\n\n2. 清洁。🧼\n",
      english,
    ),
  );
  for (const almost of ["1.打开", "１．打开", "1、打开"]) {
    checkFix(
      listMismatch,
      localized(`执行：\n\n${almost}盖子。\n\n2. 清洁。\n`, english),
      fixed("执行：\n\n1. 打开盖子。\n\n2. 清洁。\n", english),
    );
  }
});

test("finds an item that the one above it swallowed", () => {
  const english = "1. Open the lid.\n2. Clean it.\n3. Close it.\n";
  checkRule(
    listMismatch,
    localized(
      "1. 打开盖子。\n[|2.清洁。|]\n//^ structure/list-mismatch: This is no list item, in the English page it is a numbered list item.\n3. 关闭。\n",
      english,
    ),
  );
  for (const almost of ["2.", "2、", "２．"]) {
    checkFix(
      listMismatch,
      localized(`1. 打开盖子。\n${almost}清洁。\n3. 关闭。\n`, english),
      fixed("1. 打开盖子。\n2. 清洁。\n3. 关闭。\n", english),
    );
  }
  const first = (marker: string): string => `${marker}打开盖子。\n2. 清洁。\n3. 关闭。\n`;
  checkFix(listMismatch, localized(first("1."), english), fixed(first("1. "), english));
});

test("puts a lost marker before the markup of a segment", () => {
  const english = "Do this:\r\n\r\n- Open the lid.\r\n";
  const page = (marker: string): string =>
    `${pair(101, "执行：", "Do this:")}\r\n\r\n${marker}${pair(102, "打开盖子。", "Open the lid.")}\r\n`;
  checkFix(listMismatch, localized(page(""), english), fixed(page("- "), english));
});

test("reports a date at the start of a sentence that became a list", () => {
  const english = "It ships soon.\n\n29 June is the date.\n";
  checkRule(
    listMismatch,
    localized(
      "Den kommer snart.\n\n29. [|juni er datoen.|]\n//^ structure/list-mismatch: This is a numbered list item, in the English page it is no list item.\n",
      english,
      "da-dk",
    ),
  );
  checkFix(
    listMismatch,
    localized("Snart.\n\n29. juni er datoen.\n", english),
    fixed("Snart.\n\n29\\. juni er datoen.\n", english),
  );
  checkFix(
    listMismatch,
    localized("费用。\n\n* 费用可能不同。\n", "Costs.\n\n\\*Costs may vary.\n"),
    fixed("费用。\n\n\\* 费用可能不同。\n", "Costs.\n\n\\*Costs may vary.\n"),
  );
});

test("reports an item of another level once for all that is nested in it", () => {
  checkRule(
    listMismatch,
    localized(
      "执行：\n\n1. 打开盖子。\n2. 清洁。\n- [|擦拭。|]\n//^ structure/list-mismatch: This is inside of a list, in the English page it is inside of 2 nested lists.\n- 晾干 `2 h`。\n3. 关闭。\n\n完成。\n",
      ENGLISH,
    ),
  );
  checkFix(listMismatch, localized(WHOLE.replace("   - 擦拭", "- 擦拭"), ENGLISH), fixed(WHOLE, ENGLISH));
});

test("reports bullets in place of numbers", () => {
  checkRule(
    listMismatch,
    localized(
      "- [|打开盖子。|]\n//^ structure/list-mismatch: This is a list item with a bullet, in the English page it is a numbered list item.\n",
      "1. Open the lid.\n",
    ),
  );
});

test("accepts an item whose text begins on the next line", () => {
  checkRule(listMismatch, localized("- \n  打开盖子。\n", "- Open the lid.\n"));
});

test("does not read lists in code", () => {
  checkRule(listMismatch, localized("```\n- a\n- b\n```\n", "```\n- a\n```\n"));
});
