import { applyEdits, type TextEdit } from "../text/edit.ts";
import { findAlmostFence } from "./find-header.ts";
import { type FrontMatter, type FrontMatterProblem, textOf } from "./front-matter.ts";
import { findKnownKey } from "./keys.ts";
import { entryAround, readEntry } from "./parse-header.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { lineEndOf } from "../text/line-end.ts";

/** A way to make a header readable. */
export interface HeaderRepair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A line of an entry: key, colon with the blanks after it, and the rest. */
const ENTRY_LINE = /^([^\s#"'][^:]*(?::\S[^:]*)*:[ \t]+)(\S.*)$/;
/** A line that lacks the colon, or the blank behind it: key, what stands in between, and the rest. */
const DAMAGED_LINE = /^([A-Za-z_][\w.-]*)([ \t]*:|[ \t]+)(\S.*)$/;

/**
 * Puts the missing fence after the last line of the header, in place of a line that was meant to be one (`--`, `----`)
 * if such a line comes next.
 */
export function closeHeader(text: string, { span }: FrontMatter): HeaderRepair {
  const title = "Close the front matter with `---`";
  const almost = findAlmostFence(text, span.end);
  if (almost !== undefined && span.end < text.length)
    return { title, edits: [{ span: almost, newText: "---" }] };

  const lineEnd = lineEndOf(text);
  const before = text[span.end - 1] === "\n" ? "" : lineEnd;
  const newText = `${before}---${lineEnd}`;
  return { title, edits: [{ span: { start: span.end, end: span.end }, newText }] };
}

/**
 * Puts an entry right in which YAML stumbled: quotes around its value, the quote that is missing at its end, or the colon
 * behind its key. A repair is given only when the header then has one syntax error less, and the value reads as it was
 * written. `undefined`: there is none.
 */
export function repairEntry(
  text: string,
  { problems, yamlSpan }: FrontMatter,
  problem: FrontMatterProblem,
): HeaderRepair | undefined {
  const { span } = problem;
  const around = entryAround(text, yamlSpan, span.start);
  if (span.end > around.end) return undefined;
  const isOnlyError = !problems.some((each) => each.kind === "syntax" && each !== problem);
  for (const { title, line, value } of repairsOf(text.slice(span.start, span.end))) {
    // In a broken header each entry is read on its own, so that the others need no second look for each repair.
    const entry = text.slice(around.start, span.start) + line + text.slice(span.end, around.end);
    const { entries, problems } = readEntry(entry, around.start);
    const repaired = entries.find(({ keySpan }) => keySpan.start === span.start);
    if (problems.length > 0 || repaired === undefined || textOf(repaired) !== value) continue;
    const edits = [{ span, newText: line }];
    if (!isOnlyError || isReadable(applyEdits(text, edits))) return { title, edits };
  }
  return undefined;
}

/** Without an error left, the header is read as a whole, which may show another one. */
function isReadable(text: string): boolean {
  const frontMatter = readFrontMatter(text);
  return frontMatter !== undefined && !frontMatter.problems.some(({ kind }) => kind === "syntax");
}

/** A line as it may have been meant, and the value that it then has. */
interface RepairedLine {
  readonly title: string;
  readonly line: string;
  readonly value: string;
}

function* repairsOf(line: string): Iterable<RepairedLine> {
  const [, start = "", value = ""] = ENTRY_LINE.exec(line) ?? [];
  if (value !== "") {
    const closed = closeQuotes(value);
    if (closed !== undefined)
      yield { title: "Close the quotes", line: start + closed, value: value.slice(1) };
    yield { title: "Put the value in quotes", line: start + quoted(value), value };
    return;
  }
  const [, key = "", colon = "", rest = ""] = DAMAGED_LINE.exec(line) ?? [];
  if (findKnownKey(key) === undefined) return;
  const title = colon.includes(":") ? "Put a blank after the colon" : `Put a colon after \`${key}\``;
  yield { title, line: `${key}: ${rest}`, value: rest };
  yield { title, line: `${key}: ${quoted(rest)}`, value: rest };
}

/** `undefined`: no quotes are open. */
function closeQuotes(value: string): string | undefined {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return undefined;
  return value.slice(1).includes(quote) ? undefined : value + quote;
}

/** In the quotes that need no escapes, if there are such. */
function quoted(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"') && !value.includes("\\")) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}
