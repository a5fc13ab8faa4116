import { findNearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Span } from "../../text/span.ts";
import { findMeantRule } from "../rule-names.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";
import {
  COMMANDS,
  readSuppression,
  type SuppressionComment,
  suppressionComments,
} from "../suppression-comments.ts";

/** Nobody writes more; each is compared with all rules. */
const MOST_SEARCHED = 500;
const PREFIX = "lockstep-";
const COMMAND = /^([\w-]*)[^\w/*]*/;
const BEGINNING = /^(?:disable|enable)(?![a-z])/i;
const NAME_MARK = /[/-]/;

/** A comment that names no rule turns nothing off, in silence: the finding that it was written for stays. */
export const unknownName = defineRule({
  id: "suppression/unknown-name",
  summary: "A comment that turns rules off names rules that there are.",
  severity: "warning",
  check({ document, config: { ruleNames } }) {
    const comments = suppressionComments(document);
    if (comments.length === 0) return [];
    return comments.slice(0, MOST_SEARCHED).flatMap((each) => {
      const comment = readSuppression(each);
      const command = findCommand(document.text, comment);
      return command === undefined ? findNames(document.text, comment, ruleNames) : [command];
    });
  },
});

/**
 * The finding about a command that is none: only where it begins as one does or one is near (`disable-line` of other
 * tools), since others may use such a word for their own.
 */
function findCommand(text: string, { span, command }: SuppressionComment): Finding | undefined {
  if (COMMANDS.includes(command)) return undefined;
  // `lockstep-disable:link/redirected` is a command, with what does not belong behind it.
  const [written, word = ""] = COMMAND.exec(command) ?? [""];
  const nearest = COMMANDS.includes(word) ? word : findNearest(word, COMMANDS);
  const place = placeOf(text, PREFIX + written, span);
  const problem = `${quote(PREFIX + command)} turns no rule off or on.`;
  if (nearest === undefined) {
    const known = COMMANDS.map((each) => quote(PREFIX + each)).join(", ");
    const message = `${problem} There are ${known}.`;
    return BEGINNING.test(word) ? { span: place ?? span, message } : undefined;
  }
  const message = `${problem} Did you mean \`${PREFIX}${nearest}\`?`;
  const newText = PREFIX + nearest + (written === command ? "" : " ");
  return { span: place ?? span, message, fixes: fixesFor(place, newText) };
}

/**
 * The findings about the names of a comment. Words that resemble no rule are taken for a remark on why it is there, as
 * long as the comment names a rule as well; behind a rule, so are plain ones that do (`source`, `untranslated`).
 */
function findNames(text: string, comment: SuppressionComment, known: ReadonlySet<string>): Finding[] {
  const names = comment.names.slice(0, MOST_SEARCHED);
  if (names.every((name) => known.has(name))) return [];
  const findings: Finding[] = [];
  let first: Span | undefined;
  // A misspelt one as well: what stands behind it is no more of a name.
  const firstRule = names.findIndex((name) => known.has(name) || name.includes("/"));
  let rest = behind(placeOf(text, PREFIX + comment.command, comment.span), comment.span);
  for (const [nth, name] of names.entries()) {
    const place = placeOf(text, name, rest);
    rest = behind(place, rest);
    first ??= place;
    const isBehindRule = firstRule !== -1 && nth > firstRule;
    const meant = findMeant(name, known, isBehindRule);
    if (meant === undefined) continue;
    const message = `There is no rule ${quote(name)}. Did you mean \`${meant}\`?`;
    findings.push({ span: place ?? comment.span, message, fixes: fixesFor(place, meant) });
  }
  if (findings.length > 0 || names.some((name) => known.has(name))) return findings;
  const message = `There is no rule ${quote(names[0] ?? "")}, so that this comment turns nothing off or on.`;
  return [{ span: first ?? comment.span, message }];
}

function findMeant(name: string, known: ReadonlySet<string>, isBehindRule: boolean): string | undefined {
  const isRemark = isBehindRule && !NAME_MARK.test(name);
  return known.has(name) || isRemark ? undefined : findMeantRule(name, known);
}

/** Not preferred, so that nothing does it unasked: it would silence a rule that may not have been meant. */
function fixesFor(span: Span | undefined, newText: string): Fix[] {
  if (span === undefined) return [];
  return [{ title: `Change to \`${newText.trimEnd()}\``, edits: [{ span, newText }] }];
}

/** Where a word of a comment stands. `undefined`: markup amid the comment parts it. */
function placeOf(text: string, word: string, within: Span): Span | undefined {
  const start = text.slice(within.start, within.end).indexOf(word);
  if (start === -1) return undefined;
  return { start: within.start + start, end: within.start + start + word.length };
}

function behind(place: Span | undefined, within: Span): Span {
  return { start: place?.end ?? within.start, end: within.end };
}
