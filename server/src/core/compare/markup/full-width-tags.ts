import type { HtmlTag } from "../../markdown/structure.ts";
import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import { keyOf } from "./tag-difference.ts";
import { lazily } from "../../text/lazily.ts";

const LIKE_TAG = lazily(() => /[<＜][/／]?[\p{L}\p{N}]{1,20}(?:[ \t/／][^<>＜＞]{0,200})?[>＞]/gu);
/** No sentence has more. */
const MOST_LOOKED_FOR = 200;

/** Which of the lost tags the translation has written with full-width brackets: `＜br＞`, which the reader sees. */
export function findFullWidthTags({ prose }: Half, lost: readonly HtmlTag[]): ReadonlyMap<HtmlTag, Span> {
  const found = new Map<HtmlTag, Span>();
  if (!/[＜＞]/.test(prose)) return found;
  const left = lost.slice(0, MOST_LOOKED_FOR);
  for (const { 0: written, index } of prose.matchAll(LIKE_TAG())) {
    const plain = written.normalize("NFKC").toLowerCase();
    const nth = left.findIndex((tag) => {
      const key = keyOf(tag).slice(0, -1);
      return plain.startsWith(key) && /[\s/>]/.test(plain.charAt(key.length));
    });
    const [tag] = nth === -1 ? [] : left.splice(nth, 1);
    if (tag !== undefined) found.set(tag, { start: index, end: index + written.length });
    if (left.length === 0) break;
  }
  return found;
}
