import type { CodeSpan } from "../../markdown/structure.ts";
import { lazily } from "../../text/lazily.ts";
import type { Half } from "../pairs/half.ts";

const MODIFIER = "(?:alt|cmd|command|control|ctrl|option|shift|win(?:dows)?)";
const KEY =
  "(?:backspace|break|caps ?lock|del(?:ete)?|down|end|enter|esc(?:ape)?|home|ins(?:ert)?|left|page ?down|page ?up|pause|" +
  "print ?screen|return|right|space(?:bar)?|tab|up)(?: arrow| key)?";
/** Pressed together: `Ctrl+Shift+P`, `Alt-F4`. */
const COMBINATION = lazily(
  () => new RegExp(`^${MODIFIER}(?: ?[+-] ?(?:${MODIFIER}|${KEY}|f[0-9]{1,2}|[^ ]))+$`, "i"),
);
const SINGLE = lazily(() => new RegExp(`^(?:${MODIFIER}|${KEY})$`, "i"));
/** Other keys alone may be words of a program, as `Control` and `Delete` are. */
const SURELY_KEY = /^ctrl$/i;
const LONGEST = 60;

/**
 * Whether a piece of English code names keys: a keyboard of another language has other names on them, `Strg` in German
 * for `Ctrl`. One by itself is a key where a plus joins it to another one.
 */
export function isOfKeyboard({ text }: Half, { content, span: { start, end } }: CodeSpan): boolean {
  if (content.length > LONGEST) return false;
  if (SURELY_KEY.test(content) || COMBINATION().test(content)) return true;
  const isJoined =
    /\+ ?$/.test(text.slice(Math.max(0, start - 2), start)) || /^ ?\+/.test(text.slice(end, end + 2));
  return isJoined && SINGLE().test(content);
}
