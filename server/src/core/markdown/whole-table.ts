import type { InlineTokens } from "./inline-tokens.ts";

/** Where a cell ends, in a table without a backslash behind another one. */
const BORDER = /(?<!\\)\||\n/g;

/**
 * Whether something in a table may reach over the border of a cell, and be none of its tokens: a declaration or the like
 * (comments begin like one), or what is no reference because of the label behind it. Or what blurs where cells end.
 */
export function mayHideBorders(table: string): boolean {
  return table.includes("][") || table.includes("<!") || table.includes("<?") || table.includes("\\\\");
}

/**
 * Whether the tokens of a table that was read in one go are those of its cells: none holds the border of a cell. What
 * begins nothing in a cell can begin something only where it ends in another one.
 */
export function stayInCells({ links, codeSpans, htmlTags }: InlineTokens, table: string): boolean {
  return holdNoBorder(links, table) && holdNoBorder(codeSpans, table) && holdNoBorder(htmlTags, table);
}

/** The tokens are in text order, and may lie in each other. */
function holdNoBorder(
  tokens: readonly { readonly start: number; readonly end: number }[],
  table: string,
): boolean {
  let border = -1;
  for (let nth = 0; nth < tokens.length; nth++) {
    const { start, end } = tokens[nth] as (typeof tokens)[number];
    if (border < start) {
      BORDER.lastIndex = start;
      border = BORDER.test(table) ? BORDER.lastIndex - 1 : Infinity;
    }
    if (border < end) return false;
  }
  return true;
}
