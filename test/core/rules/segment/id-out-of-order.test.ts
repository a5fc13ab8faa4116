import { test } from "node:test";
import { idOutOfOrder } from "../../../../server/src/core/rules/segment/id-out-of-order.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";
import { localizedKeys } from "../source/localized.ts";

/** A pair with a mark around the id of its translation. */
function marked(target: string, source: string, number?: number): string {
  return pair(target, source, number).replace(/"([^"]+)"/, '"[|$1|]"');
}

function message(id: string, range: string): string {
  return `segment/id-out-of-order: The id \`1a2b3-${id}\` is out of order: expected a number ${range} here.`;
}

test("reports the one segment that is out of order, not those it jumped over", () => {
  checkRule(
    idOutOfOrder,
    `${pair("甲", "A")} ${marked("乙", "B", 110)} ${pair("丙", "C", 102)} ${pair("丁", "D", 103)}\n//^ ${message("110", "between 101 and 102")}`,
  );
});

test("says what is expected at the start and at the end", () => {
  const order = `${pair("乙", "B", 103)} ${pair("丙", "C", 104)} ${pair("丁", "D", 105)}`;
  checkRule(idOutOfOrder, `${marked("甲", "A", 109)} ${order}\n//^ ${message("109", "below 103")}`);
  checkRule(idOutOfOrder, `${order} ${marked("甲", "A", 101)}\n//^ ${message("101", "above 105")}`);
});

test("accepts gaps, and four digits after three", () => {
  checkRule(idOutOfOrder, `${pair("甲", "A")} ${pair("乙", "B", 999)} ${pair("丙", "C", 1000)}`);
});

test("counts paragraph segments for themselves", () => {
  const paragraph = pair("段", "P").replaceAll("-101", "-p103");
  checkRule(idOutOfOrder, `${pair("甲", "A", 110)} ${paragraph} ${pair("乙", "B", 111)}`);
});

test("leaves a second use of an id, a foreign prefix and differing ids to their rules", () => {
  const foreign = pair("丙", "C", 101).replaceAll("1a2b3", "99999");
  const differing = pair("丁", "D", 101).replace('stu-id="1a2b3-101', 'stu-id="1a2b3-107');
  checkRule(
    idOutOfOrder,
    `${pair("甲", "A", 105)} ${pair("乙", "B", 106)} ${pair("乙", "B", 105)} ${foreign} ${differing}`,
  );
});

test("is silent in code", () => {
  checkRule(idOutOfOrder, `\`\`\`\n${pair("甲", "A", 102)}\n${pair("乙", "B", 101)}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  const page = `か\u3099\r\n\r\n${pair("😀", "A", 101)}\r\n- ${marked("乙", "B", 130)}\r\n- ${pair("丙", "C", 102)} ${pair("丁", "D", 103)}\r\n`;
  checkRule(idOutOfOrder, `${page}\n//^ ${message("130", "between 101 and 102")}`);
});

test("renumbers, making room where there is none", () => {
  checkFix(
    idOutOfOrder,
    `${pair("甲", "A")} ${pair("乙", "B", 110)} ${pair("丙", "C", 102)} ${pair("丁", "D", 104)}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 103)} ${pair("丁", "D", 104)}`,
    "Renumber it to `1a2b3-102`, and the segment behind it",
  );
});

test("renumbers the first segment before the others", () => {
  const order = `${pair("乙", "B", 103)} ${pair("丙", "C", 104)}`;
  checkFix(idOutOfOrder, `${pair("甲", "A", 109)} ${order}`, `${pair("甲", "A", 102)} ${order}`);
});

test("leaves ids alone where English has the segments in the order of the page", () => {
  const page = `${pair("甲", "First thing.")} ${pair("乙", "Second thing.", 110)} ${pair("丙", "Third thing.", 102)}`;
  const english = "//- en-us/page.md\nFirst thing. Second thing. Third thing.\n";
  checkRule(idOutOfOrder, `//- zh-cn/page.md\n---\n${localizedKeys()}\n---\n${page}\n${english}`);
});

test("reports a segment that was moved in the page alone", () => {
  const page = `${pair("甲", "First thing.")} ${marked("乙", "Second thing.", 110)} ${pair("丙", "Third thing.", 102)} ${pair("丁", "Fourth thing.", 103)}
//^ ${message("110", "between 101 and 102")}`;
  const english = "//- en-us/page.md\nFirst thing. Third thing. Fourth thing. Second thing.\n";
  checkRule(idOutOfOrder, `//- zh-cn/page.md\n---\n${localizedKeys()}\n---\n${page}\n${english}`);
});
