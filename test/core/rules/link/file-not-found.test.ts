import assert from "node:assert/strict";
import { test } from "node:test";
import { readProjectConfig } from "../../../../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../../../../server/src/core/document/parse-document.ts";
import { fileNotFound } from "../../../../server/src/core/rules/link/file-not-found.ts";
import { runRules } from "../../../../server/src/core/rules/run.ts";
import { NO_SOURCES } from "../../../../server/src/core/source/page-sources.ts";
import { buildWorkspace } from "../../../../server/src/core/workspace/build-workspace.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { segmentPair } from "../../../segment-pair.ts";

/** Messages of the rule on one page, with an English tree beside it. */
function checkWithSource(page: string, here: readonly string[], english: readonly string[]): string[] {
  const source = buildWorkspace({ name: "docs", files: new Map(english.map((path) => [path, ""])) });
  const files = new Map<string, string>([["docs/page.md", page], ...here.map((path) => [path, ""] as const)]);
  const context = {
    document: parseDocument(page),
    path: "docs/page.md",
    workspace: buildWorkspace({ name: "docs.zh-cn", files, source }),
    sources: NO_SOURCES,
    config: readProjectConfig(undefined).config,
    today: { year: 2024, month: 6, day: 15 },
  };
  return runRules([fileNotFound], context, { onCrash: assert.ifError }).map(({ message }) => message);
}

test("a link to a page that is not there is reported at its path", () => {
  checkRule(
    fileNotFound,
    `//- docs/page.md
详见[安装]([|../setup/install.md|]?view=v2#步骤)。
//^ link/file-not-found: File \`setup/install.md\` does not exist.`,
  );
});

test("a link to a page that is there is fine, however it is written", () => {
  checkRule(
    fileNotFound,
    `//- docs/page.md
[a](setup.md) [b](./setup.md#x) [c](../docs/setup.md?view=v2) [d](setup) [e](faq) [f](guides/) [g](guides)
[h](%E8%AE%BE%E7%BD%AE.md) [k](Setup.md) [l](..\\\\docs\\\\setup.md)
//- docs/setup.md
//- docs/faq.yml
//- docs/guides/index.md
//- docs/设置.md`,
  );
});

test("what leads elsewhere is nobody's missing file", () => {
  checkRule(
    fileNotFound,
    `[a](https://example.com/x.md) [b](/azure/x) [c](xref:System.String) [d](mailto:a@example.com) [e](#tab/x)
[f](tel:+1) [g]() [h](command:x.y) [i](../../outside.md) [j](.github/x.md) <https://example.com/y.md> [k](//host/z.md)`,
  );
});

test("an include or a picture says nothing while there is no English tree", () => {
  checkRule(fileNotFound, "[!INCLUDE [x](includes/x.md)]\n\n![y](media/y.png)\n\n[z](files/z.zip)\n");
});

test("a page that only the English tree has is found there", () => {
  const page = "[a](setup.md) ![b](media/b.png)\n\n[!INCLUDE [c](includes/c.md)]\n";
  assert.deepEqual(
    checkWithSource(page, [], ["docs/setup.md", "docs/media/b.png", "docs/includes/c.md"]),
    [],
  );
});

test("what neither tree has is reported, pictures and includes too", () => {
  const page =
    "---\nms.contentlocale: zh-CN\n---\n[a](setup.md) ![b](media/b.png)\n\n[!INCLUDE [c](includes/c.md)]\n";
  assert.deepEqual(checkWithSource(page, [], ["docs/media/other.png"]), [
    "File `docs/setup.md` does not exist, neither here nor in the English tree.",
    "File `docs/media/b.png` does not exist, neither here nor in the English tree.",
    "File `docs/includes/c.md` does not exist, neither here nor in the English tree.",
  ]);
});

test("an English page is not told that the English tree lacks the file, too", () => {
  checkRule(
    fileNotFound,
    `//- en-us/page.md
[a]([|gone.md|])
//^ link/file-not-found: File \`en-us/gone.md\` does not exist.
//- fr-fr/page.md
[b]([|gone.md|])
//^ link/file-not-found: File \`fr-fr/gone.md\` does not exist, neither here nor in the English tree.`,
  );
});

