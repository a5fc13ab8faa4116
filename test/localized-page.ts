import { sourceHashOf } from "../server/src/core/source/hash.ts";
import { segmentPair } from "./segment-pair.ts";

/** A pair as the localization pipeline writes it. */
export function pair(number: number, target: string, source: string, prefix = "4a5b6"): string {
  return segmentPair(`${prefix}-${number}`, target, source);
}

export interface LocalizedPage {
  /** The English page that it is made from. */
  readonly english: string;
  readonly body: string;
  readonly title?: string;
  /** `ms.locfileid` */
  readonly id?: string;
}

/** A localized page with the keys of the pipeline. */
export function localizedPage({ english, body, title = "狐狸", id = "12345678" }: LocalizedPage): string {
  return `---
title: ${title}
ms.openlocfilehash: ${sourceHashOf(english)}
ms.sourcegitcommit: 0123456789012345678901234567890123456789
ms.translationtype: HT
ms.contentlocale: zh-CN
ms.lasthandoff: 01/02/2021
ms.locfileid: "${id}"
---
${body}
`;
}

/** An English page of sentences, each a paragraph. */
export function englishPage(title: string, sentences: readonly string[]): string {
  return `---\ntitle: ${title}\n---\n\n${sentences.join("\n\n")}\n`;
}

/** The page that renders such an English one: each sentence in brackets of its own. */
export function translationOf(sentences: readonly string[], english: string, id?: string): string {
  const body = sentences.map((sentence, nth) => pair(102 + nth, `「${sentence}」`, sentence)).join("\n\n");
  return localizedPage({ english, body: `\n${body}`, ...(id !== undefined && { id }) });
}
