import assert from "node:assert/strict";
import { test } from "node:test";
import { Editor } from "./editor.ts";

/** Opens a page, changes files, and expects the client to be told that another finding holds now. */
async function checkFollows(
  files: Readonly<Record<string, string>>,
  path: string,
  { changes, expected }: { changes: Readonly<Record<string, string | undefined>>; expected: RegExp },
): Promise<void> {
  const editor = await Editor.open(files);
  await editor.ready();
  await editor.openPage(path);
  const findings = async (): Promise<string[]> =>
    (await editor.diagnostics(path)).filter((line) => !line.startsWith("link/case-mismatch:"));
  assert.deepEqual(await findings(), []);
  const before = editor.refreshes;
  await editor.write(changes);
  await editor.until(() => editor.refreshes > before);
  assert.match((await findings()).join("\n"), expected);
  await editor.close();
}

const INCLUDING = "# B\n\n[!INCLUDE [i](inc.md)]\n";

for (const target of ["b.md", "b", "B.md", "b/index.md", "b/"]) {
  test(`a link to \`${target}\` is right again when a heading changes in what the page there includes`, async () => {
    const isIndex = target.startsWith("b/");
    const files = {
      "/docs/a.md": `# A\n\n[x](${target}#spot)\n`,
      [isIndex ? "/docs/b/index.md" : "/docs/b.md"]: isIndex ? INCLUDING.replace("inc", "../inc") : INCLUDING,
      "/docs/inc.md": "## Spot\n",
    };
    const changes = { "/docs/inc.md": "## Place\n" };
    await checkFollows(files, "/docs/a.md", { changes, expected: /^link\/bookmark-not-found: /m });
  });
}

test("a link to a page that only English has is right again when a heading changes there", async () => {
  const files = {
    "/docs/en-us/a.md": "# A\n\n[x](only.md#spot)\n",
    "/docs/en-us/only.md": "# Only\n\n## Spot\n",
    "/docs/zh-cn/a.md": "# 甲\n\n[x](only.md#spot)\n",
  };
  const changes = { "/docs/en-us/only.md": "# Only\n\n## Place\n" };
  await checkFollows(files, "/docs/zh-cn/a.md", { changes, expected: /^link\/bookmark-not-found: /m });
});

test("the same holds for an English repository of its own, and for what its pages include", async () => {
  const files = {
    "/repos/docs/a.md": "# A\n",
    "/repos/docs/only.md": "# Only\n\n[!INCLUDE [i](inc.md)]\n",
    "/repos/docs/inc.md": "## Spot\n",
    "/docs/a.md": "# 甲\n\n[x](only.md#spot)\n",
    "/docs/.lockstep.json": '{ "sourceRoot": "../repos/docs" }',
  };
  const changes = { "/repos/docs/inc.md": "## Place\n" };
  await checkFollows(files, "/docs/a.md", { changes, expected: /^link\/bookmark-not-found: /m });
});

test("a part of a page is right again when a heading changes in the page that includes it", async () => {
  const files = {
    "/docs/b.md": "# B\n\n## Spot\n\n[!INCLUDE [i](inc.md)]\n",
    "/docs/inc.md": "[x](#spot)\n",
  };
  const changes = { "/docs/b.md": "# B\n\n## Place\n\n[!INCLUDE [i](inc.md)]\n" };
  await checkFollows(files, "/docs/inc.md", { changes, expected: /^link\/bookmark-not-found: /m });
});
