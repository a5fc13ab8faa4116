import { quote } from "../../text/quote.ts";
import type { Document } from "../../document/document.ts";
import { writeValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry, textOf } from "../../front-matter/front-matter.ts";
import { pipelineKeys } from "../../front-matter/keys.ts";
import { daysBetween, guessDays, readDate } from "../../front-matter/read-date.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** A handback writes these anew, always all of them. */
const HANDBACK_KEYS = ["ms.openlocfilehash", "ms.sourcegitcommit", "ms.lasthandoff"];

/** The pipeline finds the page and its English by these values; one that was edited makes it lose them. */
export const pipelineFieldEdited = defineRule({
  id: "metadata/pipeline-field-edited",
  summary: "The keys of the localization pipeline are as they were committed.",
  severity: "warning",
  check({ document, sources: { committed } }) {
    if (committed === undefined) return [];
    const isHandback = HANDBACK_KEYS.every((key) => isEdited(key, document, committed));
    return findIn(pipelineKeys, (key) => {
      const entry = findEntry(document.frontMatter, key);
      const before = findEntry(committed.frontMatter, key);
      if (entry === undefined || before === undefined || !isEdited(key, document, committed))
        return undefined;
      if (isHandback && HANDBACK_KEYS.includes(key)) return undefined;
      return {
        span: entry.rawValue === "" ? entry.keySpan : entry.valueSpan,
        message:
          `\`${key}\` is ${entry.rawValue === "" ? "empty" : quote(entry.rawValue)}, ` +
          `expected ${quote(before.rawValue)} as committed. Only the localization pipeline writes it.`,
        fixes: [
          {
            title: "Restore the committed value",
            edits: [writeValue(entry, before.rawValue)],
            isPreferred: true,
          },
        ],
      };
    });
  },
});

function isEdited(key: string, document: Document, committed: Document): boolean {
  const entry = findEntry(document.frontMatter, key);
  const before = findEntry(committed.frontMatter, key);
  if (entry?.rawValue === before?.rawValue) return false;
  return entry === undefined || before === undefined || !isRewritten(before, entry);
}

/** Whether only the form changed. Where that was wrong, another rule has it put right, and would again. */
function isRewritten(before: FrontMatterEntry, entry: FrontMatterEntry): boolean {
  const [old, text] = [before, entry].map((each) => (textOf(each) ?? each.rawValue).trim().toLowerCase());
  if (old === text) return true;
  const day = readDate(text ?? "");
  return day !== undefined && guessDays(old ?? "").some((each) => daysBetween(each, day) === 0);
}
