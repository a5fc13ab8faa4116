import type { Document } from "../document/document.ts";

/** A comment in the header. */
export const SYNC_NOTE = /^# lockstep:english ([0-9a-f]{40})( unmarked)?[ \t]*(?:\r?\n|$)/m;

/** What a page says about the English that it was last synced with, while its origin is not moved forward. */
export interface SyncNote {
  /** As in `ms.openlocfilehash`. */
  readonly hash: string;
  /** Whether that sync left no marks: nobody can tell by the page whether it still needs a person. */
  readonly isUnmarked: boolean;
}

/** `undefined`: its origin says what it was made from. */
export function readSyncNote({ text, frontMatter }: Document): SyncNote | undefined {
  if (frontMatter === undefined) return undefined;
  const match = SYNC_NOTE.exec(text.slice(frontMatter.yamlSpan.start, frontMatter.yamlSpan.end));
  return match === null ? undefined : { hash: match[1] as string, isUnmarked: match[2] !== undefined };
}
