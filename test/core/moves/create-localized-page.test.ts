import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { createLocalizedPage } from "../../../server/src/core/moves/create-localized-page.ts";

test("an English header with more titles than a function takes arguments makes a page like any other", () => {
  const created = createLocalizedPage({
    english: parseDocument(`---\n${"title: a\n".repeat(130_000)}---\n\nThe fox ran.\n`),
    locale: "zh-CN",
    form: "clean",
    prefix: "4a5b6",
    commit: undefined,
    handoff: "03/12/2024",
    recall: () => undefined,
    omitMarks: false,
  });
  assert.equal(created?.counts.new, 1);
});
