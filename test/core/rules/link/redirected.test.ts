import { test } from "node:test";
import { redirected } from "../../../../server/src/core/rules/link/redirected.ts";
import { checkFix, checkRule } from "../../../check.ts";

const docset = `//- docs/docfx.json
{ "build": { "globalMetadata": { "breadcrumb_path": "/skylark/breadcrumb/toc.json" } } }
//- docs/breadcrumb/toc.yml
`;
const redirections = (...lines: readonly (readonly [string, string])[]): string =>
  `//- .openpublishing.redirection.json
${JSON.stringify({ redirections: lines.map(([source_path, redirect_url]) => ({ source_path, redirect_url })) })}
`;

test("a link to a page that was moved is reported", () => {
  checkRule(
    redirected,
    `//- docs/page.md
见[概述]([|old.md|]#x)。
//^ link/redirected: \`docs/old.md\` was moved to \`docs/new.md\`.
//- docs/new.md
${docset}${redirections(["docs/old.md", "/skylark/new"])}`,
  );
});

test("a page that is there is not redirected, whatever the list says", () => {
  checkRule(
    redirected,
    `//- docs/page.md\n[a](old.md) [b](other.md) \`[c](gone.md)\`\n//- docs/old.md\n${docset}${redirections(["docs/old.md", "/skylark/new"], ["docs/gone.md", "/skylark/new"])}`,
  );
});

test("a chain is followed to its end, letter case aside", () => {
  checkFix(
    redirected,
    `//- docs/page.md\n[a](old.md?view=v2#x)\n//- docs/newest.md\n${docset}${redirections(["Docs/old.md", "/skylark/newer"], ["docs/newer.md", "/skylark/newest"])}`,
    "[a](newest.md?view=v2#x)",
  );
});

test("a chain in a circle leads to the URL as stated", () => {
  checkRule(
    redirected,
    `//- docs/page.md
[a]([|one.md|])
//^ link/redirected: \`docs/one.md\` was moved to \`/skylark/two\`.
${docset}${redirections(["docs/one.md", "/skylark/two"], ["docs/two.md", "/skylark/one"])}`,
  );
});

test("the fix keeps the link's bookmark unless the redirection has one", () => {
  const list = redirections(["docs/old.md", "/skylark/new#part"], ["docs/far.md", "https://example.com/far"]);
  checkFix(
    redirected,
    `//- docs/page.md\n🚀 [가](old.md#x)\r\n//- docs/new.md\n${docset}${list}`,
    "🚀 [가](new.md#part)\r",
  );
  checkFix(redirected, `//- docs/page.md\n[a](far.md#x)\n${docset}${list}`, "[a](https://example.com/far#x)");
});

test("a page of another docset is linked by its URL", () => {
  checkFix(
    redirected,
    `//- docs/page.md\n[a](old.md#x)\n${redirections(["docs/old.md", "/other/new"])}`,
    "[a](/other/new#x)",
  );
});
