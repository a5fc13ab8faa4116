import { lineAt } from "../text/lines.ts";
import type { CompletionItem } from "./completion.ts";

/** What each comment does, the commonest first. */
const COMMENTS = {
  "lockstep-disable-next-line": "The next line is not checked with this rule.",
  "lockstep-disable": "What follows is not checked with this rule.",
  "lockstep-enable": "What follows is checked with this rule again.",
} as const;

const STARTED = /<!--[ \t]*([a-z-]*)$/;
/** Without the opening, the word alone has to say that no text is meant. */
const STARTED_BARE = /^[ \t>]*(lockstep-[a-z-]*)$/;

/** More than a comment that people write has in front of the cursor. Lines can be ten thousand characters long. */
const REACH = 500;

/**
 * Whole comments that silence rules, where one was begun: `<!-- lockstep-dis`, or `lockstep-` alone in its line. What is
 * written of it is replaced; of a comment that names rules, only the word in front of them. `undefined`: none was begun.
 */
export function completeSuppression(text: string, offset: number): CompletionItem[] | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(Math.max(line.start, offset - REACH), offset);
  const started = STARTED.exec(before);
  const word = started?.[1] ?? STARTED_BARE.exec(before)?.[1];
  if (word === undefined) return undefined;
  const start = offset - (started?.[0] ?? word).length;

  const after = text.slice(offset, Math.min(line.end, offset + REACH));
  const rest = /^(?:[a-z]|-(?!-?>))*/.exec(after)?.[0].length ?? 0;
  // An editor that closes brackets has written the last one of them already.
  const close = /^[ \t]*(?:(?:--)?>|$)/.exec(after.slice(rest))?.[0];
  const span = { start, end: offset + rest + (close ?? "").length };
  return Object.entries(COMMENTS)
    .filter(([comment]) => comment.startsWith(word))
    .map(([comment, detail], rank) => ({
      kind: "value",
      label: comment,
      detail,
      documentation: "",
      span,
      ...(close === undefined
        ? { newText: `<!-- ${comment}` }
        : { newText: `<!-- ${comment} -->`, snippet: `<!-- ${comment} \${1:link/file-not-found} -->$0` }),
      rank,
    }));
}
