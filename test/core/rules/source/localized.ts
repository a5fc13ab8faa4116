import { sourceHashOf } from "../../../../server/src/core/source/hash.ts";

const OTHER_HASH = "0123456789abcdef0123456789abcdef01234567";

/** The keys of a localized page; made from `english`, or from a file that nobody has. */
export function localizedKeys(english?: string): string {
  const hash = english === undefined ? OTHER_HASH : sourceHashOf(english);
  return `ms.openlocfilehash: ${hash}\nms.translationtype: HT\nms.contentlocale: zh-CN`;
}

/** A localized page and its English page as they stand side by side in a root with a folder for each locale. */
export function localesOf({
  page,
  english,
  madeFrom,
}: {
  page: string;
  english: string;
  madeFrom?: string;
}): string {
  return `//- zh-cn/page.md\n---\n${localizedKeys(madeFrom)}\n---\n${page}\n//- en-us/page.md\n${english}`;
}
