import { test } from "node:test";
import { pageNotFound } from "../../../../server/src/core/rules/source/page-not-found.ts";
import { checkRule } from "../../../check.ts";
import { localizedKeys } from "./localized.ts";

function page(path: string, keys: string): string {
  return `//- zh-cn/${path}\n---\n${keys}\n---\n你好 😀。\n`;
}

function marked(madeFrom?: string): string {
  return localizedKeys(madeFrom).replace(/^(ms\.openlocfilehash: )(.*)$/m, "$1[|$2|]");
}

test("reports a page whose English page is gone", () => {
  checkRule(
    pageNotFound,
    `${page("old.md", marked())}//^ source/page-not-found: The English page is gone. Delete this page, or redirect it.
//- en-us/other.md
Something else.`,
  );
});

test("reports a page whose English page has another path", () => {
  const english = "Hello 😀.";
  checkRule(
    pageNotFound,
    `${page("old.md", marked(english))}//^ source/page-not-found: The English page was moved to \`en-us/guide/new.md\`. Move this page there.
//- en-us/guide/new.md
${english}`,
  );
});

test("reports a page that English redirects", () => {
  checkRule(
    pageNotFound,
    `${page("old.md", marked())}//^ source/page-not-found: The English page is gone; its address leads to \`en-us/new.md\` now.
//- en-us/new.md
Hello.
//- .openpublishing.redirection.json
{ "redirections": [{ "source_path": "en-us/old.md", "redirect_url": "new" }] }`,
  );
});

test("reports a page whose English became structured content", () => {
  checkRule(
    pageNotFound,
    `${page("faq.md", marked())}//^ source/page-not-found: The English page was moved to \`en-us/faq.yml\`.
//- en-us/faq.yml
### YamlMime:FAQ
//- en-us/other.md
Hello.`,
  );
});

test("accepts a page beside its English page", () => {
  checkRule(pageNotFound, `${page("page.md", localizedKeys())}//- en-us/page.md\nHello.\r\n`);
});

test("says nothing of a page that nothing shows to be made from English, nor where there is no English tree", () => {
  checkRule(pageNotFound, `//- zh-cn/part.md\n你好。\n//- en-us/other.md\nHello.`);
  checkRule(pageNotFound, page("page.md", localizedKeys()));
});
