import { test } from "node:test";
import { untranslated } from "../../../../server/src/core/rules/segment/untranslated.ts";
import { checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE = "segment/untranslated: The translation is the same as the English.";

/** A pair with equal halves; `marked` may hold marks. */
function same(marked: string): string {
  return pair(marked, marked.replace(/\[\||\|\]/g, ""));
}

test("reports a sentence that is the same as its English", () => {
  checkRule(untranslated, `${same("[|Open the page that lists all users.|]")}\n//^ ${MESSAGE}`);
  checkRule(
    untranslated,
    `${pair("[|Open the page that lists users. |]", "Open the page that lists users.")}\n//^ ${MESSAGE}`,
  );
});

test("accepts names, short texts, commands and signatures", () => {
  checkRule(untranslated, same("Contoso Premium Plan for Faculty and Students"));
  checkRule(untranslated, same("Contoso for teams"));
  checkRule(untranslated, same("open(name: string, mode: number, force: boolean)"));
  checkRule(untranslated, same("run the `setup` tool once more"));
});

test("accepts a list of types", () => {
  checkRule(untranslated, same("int, bigint, numeric, float, real, money"));
  checkRule(untranslated, `${same("[|int, bigint and all other types|]")}\n//^ ${MESSAGE}`);
});

test("accepts a translation", () => {
  checkRule(untranslated, pair("打开列出所有用户的页面。", "Open the page that lists all users."));
});

test("accepts a page in English", () => {
  checkRule(
    untranslated,
    `---\nms.contentlocale: en-GB\n---\n${same("Open the page that lists all users.")}`,
  );
});

test("is silent in code blocks", () => {
  checkRule(untranslated, `\`\`\`\n${same("Open the page that lists all users.")}\n\`\`\``);
});

test("finds the place with CRLF and wide characters", () => {
  checkRule(
    untranslated,
    `か\u3099 😀\r\n\r\n${same("[|Open the page that lists all users 😀.|]")}\r\n\n//^ ${MESSAGE}`,
  );
});
