import assert from "node:assert/strict";
import { test } from "node:test";
import type { Comparison } from "../../server/src/core/compare/pairs/pair-list.ts";
import { INK } from "../../server/src/core/compare/pairs/traits.ts";
import { comparePairs } from "../../server/src/core/rules/compare-pairs.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { pair } from "../core/compare/pair.ts";
import { Editor } from "./editor.ts";

const PAGE = "/docs/index.md";

/** A page of three pairs. */
function page(first: string): string {
  return `# ${pair(first, "Roses", 101)}\n\n${pair("百合", "Lilies", 102)}\n\n${pair("鬱金香", "Tulips", 103)}\n`;
}

/** Notes the English of each pair that it compares, and finds fault with tulips. */
function comparing(compared: string[]): Rule {
  const comparison: Comparison<string> = {
    needs: INK,
    find: (_target, { text }) => {
      compared.push(text);
      return text === "Tulips" ? text : undefined;
    },
  };
  return {
    id: "test/comparing",
    summary: "",
    severity: "warning",
    check: (context) =>
      comparePairs(context, comparison, function* ({ span }) {
        yield { span, message: "Found." };
      }),
  };
}

/** Notes the path or the text of each page that it checks. */
function noting(noted: string[], what: "path" | "text"): Rule {
  return {
    id: "test/noting",
    summary: "",
    severity: "warning",
    check: ({ path, document }) => {
      noted.push(what === "path" ? path : document.text);
      return [];
    },
  };
}

test("a keystroke compares the pair that was typed into, and what is known of the others still shows", async () => {
  const compared: string[] = [];
  const editor = await Editor.open({ [PAGE]: page("玫瑰") }, { rules: [comparing(compared)] });
  await editor.ready();
  await editor.openPage(PAGE);
  const before = await editor.diagnostics(PAGE);
  assert.deepEqual(before, ["test/comparing: Found."]);
  assert.deepEqual(compared.splice(0), ["Roses", "Lilies", "Tulips"]);
  await editor.edit(PAGE, page("玫瑰花"));
  assert.deepEqual(await editor.diagnostics(PAGE), before);
  assert.deepEqual(compared, ["Roses"]);
  await editor.close();
});

test("a definition that changes has all pairs compared again", async () => {
  const compared: string[] = [];
  const editor = await Editor.open({ [PAGE]: page("玫瑰") }, { rules: [comparing(compared)] });
  await editor.ready();
  await editor.openPage(PAGE);
  await editor.diagnostics(PAGE);
  compared.splice(0);
  await editor.edit(PAGE, `${page("玫瑰")}\n[garden]: garden.md\n`);
  await editor.diagnostics(PAGE);
  assert.deepEqual(compared, ["Roses", "Lilies", "Tulips"]);
  await editor.close();
});

test("a keystroke has no other page checked", async () => {
  const checked: string[] = [];
  const files = { [PAGE]: "[x](other.md)\n", "/docs/other.md": "[x](index.md)\n", "/docs/third.md": "# C\n" };
  const editor = await Editor.open(files, { rules: [noting(checked, "path")] });
  await editor.ready();
  await editor.openPage(PAGE);
  await editor.openPage("/docs/other.md");
  await editor.diagnostics(PAGE);
  await editor.diagnostics("/docs/other.md");
  checked.splice(0);
  await editor.edit(PAGE, "[x](other.md) y\n");
  await editor.diagnostics(PAGE);
  assert.deepEqual(checked, ["index.md"]);
  await editor.close();
});

test("findings are not worked out for a text that somebody has typed on from", async () => {
  const checked: string[] = [];
  const editor = await Editor.open({ [PAGE]: "# A\n" }, { rules: [noting(checked, "text")] });
  await editor.ready();
  await editor.openPage(PAGE);
  await editor.diagnostics(PAGE);
  checked.splice(0);
  const sent = [
    editor.edit(PAGE, "# AB\n"),
    editor.diagnostics(PAGE),
    editor.edit(PAGE, "# ABC\n"),
    editor.diagnostics(PAGE),
  ];
  await Promise.all(sent);
  assert.deepEqual(checked, ["# ABC\n"]);
  await editor.close();
});
