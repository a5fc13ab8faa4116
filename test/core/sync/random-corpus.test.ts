import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { stripPage } from "../../../server/src/core/segments/strip.ts";
import { createRandom } from "../../random.ts";
import { markdownFiles, sharedFolder } from "../../shared.ts";
import { checkSync } from "./check-sync.ts";
import { editAtRandom } from "./random-edits.ts";

const { folder, skip } = sharedFolder("corpus", "office-js.zh-cn-sxs");
const english = sharedFolder("corpus", "office-js.en-at-handoff");
/** Every page would take minutes. */
const EVERY = 12;
const LONGEST = 150_000;

test("random edits of English lose nothing of real pages", { skip: skip || english.skip }, () => {
  const random = createRandom(99);
  for (const [nth, { path, text }] of [...markdownFiles(folder)].entries()) {
    const file = join(english.folder, path);
    if (nth % EVERY !== 0 || text.length > LONGEST || !existsSync(file)) continue;
    const base = parseDocument(readFileSync(file, "utf8"));
    const page = parseDocument(text);
    for (const form of [page, parseDocument(stripPage(page))]) {
      const current = parseDocument(editAtRandom(base.text, random, 1 + random.below(8)));
      checkSync(form, base, current, `${path}, ${form.form}`);
    }
  }
});
