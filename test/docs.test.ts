import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { rules } from "../server/src/core/rules/registry.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import type { Rule } from "../server/src/core/rules/rule.ts";
import { type Report, runRules } from "../server/src/core/rules/run.ts";
import { openFixture } from "./open.ts";

/** A fenced block of a rule page that is run as a test. */
interface Example {
  readonly kind: "valid" | "invalid";
  readonly text: string;
  /** Line of its opening fence, from 1. */
  readonly line: number;
}

const SECTIONS = ["Why", "Examples", "Options", "How to silence it", "Related"];
const HEAD = /^Default severity: \*\*(error|warning|info|hint)\*\*\. Fix: (?:no|yes \(.+\)[^.]*)\.$/;

function pathOf(id: string): string {
  return join("docs/rules", `${id}.md`);
}

/** The fenced blocks with `md valid` or `md invalid` behind the fence. */
function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let fence: { marker: string; info: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of page.split("\n").entries()) {
    if (fence === undefined) {
      const match = /^(`{3,})(.*)$/.exec(line);
      if (match !== null)
        fence = { marker: match[1] ?? "", info: match[2] ?? "", line: index + 1, lines: [] };
    } else if (line === fence.marker) {
      const kind = /^md (valid|invalid)$/.exec(fence.info)?.[1];
      if (kind === "valid" || kind === "invalid")
        examples.push({ kind, text: fence.lines.join("\n"), line: fence.line });
      fence = undefined;
    } else fence.lines.push(line);
  }
  assert.equal(fence, undefined, "a fence is not closed");
  return examples;
}

/** The page without its fenced blocks. */
function proseOf(page: string): string {
  return page.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, "");
}

/** What the rule says of the first page of an example. */
function checkExample(rule: Rule, text: string): Report[] {
  const [page] = openFixture(text);
  assert.ok(page, "the example has no page");
  return runRules([rule], page.context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
}

function checkHead(rule: Rule, page: string): void {
  const [title, , summary, , head] = page.split("\n");
  assert.equal(title, `# ${rule.id}`);
  assert.equal(summary, rule.summary, "the first paragraph is the rule's summary");
  const match = HEAD.exec(head ?? "");
  assert.ok(match, `the line with severity and fix is: ${head ?? ""}`);
  assert.equal(match[1], rule.severity);
}

function checkSections(rule: Rule, page: string): void {
  const found = Array.from(proseOf(page).matchAll(/^## (.+)$/gm), (match) => match[1] ?? "");
  const expected = SECTIONS.filter((section) => section !== "Options" || found.includes("Options"));
  assert.deepEqual(found, expected);
  assert.ok(
    page.includes(rule.id, page.indexOf("## How to silence it")),
    "it says how to silence the rule by its id",
  );
}

function checkLinks(rule: Rule, page: string): void {
  for (const [, target = ""] of proseOf(page).matchAll(/\]\(([^)#]+\.md)(?:#[^)]*)?\)/g)) {
    assert.ok(existsSync(join(dirname(pathOf(rule.id)), target)), `${target} is not there`);
  }
}

function checkSentences(page: string): void {
  for (const line of proseOf(page).split("\n")) {
    if (line.startsWith("Default severity:") || line.startsWith("- ")) continue;
    const masked = line.replace(/`[^`]*`/g, "code").replace(/\b(?:e\.g|i\.e|etc)\./g, "");
    assert.doesNotMatch(masked, /[.!?] [A-Z]/, "one sentence per line");
  }
}

test("the examples of docs/format.md are sound segments", () => {
  const page = readFileSync("docs/format.md", "utf8");
  const examples = Array.from(
    page.matchAll(/^```(?:html|markdown)\n([\s\S]*?)^```$/gm),
    ([, text = ""]) => text,
  );
  assert.ok(examples.length > 0);
  for (const text of examples) {
    const { segments, markupProblems } = parseDocument(text);
    assert.deepEqual(markupProblems, [], text);
    assert.equal(segments.length, text.split("data-ttu-id").length - 1, text);
  }
});

for (const rule of rules) {
  describe(`docs/rules/${rule.id}.md`, () => {
    if (!existsSync(pathOf(rule.id))) {
      test("the page is there", () => {
        assert.fail(`${pathOf(rule.id)} is missing`);
      });
      return;
    }
    const page = readFileSync(pathOf(rule.id), "utf8");
    const examples = examplesOf(page);

    test("it follows the template", () => {
      checkHead(rule, page);
      checkSections(rule, page);
      checkLinks(rule, page);
      checkSentences(page);
      for (const kind of ["valid", "invalid"] as const) {
        assert.ok(
          examples.some((example) => example.kind === kind),
          `there is no ${kind} example`,
        );
      }
    });

    for (const { kind, text, line } of examples) {
      test(`the ${kind} example in line ${line} ${kind === "valid" ? "is silent" : "hits"}`, () => {
        const messages = checkExample(rule, text).map(({ message }) => message);
        if (kind === "valid") assert.deepEqual(messages, []);
        else assert.ok(messages.length > 0, "no finding");
      });
    }

    test("it says whether there is a fix", () => {
      const reports = examples
        .filter(({ kind }) => kind === "invalid")
        .flatMap(({ text }) => checkExample(rule, text));
      const hasFix = reports.some(({ fixes = [] }) => fixes.length > 0);
      assert.equal(
        /Fix: yes/.test(page),
        hasFix,
        hasFix ? "its examples offer fixes" : "no example offers a fix",
      );
    });
  });
}
