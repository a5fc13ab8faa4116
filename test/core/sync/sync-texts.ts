import assert from "node:assert/strict";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import type { SyncInput, SyncResult } from "../../../server/src/core/sync/sync.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { pair } from "../../localized-page.ts";

type SyncOptions = Omit<SyncInput, "page" | "base" | "current">;

/** The header of a localized page. */
export const HEAD = `---
title: 狐狸
author: fox
ms.openlocfilehash: 0123456789012345678901234567890123456789
ms.sourcegitcommit: 0123456789012345678901234567890123456789
ms.translationtype: HT
ms.contentlocale: zh-CN
ms.lasthandoff: 01/02/2021
ms.locfileid: "12345678"
---
`;

/** The header of its English page. */
export const ENGLISH_HEAD = `---
title: Foxes
author: fox
---

`;

/** What is known of the English that pages are synced with. */
export const ORIGIN = { commit: "a".repeat(40), handoff: "03/04/2021" };

export const FOX = pair(103, "狐狸跑了。", "The fox ran.");
export const DOG = pair(104, "狗在睡觉。", "The dog slept.");

/**
 * Syncs whole pages, and holds the result to what is true of each: edits give its text, and a second sync changes
 * nothing.
 */
export function sync(page: string, base: string, current: string, options: SyncOptions = {}): SyncResult {
  const input = { base: parseDocument(base), current: parseDocument(current), ...options };
  const result = syncPage({ ...input, page: parseDocument(page) });
  assert.equal(applyEdits(page, result.edits), result.text, "the edits give the text");
  const short = syncPage({ ...input, page: parseDocument(page), omitEdits: true });
  assert.deepEqual(short, { ...result, edits: [] }, "without edits, all else is the same");
  const again = syncPage({ ...input, page: parseDocument(result.text) });
  assert.equal(again.text, result.text, "a second sync changes nothing");
  return result;
}

/** Page and English with these bodies. */
export function syncBodies(
  page: string,
  base: string,
  current: string,
  options: SyncOptions = {},
): SyncResult & { body: string } {
  const result = sync(HEAD + page, ENGLISH_HEAD + base, ENGLISH_HEAD + current, options);
  return { ...result, body: result.text.slice(result.text.indexOf("\n---\n") + 5) };
}
