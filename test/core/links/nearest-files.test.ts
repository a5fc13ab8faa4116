import assert from "node:assert/strict";
import { test } from "node:test";
import { findNearestFiles } from "../../../server/src/core/links/nearest-files.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";
import { countSteps } from "../../count-steps.ts";

function workspaceOf(paths: readonly string[]): ReturnType<typeof buildWorkspace> {
  return buildWorkspace({ name: undefined, files: new Map(paths.map((path) => [path, ""])) });
}

/** Two letters and more for each number, none of them a digit. */
function letters(number: number): string {
  return Array.from(String(number).padStart(6, "0"), (digit) => "abcdefghij".charAt(Number(digit))).join("");
}

test("the nearest file is the one with the likest name; of the same names, the one nearby", () => {
  const workspace = workspaceOf(["a/billing-reports.md", "b/billing-reports.md", "a/install.md"]);
  assert.deepEqual(
    findNearestFiles(workspace, "b/biling-reports.md").map(({ path }) => path),
    ["b/billing-reports.md", "a/billing-reports.md"],
  );
  assert.deepEqual(findNearestFiles(workspace, "a/instal.md"), [{ path: "a/install.md", isClear: true }]);
});

test("a file of the same folder is near when its name has a word more", () => {
  const paths = ["a/China-billing.md", "a/billing-history.md", "a/billings.png", "b/old-billing.md"];
  assert.deepEqual(
    findNearestFiles(workspaceOf(paths), "a/billing.md").map(({ path }) => path),
    ["a/China-billing.md", "a/billing-history.md"],
  );
});

const crowds: Readonly<Record<string, readonly [path: (nth: number) => string, missing: string]>> = {
  "names that differ in a few letters": [(nth) => `page-${letters(nth)}.md`, "page-jjjjjj.md"],
  "one name in many folders": [(nth) => `${letters(nth)}/overview.md`, "x/overview.md"],
  "names that say more than the one of the missing file": [
    (nth) => `install-${letters(nth)}.md`,
    "install.md",
  ],
};

for (const [name, [pathOf, missing]] of Object.entries(crowds)) {
  test(`looking for a missing file does not take longer in a larger crowd: ${name}`, () => {
    const stepsOf = (count: number): number => {
      const workspace = workspaceOf(Array.from({ length: count }, (_, nth) => pathOf(nth)));
      findNearestFiles(workspace, `x/${missing}`);
      findNearestFiles(workspace, `y-${missing}`);
      return countSteps(() => {
        assert.ok(findNearestFiles(workspace, missing).every(({ isClear }) => !isClear));
      });
    };
    assert.ok(stepsOf(8_000) < stepsOf(1_000) * 1.5 + 500);
  });
}