test("the page that the first fix leads to is the one that the message names, in English alone too", () => {
  checkRule(
    fileNotFound,
    `//- en-us/page.md
See [Set up](set-up.md).
//- en-us/set-up.md
//- fr-fr/page.md
${segmentPair("1a2b3-103", "Voir [Configurer]([|configurer.md|]).", "See [Set up](set-up.md).")}
//^ link/file-not-found: File \`fr-fr/configurer.md\` does not exist, neither here nor in the English tree. Did you mean \`fr-fr/set-up.md\`?`,
  );
});

test("an English tree that was checked out without pictures cannot miss one", () => {
  assert.deepEqual(checkWithSource("![b](media/b.png)", [], ["docs/page.md"]), []);
});

test("links in segments, HTML, references and autolinks are followed; a definition is reported once", () => {
  checkRule(
    fileNotFound,
    `//- docs/page.md
<span data-ttu-id="1a2b3-101">参阅[安装]([|install.md|])。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">See [Install](install.md).</span></span>
//^ link/file-not-found: File \`docs/install.md\` does not exist.

<a href="[|gone.md|]">x</a> and [one][g], [two][g]
//^ link/file-not-found: File \`docs/gone.md\` does not exist.

[g]: [|lost.md|]
//^ link/file-not-found: File \`docs/lost.md\` does not exist.`,
  );
});

test("code and comments hold no links", () => {
  checkRule(
    fileNotFound,
    "`[a](gone.md)`\n\n```md\n[b](gone.md)\n```\n\n<!-- [c](gone.md) -->\n\n    [d](gone.md)\n",
  );
});

test("CRLF and wide characters do not shift the place", () => {
  checkRule(
    fileNotFound,
    "# 🚀 e\u0301\r\n\r\n> 👩‍💻 [한국어]([|없음.md|])\r\n//^ link/file-not-found: File `없음.md` does not exist.\r\n",
  );
});

test("a path of the writer's own machine is reported", () => {
  checkRule(
    fileNotFound,
    "[a]([|C:\\docs\\a.md|])\n//^ link/file-not-found: `C:\\docs\\a.md` is a path on one computer, which readers cannot open.",
  );
});

test("a page that became YAML is the best fix; its query and bookmark stay", () => {
  checkFix(
    fileNotFound,
    "//- docs/page.md\n[问](faq.md?view=v2#q1)\n//- docs/faq.yml\n//- docs/fax.md",
    "[问](faq.yml?view=v2#q1)",
  );
});

test("a page that moved to another folder is the best fix when no other has its name", () => {
  checkFix(
    fileNotFound,
    "//- docs/page.md\n[a](../old/install-guide.md#steps)\n//- docs/new/install-guide.md\n## Steps",
    "[a](new/install-guide.md#steps)",
  );
});

test("a page of the same name in another folder is in doubt where the folder has a longer name, or the name is short", () => {
  const isSure = (fixture: string): boolean => {
    try {
      checkFix(fileNotFound, fixture, "");
    } catch (error) {
      return !/no such fix/.test(String(error));
    }
    return true;
  };
  assert.ok(isSure("//- old/page.md\n[a](customer-support.md)\n//- new/customer-support.md"));
  assert.ok(!isSure("//- old/page.md\n[a](overview.md)\n//- new/overview.md"));
  assert.ok(
    !isSure(
      "//- old/page.md\n[a](customer-support.md)\n//- new/customer-support.md\n//- old/China-customer-support.md",
    ),
  );
});

test("a bookmark that the other page does not have is left out", () => {
  checkFix(
    fileNotFound,
    "//- docs/page.md\n[a](x/install-guide.md#gone)\n//- docs/install-guide.md",
    "[a](install-guide.md)",
  );
});

test("near names are offered, the nearest first, none of them as the best where there is doubt", () => {
  const fixture = `//- docs/page.md
[a](install-agent.md)
//- docs/install-agents.md
//- docs/install-agent2.md
//- other/install-agen.md
//- docs/remove-all.md`;
  assert.deepEqual(fixTitles(fileNotFound, fixture), [
    "Link to `install-agent2.md`",
    "Link to `install-agents.md`",
    "Link to `../other/install-agen.md`",
    "Create `docs/install-agent.md`",
    "Remove the link, keep its text",
  ]);
  assert.throws(() => {
    checkFix(fileNotFound, fixture, "");
  });
});

