import { quote } from "../text/quote.ts";

/** As much as a message quotes. */
const MOST_SHOWN = 60;

/** The change of one English text to another, as the end of a sentence: `now says …`. */
export function summarizeChange(old: string, now: string): string {
  if (withoutTargets(old) === withoutTargets(now)) {
    const [gone, added] = differingMiddle(targetsOf(old), targetsOf(now));
    // Only one of several may have changed, and where none has, blanks are all.
    if (gone.length > 0 && added.length > 0) {
      const [from, to] = withoutCommonStart(gone.join(" "), added.join(" "));
      return `now leads to ${quote(to)} in place of ${quote(from)}`;
    }
  }
  const [gone, added] = differingWords(old, now);
  if (gone === "") return `now also says ${quote(added)}`;
  if (added === "") return `no longer says ${quote(gone)}`;
  return `now says ${quote(added)} in place of ${quote(gone)}`;
}

/** Long targets that begin alike would be cut off before they differ. */
function withoutCommonStart(one: string, other: string): [string, string] {
  if (one.length <= MOST_SHOWN && other.length <= MOST_SHOWN) return [one, other];
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  // From the part of the address in which they differ.
  const start = Math.max(...["/", "#", "?", "&"].map((mark) => one.lastIndexOf(mark, end)));
  return start <= 0 ? [one, other] : [`…${one.slice(start)}`, `…${other.slice(start)}`];
}

const TARGET = /\]\(([^\s()]*)/g;

function withoutTargets(text: string): string {
  return text.replace(TARGET, "](").replace(/\s+/g, " ");
}

function targetsOf(text: string): string[] {
  return Array.from(text.matchAll(TARGET), (match) => match[1] ?? "");
}

/** What only one of the texts says. Marks at the end of words count where nothing else is different. */
function differingWords(old: string, now: string): [string, string] {
  const tokens = [wordsAndMarks(old), wordsAndMarks(now)] as const;
  const middle = differingMiddle(...tokens);
  if (middle.some((each) => each.length > 0 && each.every(isMark))) {
    const [gone, added] = differingMiddle(words(old), words(now));
    return [gone.join(" "), added.join(" ")];
  }
  // A quotation that begins with a comma is read with the word before it, unless it was put in or taken out as a whole.
  const isReplaced = middle.every((each) => each.length > 0);
  const before = isReplaced && middle.some(([first]) => isMark(first)) ? wordBefore(...tokens) : [];
  const [gone, added] = middle;
  return [joined([...before, ...gone]), joined([...before, ...added])];
}

function wordBefore(old: readonly string[], now: readonly string[]): readonly string[] {
  const start = commonStart(old, now);
  return old.slice(Math.max(0, start - 1), start);
}

/** Code is one word: half of it would be quoted with one backtick. */
const WORD = /(?:`[^`]*`|\S)+/g;
/** What ends sentences and their parts. */
const MARKS = new Set(".,;:!?");

function isMark(token: string | undefined): boolean {
  return token !== undefined && MARKS.has(token);
}

function words(text: string): string[] {
  return text.match(WORD) ?? [""];
}

/** `9443` and `.` in place of `9443.`: each mark at the end of a word is a token of its own. */
function wordsAndMarks(text: string): string[] {
  const tokens: string[] = [];
  for (const word of words(text)) {
    let end = word.length;
    while (end > 0 && isMark(word[end - 1])) end -= 1;
    if (end > 0) tokens.push(word.slice(0, end));
    for (const mark of word.slice(end)) tokens.push(mark);
  }
  return tokens;
}

function joined(tokens: readonly string[]): string {
  return tokens
    .map((token) => (isMark(token) ? token : ` ${token}`))
    .join("")
    .trim();
}

/** What is left of two lists without what both begin and end with. */
function differingMiddle(before: readonly string[], after: readonly string[]): [string[], string[]] {
  const limit = Math.min(before.length, after.length);
  const start = commonStart(before, after);
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

/** How many of their first words are the same. */
function commonStart(before: readonly string[], after: readonly string[]): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  return start;
}
