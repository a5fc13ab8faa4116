import assert from "node:assert/strict";
import { test } from "node:test";
import { dateOutOfRange } from "../../../../server/src/core/rules/metadata/date-out-of-range.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("a day that no calendar has is found", () => {
  checkRule(
    dateOutOfRange,
    `---
title: 設定 👩‍💻
ms.date: [|02/30/2020|]
//^ metadata/date-out-of-range: \`ms.date\` is \`02/30/2020\`, which is no day of the calendar, expected a date as MM/DD/YYYY.
ms.lasthandoff: [|24/12/2020|]
//^ metadata/date-out-of-range: \`ms.lasthandoff\` is \`24/12/2020\`, which is no day of the calendar, expected a date as MM/DD/YYYY.
---
`,
  );
});

test("swapped day and month are put right", () => {
  checkFix(
    dateOutOfRange,
    "---\r\nms.date: '24/12/2020'\r\n---\r\n",
    "---\r\nms.date: '12/24/2020'\r\n---\r\n",
  );
  assert.deepEqual(fixTitles(dateOutOfRange, "---\nms.date: 02/30/2020\n---\n"), []);
  assert.deepEqual(fixTitles(dateOutOfRange, "---\nms.date: 00/00/2020\n---\n"), []);
});

test("a day in the future is found, but for one that has begun elsewhere", () => {
  // Fixtures are checked on June 15, 2024.
  checkRule(dateOutOfRange, "---\nms.date: 06/15/2024\nms.lasthandoff: 06/16/2024\n---\n");
  checkRule(
    dateOutOfRange,
    `---
ms.date: [|06/17/2024|]
//^ metadata/date-out-of-range: \`ms.date\` is \`06/17/2024\`, which is in the future, expected today (06/15/2024) at the latest.
---
`,
  );
});

test("a year with a slip is found", () => {
  checkRule(
    dateOutOfRange,
    "---\nms.date: [|07/01/0202|]\n//^ metadata/date-out-of-range: `ms.date` is `07/01/0202`, expected a year from 1990 on.\n---\n",
  );
});

test("leap days are days, in leap years", () => {
  checkRule(dateOutOfRange, "---\nms.date: 02/29/2020\n---\n");
  checkRule(dateOutOfRange, "---\nms.date: 02/29/2000\n---\n");
  checkRule(
    dateOutOfRange,
    "---\nms.date: [|2/29/2023|]\n//^ metadata/date-out-of-range: `ms.date` is `2/29/2023`, which is no day of the calendar, expected a date as MM/DD/YYYY.\n---\n",
  );
});

test("other forms, other keys and code are not looked at", () => {
  checkRule(
    dateOutOfRange,
    "---\nms.date: 2099-07-01\ndate: 07/01/2099\n---\n```yaml\nms.date: 07/01/2099\n```\n",
  );
});
