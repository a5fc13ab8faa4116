import type { PageBlock } from "./page-blocks.ts";

const FIRST_LINE = /^[^\n]*/;
// No `[!VIDEO https://…]` and no `[!div class="…"]`, but `[! NOTE]`, `\[!NOTE\]`, `[！注意]`: what is left of `[!NOTE]` after a translator or a tool has been there.
const ALMOST_MARKER = /^\\?[[［【]\s*[!！][^\][［］【】\n:/="]{1,30}\\?[\]］】]\s*$/;

/** The first line of a block, as readers get it, where it looks like a damaged `[!NOTE]`. */
export function almostMarker({ alert, kind, text }: PageBlock): string | undefined {
  if (alert !== undefined || kind !== "paragraph") return undefined;
  const line = FIRST_LINE.exec(text)?.[0].trimEnd() ?? "";
  return ALMOST_MARKER.test(line) ? line : undefined;
}

/** Whether a block was meant to be an alert. */
export function isAlertLike(block: PageBlock): boolean {
  return almostMarker(block) !== undefined;
}
