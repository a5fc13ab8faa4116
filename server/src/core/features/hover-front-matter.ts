import type { FrontMatter } from "../front-matter/front-matter.ts";
import { findKnownKey } from "../front-matter/keys.ts";
import { describeKey } from "./describe-key.ts";
import type { Hover } from "./hover.ts";
import { touches } from "./segment-at.ts";

/** What the key at an offset means. Its value explains the key as well. `undefined`: no key that is known. */
export function hoverFrontMatter({ entries }: FrontMatter, offset: number): Hover | undefined {
  const entry = entries.find(({ keySpan, valueSpan }) =>
    touches({ start: keySpan.start, end: valueSpan.end }, offset),
  );
  const key = entry && findKnownKey(entry.key);
  if (entry === undefined || key === undefined) return undefined;
  return { span: entry.keySpan, markdown: describeKey(key) };
}
