import { linesOf } from "../../front-matter/edit-entry.ts";
import type { FrontMatterEntry } from "../../front-matter/front-matter.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Of two entries with one key the build takes the last; whoever changes the first wonders why nothing happens. */
export const duplicateKey = defineRule({
  id: "metadata/duplicate-key",
  summary: "A key stands only once in the front matter.",
  severity: "warning",
  check({ document: { text, frontMatter } }) {
    const problems = frontMatter?.problems.filter(({ kind }) => kind === "duplicate-key") ?? [];
    if (frontMatter === undefined || problems.length === 0) return [];
    const entries = new Map(frontMatter.entries.map((entry) => [entry.keySpan.start, entry]));
    const first = new Map(frontMatter.entries.toReversed().map((entry) => [entry.key, entry]));
    return findIn(problems, ({ span, message }) => {
      const entry = entries.get(span.start);
      const before = first.get(entry?.key ?? "");
      if (entry === undefined || before === undefined) return undefined;
      const related = [{ span: before.keySpan, message: `The first \`${entry.key}\` is here.` }];
      return { span, message, fixes: fixesFor(text, before, entry), related };
    });
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
