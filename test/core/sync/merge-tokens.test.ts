import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { pair } from "../../localized-page.ts";
import { DOG, ENGLISH_HEAD, FOX, HEAD, syncBodies } from "./sync-texts.ts";

test("a link target that English changed and a blank that the translator set go together", () => {
  const { body, conflicts } = syncBodies(
    `[${FOX} ](old.md)\n\n${DOG}\n`,
    "[The fox ran.](old.md)\n\nThe dog slept.\n",
    "[The fox ran.](new.md)\n\nThe dog slept.\n",
  );
  assert.ok(body.includes("](new.md)"), body);
  assert.deepEqual(conflicts, []);
});

test("a no-break space that the pipeline made a blank hides no change of English", () => {
  const { body } = syncBodies(
    `\`\`\`command line\nrun a\n\`\`\`\n\n${FOX}\n`,
    "```command\u00a0line\nrun a\n```\n\nThe fox ran.\n",
    "```command\u00a0line\nrun b\n```\n\nThe fox ran.\n",
  );
  assert.equal(body, `\`\`\`command line\nrun b\n\`\`\`\n\n${FOX}\n`);
});

test("a translated picture text stays where English left it alone, also where the picture moved", () => {
  const { body } = syncBodies(
    `![一只狐狸](../fox.png)\n\n${FOX}\n\n${DOG}\n`,
    "![A fox](../fox.png)\n\nThe fox ran.\n\nThe dog slept.\n",
    "The fox ran.\n\nNobody saw it.\n\n![A fox](../fox.png)\n\nThe dog slept.\n",
  );
  const added = `${pair(105, "Nobody saw it.", "Nobody saw it.")}<!--lockstep:new-->`;
  assert.equal(body, `${FOX}\n\n${added}\n\n![一只狐狸](../fox.png)\n\n${DOG}\n`);
});

test("a link target that the translator changed stays where English left it alone", () => {
  const page = `[${pair(103, "狐狸", "Foxes")}](https://example.com/zh)\n\n${DOG}\n`;
  const { body } = syncBodies(
    page,
    "[Foxes](https://example.com/en)\n\nThe dog slept.\n",
    "[Foxes](https://example.com/en)\n\nThe dog slept. It snored.\n",
  );
  assert.ok(body.startsWith(page.trimEnd()), body);
});

test("code, tables and headings come from English", () => {
  const { body } = syncBodies(
    `## <a name="the-fox"></a>${pair(102, "狐狸", "The fox")}\n\n\`\`\`js\nrun();\n\`\`\`\n\n${FOX}\n`,
    "## The fox\n\n```js\nrun();\n```\n\nThe fox ran.\n",
    "### The quick fox\n\n```js\nstart();\n```\n\nThe fox ran.\n",
  );
  assert.equal(
    body,
    `### <a name="the-quick-fox"></a>${pair(102, "狐狸", "The quick fox")}<!--lockstep:changed-->\n\n` +
      `\`\`\`js\nstart();\n\`\`\`\n\n${FOX}\n`,
  );
});

test("what the translator added is kept where it stands and reported where English changed around it", () => {
  const { body, conflicts } = syncBodies(
    `${FOX}译者注。 ${DOG}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. Nobody saw it. The dog slept.\n",
  );
  assert.ok(body.includes("译者注。"), body);
  assert.ok(body.includes("Nobody saw it."), body);
  assert.equal(conflicts.length, 1);
});

test("notes and pictures of the translator stay as well, though they have no words for a reader", () => {
  for (const own of ["<!-- 待办 -->", "![](media/zh.png)", '<img src="zh.png">']) {
    const { body, conflicts } = syncBodies(
      `${FOX}\n\n${own}\n\n${DOG}\n`,
      "The fox ran.\n\nThe dog slept.\n",
      "The fox ran.\n\n- Nobody saw it.\n\n# The dog slept.\n",
    );
    assert.ok(body.includes(own), body);
    assert.equal(conflicts.length, 1, own);
  }
});

test("a localized link stays where English goes on in the next line", () => {
  const link = pair(103, "狐狸", "Foxes");
  const { body } = syncBodies(
    `- [${link}](zh-foxes.md)\n`,
    "- [Foxes](foxes.md)\n",
    "- [Foxes](foxes.md)\n- [Dogs](dogs.md)\n",
  );
  assert.ok(body.startsWith(`- [${link}](zh-foxes.md)\n- [`), body);
});

test("a line that the translator added is not put into the line before it", () => {
  const link = pair(103, "狐狸", "Foxes");
  const { body, conflicts } = syncBodies(
    `- [${link}](foxes.md)\n- 自己的\n`,
    "- [Foxes](foxes.md)\n",
    "- [Foxes](red-foxes.md)\n- [Dogs](dogs.md)\n",
  );
  assert.ok(body.startsWith(`- [${link}](red-foxes.md)\n- 自己的\n- [`), body);
  assert.equal(conflicts.length, 1);
});

test("a blank line between blocks stays where English puts a block between them", () => {
  const { body } = syncBodies(
    `> ${FOX}\n\n## <a name="dogs"></a>${pair(104, "狗", "Dogs")}\n`,
    "> The fox ran.\n\n## Dogs\n",
    "> The fox ran.\n\n[!INCLUDE[x](x.md)]\n\n## Dogs\n",
  );
  assert.equal(body, `> ${FOX}\n\n[!INCLUDE[x](x.md)]\n\n## <a name="dogs"></a>${pair(104, "狗", "Dogs")}\n`);
});

test("English may gain more lines at one place than a function takes arguments", () => {
  const lines = Array.from({ length: 125_000 }, (_, nth) => `x${nth}\n`).join("");
  const english = `${ENGLISH_HEAD}The fox ran.\n`;
  const { text } = syncPage({
    page: parseDocument(`${HEAD}${FOX}\n`),
    base: parseDocument(english),
    current: parseDocument(`${english}\n\`\`\`\n${lines}\`\`\`\n`),
    omitEdits: true,
  });
  assert.ok(text.includes(lines));
});
