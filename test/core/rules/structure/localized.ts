import { sourceHashOf } from "../../../../server/src/core/source/hash.ts";
import { segmentPair } from "../../../segment-pair.ts";

/** A fixture of a localized page and the English page that it was made from. */
export function localized(page: string, english: string, locale = "zh-cn"): string {
  const newline = page.includes("\r\n") ? "\r\n" : "\n";
  const header = ["---", `ms.openlocfilehash: ${sourceHashOf(english)}`, "ms.translationtype: MT", "---", ""];
  return `//- ${locale}/page.md\n${header.join(newline)}${page}\n//- en-us/page.md\n${english}`;
}

/** What `localized` gives for the page alone, to compare with after a fix. */
export function fixed(page: string, english: string): string {
  return localized(page, english)
    .replace(/^.*\n/, "")
    .replace(/\n\/\/- en-us[\s\S]*$/, "");
}

/** A segment pair. */
export function pair(number: number, target: string, source: string): string {
  return segmentPair(`7a3f1-${number}`, target, source);
}
