import type { Rule } from "../rules/rule.ts";
import { lineAt } from "../text/lines.ts";
import type { CompletionItem } from "./completion.ts";

const IN_BODY = /<!--[ \t]*lockstep-(?:disable-next-line|disable|enable)(?=[ \t,])([^<>]*)$/;
const IN_HEADER = /^[ \t]*#[ \t]*lockstep-(?:disable-next-line|disable|enable)(?=[ \t,])(.*)$/;

/** More than a comment that people write has in front of the cursor. Lines can be ten thousand characters long. */
const REACH = 500;

/**
 * Rules and their areas in a comment that silences rules, without those that it names already. `isHeader`: the place
 * lies in the front matter. `undefined`: there is no such comment.
 */
export function completeRule(
  text: string,
  offset: number,
  rules: readonly Rule[],
  isHeader: boolean,
): CompletionItem[] | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(Math.max(line.start, offset - REACH), offset);
  const written = (isHeader ? IN_HEADER : IN_BODY).exec(before)?.[1];
  if (written === undefined) return undefined;
  const word = /[^ \t,]*$/.exec(written)?.[0] ?? "";
  // The end of the comment (`-->`) is no part of the word behind the cursor.
  const rest = /^[\w/*]*(?:-[\w/*]+)*/.exec(text.slice(offset, line.end))?.[0] ?? "";
  const span = { start: offset - word.length, end: offset + rest.length };
  const named = new Set(written.slice(0, written.length - word.length).split(/[ \t,]+/));
  const item = (id: string, documentation: string, rank: number): CompletionItem => ({
    kind: "value",
    label: id,
    detail: "",
    documentation,
    span,
    newText: id,
    rank,
  });
  const areas = new Set(rules.map(({ id }) => `${id.slice(0, id.indexOf("/"))}/*`));
  return [
    ...rules.map(({ id, summary }) => item(id, summary, 0)),
    ...Array.from(areas, (area) => item(area, `All rules of the area \`${area.slice(0, -2)}\`.`, 1)),
  ].filter(({ label }) => !named.has(label));
}
