import { linesOf } from "../../front-matter/edit-entry.ts";
import type { FrontMatterEntry } from "../../front-matter/front-matter.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Of two entries with one key the build takes the last; whoever changes the first wonders why nothing happens. */
export const duplicateKey = defineRule({
  id: "metadata/duplicate-key",
  summary: "A key stands only once in the front matter.",
  severity: "warning",
  *check({ document: { text, frontMatter } }) {
    for (const problem of frontMatter?.problems ?? []) {
      const entry = frontMatter?.entries.find(({ keySpan }) => keySpan.start === problem.span.start);
      const before = frontMatter?.entries.find(({ key }) => key === entry?.key);
      if (problem.kind !== "duplicate-key" || entry === undefined || before === undefined) continue;
      yield {
        span: problem.span,
        message: problem.message,
        fixes: fixesFor(text, before, entry),
        related: [{ span: before.keySpan, message: `The first \`${entry.key}\` is here.` }],
      };
    }
  },
});

function fixesFor(text: string, before: FrontMatterEntry, entry: FrontMatterEntry): Fix[] {
  const removeThis = { title: "Remove this entry", edits: [{ span: linesOf(text, entry), newText: "" }] };
  if (before.rawValue === entry.rawValue) return [{ ...removeThis, isPreferred: true, isSafe: true }];
  return [
    { title: "Remove the first entry", edits: [{ span: linesOf(text, before), newText: "" }] },
    removeThis,
  ];
}