test("the page that the English has and whose name is the nearest is offered once", () => {
  const segment = segmentPair("1a2b3-103", "[安装](instal.md)", "[Install](install.md)");
  assert.deepEqual(fixTitles(fileNotFound, `${segment}\n//- install.md`), [
    "Use the English target `install.md`",
    "Create `instal.md`",
    "Remove the link, keep its text",
  ]);
});

test("where locales stand side by side, another locale's page is not offered, nor the page itself", () => {
  const fixture =
    "//- ja-jp/install.md\n[a](instal.md) [b](setup-guide.md)\n//- zh-cn/install.md\n//- zh-cn/setup-guide.md";
  assert.deepEqual(
    fixTitles(fileNotFound, fixture).filter((title) => title.startsWith("Link to")),
    [],
  );
});

test("a page with other numbers in its name is another page", () => {
  assert.deepEqual(fixTitles(fileNotFound, "//- page.md\n[a](2021-july.md)\n//- 2020-july.md"), [
    "Create `2021-july.md`",
    "Remove the link, keep its text",
  ]);
});

test("the target that the English half has is the best fix", () => {
  checkFix(
    fileNotFound,
    `//- page.md
<span data-ttu-id="1a2b3-101">参阅[安装](安装.md)。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">See [Install](install.md).</span></span>
//- install.md`,
    `<span data-ttu-id="1a2b3-101">参阅[安装](install.md)。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">See [Install](install.md).</span></span>`,
  );
});

test("a link is taken away without the markup inside its text", () => {
  const pair =
    '<span data-ttu-id="1a2b3-101">安装</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Install</span></span>';
  checkFix(fileNotFound, `-   [${pair}](gone.md)`, `-   ${pair}`, "Remove the link, keep its text");
  checkFix(
    fileNotFound,
    `见 [${pair} 和 b](gone.md "x").`,
    `见 ${pair} 和 b.`,
    "Remove the link, keep its text",
  );
  checkFix(fileNotFound, "[一 `b`](gone.md)", "一 `b`", "Remove the link, keep its text");
});

test("special signs in a path are encoded when it is written into a link", () => {
  const files = new Map([
    ["page.md", "[a](<x/a (1).md>)"],
    ["a (1).md", ""],
  ]);
  const context = {
    document: parseDocument(files.get("page.md") ?? ""),
    path: "page.md",
    workspace: buildWorkspace({ name: "docs", files }),
    sources: NO_SOURCES,
    config: readProjectConfig(undefined).config,
    today: { year: 2024, month: 6, day: 15 },
  };
  const [report] = runRules([fileNotFound], context, { onCrash: assert.ifError });
  assert.equal(report?.fixes?.[0]?.edits[0]?.newText, "a%20%281%29.md");
});

test("the missing page is created with front matter and a title from the link", () => {
  const pair =
    '<span data-ttu-id="1a2b3-101">“安装”: **向导**</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Install</span></span>';
  const created = (page: string): string | undefined => {
    const context = {
      document: parseDocument(page),
      path: "docs/page.md",
      workspace: buildWorkspace({ name: "docs", files: new Map([["docs/page.md", page]]) }),
      sources: NO_SOURCES,
      config: readProjectConfig(undefined).config,
      today: { year: 2024, month: 6, day: 15 },
    };
    const fixes = runRules([fileNotFound], context, { onCrash: assert.ifError }).flatMap(
      ({ fixes }) => fixes ?? [],
    );
    return fixes.find(({ createFile }) => createFile?.path === "docs/setup.md")?.createFile?.text;
  };
  assert.equal(created(`[${pair}](setup.md)`), '---\ntitle: "“安装”: 向导"\n---\n# “安装”: 向导\n');
  assert.equal(created("[Set up](setup.md)\r\n"), "---\r\ntitle: Set up\r\n---\r\n# Set up\r\n");
  assert.equal(created('<a href="setup.md">x</a>'), "---\ntitle: setup\n---\n# setup\n");
});
