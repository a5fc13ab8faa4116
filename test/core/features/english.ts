import { sourceHashOf } from "../../../server/src/core/source/hash.ts";

/** A localized page made from an English one: a header with its hash above a body. */
export function madeFrom(english: string, body: string): string {
  return `---\ntitle: x\nms.openlocfilehash: ${sourceHashOf(english)}\nms.contentlocale: zh-CN\n---\n${body}`;
}

/** A folder of English pages beside those of other locales, as a fixture; the first page is the one with the cursor. */
export function folderOf(pages: Readonly<Record<string, string>>): string {
  return Object.entries(pages)
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join("\n");
}
