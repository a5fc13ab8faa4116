import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../../../server/src/core/rules/registry.ts";
import { runRules } from "../../../../server/src/core/rules/run.ts";
import { openFixture } from "../../../open.ts";

const linkRules = rules.filter(({ id }) => id.startsWith("link/"));

/** Checks a page with all link rules and gives the number of findings. */
function check(fixture: string): number {
  const page = openFixture(fixture)[0];
  assert.ok(page);
  return runRules(linkRules, page.context, { onCrash: assert.ifError }).length;
}

function repeat(count: number, line: (nth: number) => string): string {
  return Array.from({ length: count }, (_, nth) => line(nth)).join("\n\n");
}

test("thousands of broken links on one page do not hold up the writer", () => {
  const started = performance.now();
  const anchors = repeat(4000, (nth) => `## Section ${nth.toString(36)} of many`);
  assert.equal(
    check(`${repeat(4000, (nth) => `[a](#sektion-${nth.toString(36)}-off-many)`)}\n\n${anchors}`),
    4000,
  );
  assert.equal(check(repeat(4000, (nth) => `[a](gone/page-${nth.toString(36)}.md)`)), 4000);
  assert.equal(check(repeat(4000, (nth) => `[a][label ${nth.toString(36)}]`)), 4000);
  assert.ok(performance.now() - started < 10_000);
});

test("odd targets crash no rule", () => {
  const odd = [
    "%",
    "%E0%A4%A",
    "#%",
    "..",
    "../..",
    "/",
    "//",
    "~/",
    "?",
    "#",
    "a:b",
    "\\",
    "C:",
    "http:",
    "https://",
    "&#0;",
  ];
  for (const target of [...odd, ...odd.flatMap((one) => odd.map((other) => one + other))]) {
    check(
      `//- docs/page.md\n[a](<${target}>) <a href="${target}">b</a>\n\n[c]: ${target}\n//- docs/other.md\n`,
    );
  }
});
