import assert from "node:assert/strict";
import { test } from "node:test";
import { showMarkdown } from "../../../server/src/core/features/show-markdown.ts";

test("a picture is shown by its alternative text, so that reading fetches nothing", () => {
  assert.equal(showMarkdown("See ![the *button*](https://a.example/x.png)."), "See the *button*.");
});

test("pictures in the alternative texts of pictures are no way around that", () => {
  assert.equal(showMarkdown("![a ![b](https://a.example/y.png)](https://a.example/x.png)"), "a b");
  const nested = "![".repeat(30) + "a" + "](https://a.example/x.png)".repeat(30);
  assert.ok(!showMarkdown(nested).includes("!["));
});

test("nor are pictures whose address stands in a definition", () => {
  const shown = showMarkdown(
    "![a] and ![b][c]\n\n[a]: https://a.example/x.png\n[c]: https://a.example/y.png",
  );
  assert.ok(shown.startsWith("a and b"), shown);
});

test("a link to a command is shown as text", () => {
  assert.equal(showMarkdown("[run](command:workbench.action.quit) [read](a.md)"), "run [read](a.md)");
});

test("code that looks like a picture stays", () => {
  assert.equal(showMarkdown("`![a](b.png)`"), "`![a](b.png)`");
});
