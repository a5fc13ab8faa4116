import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { BRACKET, inTarget } from "../pairs/traits.ts";

/** Brackets with nothing inside; not those of `open()`, `array[]`, `[](link.md)` and `- [ ] task`. */
const EMPTY = /(?<![\w\])}>`.])(?:[(（][ \u00a0\u3000]*[)）]|\\?\[[ \u00a0\u3000]*\\?\](?![([]))/;
const ANY_EMPTY = /[(（[][\s\\]*[)）\]]/;

/**
 * The first pair of brackets in which nothing stands, while all of the English hold something: machine translation takes
 * words out of brackets, `Windows 8 \[desktop apps only\]` to `Aplicaciones de escritorio de Windows 8 \[\]`.
 */
export const emptyBrackets: Comparison<Span> = {
  needs: inTarget(BRACKET),
  mayFind: (_target, _source, _traits, written) => EMPTY.test(written.target),
  find: findEmptyBrackets,
};

function findEmptyBrackets(target: Half, source: Half): Span | undefined {
  // Code between brackets is something, though no prose.
  const match = EMPTY.exec(target.text);
  if (match === null || ANY_EMPTY.test(source.text) || !/[(（[]/.test(source.text)) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  const isProse = target.prose.startsWith(match[0], span.start);
  return isProse ? span : undefined;
}
