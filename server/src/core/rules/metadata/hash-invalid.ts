import { replaceValue } from "../../front-matter/edit-entry.ts";
import { findEntry, textOf } from "../../front-matter/front-matter.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

/**
 * What the pipeline writes. Measured: 40 digits in both keys on 9,340 pages; pages that were handed over from August
 * 2021 on have 64 (SHA-256) in `ms.openlocfilehash`.
 */
const FORMS = [
  {
    key: "ms.openlocfilehash",
    valid: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,
    expected: "40 or 64 lower-case hexadecimal digits",
  },
  { key: "ms.sourcegitcommit", valid: /^[0-9a-f]{40}$/, expected: "40 lower-case hexadecimal digits" },
];

/** A hash that was touched by hand leads to no English page any more. */
export const hashInvalid = defineRule({
  id: "metadata/hash-invalid",
  summary: "`ms.openlocfilehash` and `ms.sourcegitcommit` are hashes in lower-case hexadecimal digits.",
  severity: "error",
  check({ document: { frontMatter } }) {
    return findIn(FORMS, ({ key, valid, expected }) => {
      const entry = findEntry(frontMatter, key);
      if (entry === undefined) return undefined;
      const text = textOf(entry) ?? "";
      if (valid.test(text)) return undefined;

      const lowered = text.trim().toLowerCase();
      const fixes: Fix[] = valid.test(lowered)
        ? [
            {
              title: "Change to lower case",
              edits: [replaceValue(entry, lowered)],
              isPreferred: true,
              isSafe: true,
            },
          ]
        : [];
      const isEmpty = entry.rawValue === "";
      const length = text.length === 0 ? "" : ` (${text.length} characters)`;
      return {
        span: isEmpty ? entry.keySpan : entry.valueSpan,
        message: `\`${key}\` is ${isEmpty ? "empty" : quote(entry.rawValue) + length}, expected ${expected}.`,
        fixes,
      };
    });
  },
});
