import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { rules } from "../../server/src/core/rules/registry.ts";
import { runRules } from "../../server/src/core/rules/run.ts";
import { openFixture } from "../open.ts";
import { expandSnippet } from "./expand.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const snippets = JSON.parse(readFileSync("snippets/markdown.json", "utf8")) as Record<string, Snippet>;

function bodyOf({ body }: Snippet): string {
  return typeof body === "string" ? body : body.join("\n");
}

/** The page that a snippet makes, or that it is put into: one needs a header and a title to be without findings. */
function pageWith(name: string, text: string): string {
  if (text.startsWith("---\n")) return `${text}# Title\n`;
  const header = expandSnippet(bodyOf(snippets["Header of a localized page"] as Snippet)).text;
  return `${header}# Title\n\n${name === "Silence a rule on the next line" ? `${text}Text` : text}\n`;
}

test("every snippet has a prefix of its own, a description and a body", () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  assert.deepEqual([...new Set(prefixes)], prefixes);
  for (const [name, snippet] of Object.entries(snippets)) {
    assert.deepEqual(Object.keys(snippet).sort(), ["body", "description", "prefix"], name);
    assert.match(snippet.prefix, /^[a-z][a-z-]+$/, name);
    assert.doesNotMatch(snippet.description, /\.$/, name);
    assert.notEqual(bodyOf(snippet), "", name);
  }
});

suite("the default text of a snippet has no findings", () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    test(name, () => {
      const { text, tabStops } = expandSnippet(bodyOf(snippet));
      const numbers = [...tabStops].sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_, nth) => nth),
        "tab stops count up from 0 without a gap",
      );

      const [page] = openFixture(`//- zh-cn/page.md\n${pageWith(name, text)}`);
      assert.ok(page);
      const reports = runRules(rules, page.context, {
        onCrash: (_rule, error) => {
          throw error;
        },
      });
      assert.deepEqual(
        reports.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });
  }
});

test("a heading's anchor follows the English heading", () => {
  const body = bodyOf(snippets["Heading with a segment"] as Snippet).replace(
    "English heading",
    "What's in the Box (v2)?",
  );
  assert.match(expandSnippet(body).text, /<a name="whats-in-the-box-v2"><\/a>/);
});

test("both halves of a segment have the same id", () => {
  const { text } = expandSnippet(bodyOf(snippets["Segment"] as Snippet));
  assert.equal(
    text,
    '<span data-ttu-id="1a2b3-101">Translation</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">English</span></span>',
  );
});
