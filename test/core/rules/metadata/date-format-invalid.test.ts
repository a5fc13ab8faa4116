import assert from "node:assert/strict";
import { test } from "node:test";
import { dateFormatInvalid } from "../../../../server/src/core/rules/metadata/date-format-invalid.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("a date in another form is found", () => {
  checkRule(
    dateFormatInvalid,
    `---
ms.date: [|2020-07-01|]
//^ metadata/date-format-invalid: \`ms.date\` is \`2020-07-01\`, expected a date as MM/DD/YYYY.
ms.lasthandoff: [|2020年7月1日|]
//^ metadata/date-format-invalid: \`ms.lasthandoff\` is \`2020年7月1日\`, expected a date as MM/DD/YYYY.
---
`,
  );
});

test("MM/DD/YYYY is fine, with one digit and with quotes as well", () => {
  for (const date of [
    "07/01/2020",
    "7/1/2020",
    "07/1/2020",
    '"07/01/2020"',
    "'7/01/2020'",
    "07/01/2020 12:00:00 AM",
    "",
  ])
    checkRule(dateFormatInvalid, `---\r\nms.date: ${date}\r\nms.lasthandoff: 07/01/2020\r\n---\r\n`);
});

test("a date that the English page has as well is left to that page", () => {
  checkRule(
    dateFormatInvalid,
    `//- de-de/a.md
---
ms.date: 2017-07-20
ms.contentlocale: de-DE
ms.lasthandoff: [|2017-07-21|]
//^ metadata/date-format-invalid: \`ms.lasthandoff\` is \`2017-07-21\`, expected a date as MM/DD/YYYY.
---
//- en-us/a.md
---
ms.date: [|2017-07-20|]
//^ metadata/date-format-invalid: \`ms.date\` is \`2017-07-20\`, expected a date as MM/DD/YYYY.
---
`,
  );
});

test("other keys and code are not looked at", () => {
  checkRule(
    dateFormatInvalid,
    "---\nms.search.validFrom: 2020-07-01\ndate: 2020-07-01\n---\n```yaml\nms.date: 2020-07-01\n```\n",
  );
});

test("a date with one reading is put right", () => {
  for (const [before, after] of [
    ["2020-07-01", "07/01/2020"],
    ["2020-07-01T10:30:00Z", "07/01/2020"],
    ["2020/7/1", "07/01/2020"],
    ["24.12.2020", "12/24/2020"],
    ["12-24-2020", "12/24/2020"],
    ["7/1/20", "07/01/2020"],
    ["2020년 7월 1일", "07/01/2020"],
    ["０７/０１/２０２０", "07/01/2020"],
    ["July 1, 2020", "07/01/2020"],
    ["1 Sept. 2020", "09/01/2020"],
    ["07/01/2020 10:30:00", "07/01/2020"],
    ['"2020-07-01"', '"07/01/2020"'],
  ])
    checkFix(
      dateFormatInvalid,
      `---\r\nms.date: ${before}\r\n---\r\n`,
      `---\r\nms.date: ${after}\r\n---\r\n`,
    );
});

test("where day and month may be swapped, the writer chooses", () => {
  assert.deepEqual(fixTitles(dateFormatInvalid, "---\nms.date: 1.7.2020\n---\n"), [
    "Change to `01/07/2020`",
    "Change to `07/01/2020`",
  ]);
  assert.deepEqual(fixTitles(dateFormatInvalid, "---\nms.date: 7.7.2020\n---\n"), ["Change to `07/07/2020`"]);
});

test("what is no date gets no fix", () => {
  for (const value of ["soon", "2020-13-01", "na", "[a, b]", "30.02.2020"])
    assert.deepEqual(fixTitles(dateFormatInvalid, `---\nms.date: ${value}\n---\n`), [], value);
});

test("a list is no date", () => {
  checkRule(
    dateFormatInvalid,
    "---\nms.date: [|[07/01/2020]|]\n//^ metadata/date-format-invalid: `ms.date` is a list, expected a date as MM/DD/YYYY.\n---\n",
  );
});
