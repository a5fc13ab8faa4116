import assert from "node:assert/strict";
import { test } from "node:test";
import { findCodeActions, findSafeEdits } from "../../../server/src/core/features/code-actions.ts";
import type { Finding, Fix, Rule } from "../../../server/src/core/rules/rule.ts";
import { type Report, runRules } from "../../../server/src/core/rules/run.ts";
import { pickFixes } from "../../../server/src/core/rules/pick-fixes.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { openFixture } from "../../open.ts";
import { countSteps } from "../../count-steps.ts";
import { atCursor, pair } from "./at-cursor.ts";

/** A finding at each mark of the fixture. */
function reportsAt(fixture: string, fixes: readonly Fix[] = []): { reports: Report[]; rule: Rule } {
  const { marks } = atCursor(fixture);
  const findings: Finding[] = marks.map((span) => ({ span, message: "Found.", fixes }));
  const rule: Rule = { id: "test/rule", summary: "", severity: "warning", check: () => findings };
  return {
    rule,
    reports: findings.map((finding) => ({ ...finding, ruleId: rule.id, severity: rule.severity })),
  };
}

/** The page once its first finding has been silenced by the action whose title ends so. */
function silenced(fixture: string, ending: string): string {
  const { context, text, marks } = atCursor(fixture);
  const { reports } = reportsAt(fixture);
  const action = findCodeActions(context.document, reports, marks[0] ?? { start: 0, end: 0 }).find(
    ({ title }) => title.endsWith(ending),
  );
  if (action === undefined) return "not offered";
  const after = applyEdits(text, action.edits);
  // What was offered has to work: the finding moves with the text, and must be gone.
  const [page] = openFixture(after);
  assert.ok(page);
  const word = text.slice(marks[0]?.start, marks[0]?.end);
  const start = after.indexOf(word);
  const rule: Rule = {
    id: "test/rule",
    summary: "",
    severity: "warning",
    check: () => [{ span: { start, end: start + word.length }, message: "Found." }],
  };
  const left = runRules([rule], page.context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
  assert.deepEqual(left, [], after);
  return after;
}

test("a way out that two findings of the same place have is offered once, as preferred where one of them says so", () => {
  const edits = [{ span: { start: 0, end: 1 }, newText: "y" }];
  const { reports } = reportsAt("[|x|]\n", [{ title: "Write y", edits }]);
  const { reports: others } = reportsAt("[|x|]\n", [
    { title: "Write y", edits, isPreferred: true },
    { title: "Write y", edits: [{ span: { start: 0, end: 0 }, newText: "y" }] },
  ]);
  const { document } = atCursor("[|x|]\n").context;
  const fixes = findCodeActions(document, [...reports, ...others], { start: 0, end: 0 }).filter(
    ({ kind }) => kind === "fix",
  );
  assert.deepEqual(
    fixes.map(({ edits: [edit], isPreferred }) => [edit?.span.end, isPreferred]),
    [
      [1, true],
      [0, false],
    ],
  );
});

test("the preferred fix comes first, silencing after all fixes, the documentation last", () => {
  const fixes: Fix[] = [
    { title: "Second", edits: [] },
    { title: "Best", edits: [], isPreferred: true },
  ];
  const fixture = "[|x|]\n";
  const { reports } = reportsAt(fixture, fixes);
  const titles = findCodeActions(atCursor(fixture).context.document, reports, { start: 0, end: 0 }).map(
    ({ title }) => title,
  );
  assert.deepEqual(titles, [
    "Best",
    "Second",
    "Disable test/rule here",
    "Disable test/rule in this page",
    "Show documentation of test/rule",
  ]);
});

test("where all of a long page is selected, the first findings are dealt with one by one, and rules as wholes", () => {
  const fixture = "[|x|]\n\n".repeat(300);
  const { context, text } = atCursor(fixture);
  const { reports } = reportsAt(fixture);
  const actions = findCodeActions(context.document, reports, { start: 0, end: text.length });
  assert.equal(actions.filter(({ title }) => title.endsWith("here")).length, 100);
  assert.equal(actions.filter(({ kind }) => kind === "explain").length, 1);
});

test("a rule that was broken more than once is fixed throughout the page, other rules left alone", () => {
  const report = (start: number, ruleId: string, fix: Partial<Fix> = {}): Report => {
    const span = { start, end: start + 1 };
    const fixes = [{ title: "Fix", edits: [{ span, newText: "X" }], isPreferred: true, ...fix }];
    return { span, message: "", ruleId, severity: "error", fixes };
  };
  const reports = [
    report(0, "test/a"),
    report(2, "test/a"),
    report(2, "test/a"),
    report(4, "test/a", { isPreferred: false }),
    report(6, "test/b"),
    report(8, "test/a"),
  ];
  const { document } = atCursor("a-b-c-[||]d-e\n").context;
  const throughout = (at: number): readonly { title: string; after: string }[] =>
    findCodeActions(document, reports, { start: at, end: at })
      .filter(({ title }) => title.endsWith("in this page") && !title.startsWith("Disable"))
      .map(({ title, edits }) => ({ title, after: applyEdits("a-b-c-d-e", edits) }));
  const all = [{ title: "Fix 3 findings of test/a in this page", after: "X-X-c-d-X" }];
  assert.deepEqual(throughout(2), all);
  assert.deepEqual(throughout(8), all);
  // There is no way out of this finding that could be taken for all; the other rule has no other finding.
  assert.deepEqual(throughout(4), []);
  assert.deepEqual(throughout(6), []);
});

test("the blocks of a page are looked at once, however many of its findings are silenced", () => {
  const fixture = "[|x|]\n\n".repeat(50);
  const { context, text } = atCursor(fixture);
  const { structure } = context.document;
  let looks = 0;
  const blocks = {
    *[Symbol.iterator]() {
      looks += 1;
      yield* structure.blocks;
    },
  };
  const document = { ...context.document, structure: { ...structure, blocks } };
  findCodeActions(document, reportsAt(fixture).reports, { start: 0, end: text.length });
  assert.equal(looks, 1);
});

test("findings elsewhere offer nothing", () => {
  const fixture = "[|x|] y\n";
  const { reports } = reportsAt(fixture);
  assert.deepEqual(findCodeActions(atCursor(fixture).context.document, reports, { start: 3, end: 3 }), []);
});

test("a finding on the first line of a block is silenced from the line above", () => {
  assert.equal(
    silenced("# A\n\n[|SLIP|] y\n", "here"),
    "# A\n\n<!-- lockstep-disable-next-line test/rule -->\nSLIP y\n",
  );
});

test("a finding further down in a paragraph does not cut it in two", () => {
  assert.equal(
    silenced("one\n[|SLIP|]\nthree\n\nfour\n", "here"),
    "<!-- lockstep-disable test/rule -->\none\nSLIP\nthree\n<!-- lockstep-enable test/rule -->\n\nfour\n",
  );
});

test("a finding in a table leaves the table whole", () => {
  assert.equal(
    silenced("| a | b |\n|---|---|\n| c | [|SLIP|] |\n", "here"),
    "<!-- lockstep-disable test/rule -->\n| a | b |\n|---|---|\n| c | SLIP |\n<!-- lockstep-enable test/rule -->\n",
  );
});

test("a comment above a list item belongs to the item before it", () => {
  assert.equal(
    silenced("1. one\n1. [|SLIP|]\n", "here"),
    "1. one\n    <!-- lockstep-disable-next-line test/rule -->\n1. SLIP\n",
  );
});

test("a comment above the first item of a nested list stands before that list", () => {
  assert.equal(
    silenced("1. one\n\n   - [|SLIP|]\n", "here"),
    "1. one\n\n   <!-- lockstep-disable-next-line test/rule -->\n   - SLIP\n",
  );
});

test("the English half of a segment belongs to the block of its translation", () => {
  const segment = pair("1a2b3-103", "二", "[|SLIP|]");
  assert.equal(
    silenced(`one\n${segment}\n`, "here"),
    `<!-- lockstep-disable test/rule -->\none\n${segment.replace(/\[\||\|\]/g, "")}\n<!-- lockstep-enable test/rule -->\n`,
  );
});

test("an alert stays an alert", () => {
  const silence = "> <!-- lockstep-disable-next-line test/rule -->\n";
  assert.equal(silenced("> [!NOTE]\n> [|SLIP|]\n", "here"), `> [!NOTE]\n${silence}> SLIP\n`);
  assert.equal(
    silenced("> [!NOTE]\n> one\n> [|SLIP|]\n", "here"),
    "> [!NOTE]\n> <!-- lockstep-disable test/rule -->\n> one\n> SLIP\n> <!-- lockstep-enable test/rule -->\n",
  );
});

test("a comment in a quote stays in the quote", () => {
  assert.equal(
    silenced("> [!NOTE]\n>\n> [|SLIP|]\n", "here"),
    "> [!NOTE]\n>\n> <!-- lockstep-disable-next-line test/rule -->\n> SLIP\n",
  );
});

test("line ends stay as they are", () => {
  assert.equal(
    silenced("# A\r\n\r\n[|SLIP|]\r\n", "here"),
    "# A\r\n\r\n<!-- lockstep-disable-next-line test/rule -->\r\nSLIP\r\n",
  );
});

test("a rule is turned off for the page from below the front matter", () => {
  assert.equal(
    silenced("---\ntitle: t\n---\n# A\n\n[|SLIP|]\n", "in this page"),
    "---\ntitle: t\n---\n<!-- lockstep-disable test/rule -->\n# A\n\nSLIP\n",
  );
});

test("in front matter the comment is YAML's", () => {
  assert.equal(
    silenced("---\ntitle: [|SLIP|]\n---\n", "here"),
    "---\n# lockstep-disable-next-line test/rule\ntitle: SLIP\n---\n",
  );
  assert.equal(
    silenced("---\na: b\ntitle: [|SLIP|]\n---\n", "in this page"),
    "---\n# lockstep-disable test/rule\na: b\ntitle: SLIP\n---\n",
  );
});

test("amid a YAML text of several lines no comment can stand", () => {
  assert.equal(silenced("---\ntitle: |\n  one\n  [|SLIP|]\n---\n", "here"), "not offered");
});

test("all safe fixes are applied at once, but for those in each other's way", () => {
  const edit = (start: number, end: number, newText: string): Fix => ({
    title: newText,
    edits: [{ span: { start, end }, newText }],
    isSafe: true,
  });
  const report = (fixes: readonly Fix[]): Report => ({
    span: { start: 0, end: 1 },
    message: "",
    ruleId: "test/rule",
    severity: "error",
    fixes,
  });
  const unsafe: Fix = { title: "Unsafe", edits: [{ span: { start: 5, end: 6 }, newText: "?" }] };
  const edits = findSafeEdits([
    report([edit(0, 2, "A")]),
    report([edit(1, 3, "B")]),
    report([unsafe, edit(4, 5, "C")]),
  ]);
  assert.equal(applyEdits("abcdef", edits), "AcdCf");
});

test("safe fixes are told apart in time that does not grow with the square of their number", () => {
  const reportsOf = (count: number): Report[] =>
    Array.from({ length: count }, (_, nth) => {
      const span = { start: nth * 2, end: nth * 2 + 1 };
      const fixes = [{ title: "Fix", edits: [{ span, newText: "X" }], isSafe: true }];
      return { span, message: "", ruleId: "test/rule", severity: "error", fixes };
    });
  const [few, many] = [reportsOf(200), reportsOf(1600)];
  assert.equal(findSafeEdits(many).length, 1600);
  assert.ok(countSteps(() => findSafeEdits(many)) < 16 * countSteps(() => findSafeEdits(few)));
});

test("a fix with more edits than a function takes arguments is applied like any other", () => {
  const span = { start: 0, end: 1 };
  const edits = Array.from({ length: 150_000 }, (_, nth) => ({
    span: { start: nth * 2, end: nth * 2 + 1 },
    newText: "X",
  }));
  const fixes = [{ title: "Fix", edits, isPreferred: true, isSafe: true }];
  const report: Report = { span, message: "", ruleId: "test/rule", severity: "error", fixes };
  assert.equal(findSafeEdits([report]).length, edits.length);
  assert.equal(pickFixes([report]).length, 1);
});

test("a list item at the start of a page that begins with a line end can be silenced", () => {
  assert.notEqual(silenced("\n- [|SLIP|]\n", "here"), "not offered");
});
