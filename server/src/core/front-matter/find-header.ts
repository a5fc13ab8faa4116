import type { Span } from "../text/span.ts";
import { findKnownKey } from "./keys.ts";

/** Where a page's header stands, before anybody has read what is in it. All spans are UTF-16 offsets. */
export interface Header {
  /** The opening fence, its line end excluded: `---`, or `---js` for one that is not YAML. */
  readonly fenceSpan: Span;
  /** What stands between the fences: from the start of the second line to the start of the closing fence. */
  readonly yamlSpan: Span;
  /** From the first fence to the end of the closing fence's line, its line end included. */
  readonly span: Span;
  /** The word behind the opening fence, lower case; `yaml` where there is none. */
  readonly language: string;
  readonly isClosed: boolean;
}

// The languages that gray-matter knows, and those it is usually taught.
const OTHER_LANGUAGES = new Set([
  "js",
  "javascript",
  "coffee",
  "coffeescript",
  "cson",
  "json",
  "json5",
  "toml",
]);
const YAML_NAMES = new Set(["", "yaml", "yml"]);
const LANGUAGE = /^[a-z][a-z0-9]*$/;

/** `title:`, `"title" :`, `ms:assetid: x`: a line that starts an entry. The key may hold colons. */
const KEY_LINE = /^["']?([A-Za-z_][\w.:-]*)["']?[ \t]*:(?=[ \t\r]|$)/;
/** Namespaces of keys. Nobody takes such a key, or one that is known, for the start of a sentence (`Note: …`). */
const NAMESPACE = /^(?:ms|search|f1|caps)[.:]./i;
/** What can only be the next line of a value: indented, an item of a list, the end of a list in brackets. */
const CONTINUATION = /^(?:[ \t]+\S|-[ \t]|[\]}])/;
/** A line of dashes or stars that was meant to close the header; a real fence has exactly three dashes. */
const ALMOST_FENCE = /^[ \t]*(?:--|-{4,}|[–—]{1,3}-?|-[–—]|={3,}|\*{3,}|_{3,}|[ \t]-{3,})[ \t]*$/;

/** A header whose first line stands in a segment, and the key that its English begins with. */
const IN_SEGMENTS =
  /^\ufeff?---[ \t]*\r?\n[ \t]*<span data-ttu-id=[^\r\n]*?<span data-stu-id="[^"\r\n]*">\s*([A-Za-z_][\w.-]*) ?:/;

/**
 * Whether a page begins with a header that was taken for text: its keys stand in segments, many in one. The pipeline did
 * so in 2020 with headers that name untranslatable words (`no-loc:`), in all languages.
 */
export function isHeaderInSegments(text: string): boolean {
  const key = IN_SEGMENTS.exec(text)?.[1];
  // Below a horizontal rule, a sentence may begin with a word and a colon.
  return key !== undefined && findKnownKey(key) !== undefined;
}

/** The key that a line starts an entry of, with its letter case. `undefined`: no entry starts here. */
export function keyOfLine(line: string): string | undefined {
  return KEY_LINE.exec(line)?.[1];
}

/**
 * Finds the header of a page, also one that was never closed. `undefined`: the page has none, as one that starts with a
 * horizontal rule or with segments. A byte order mark before the header is allowed.
 *
 * A closing fence is a line of exactly three dashes or three dots from the first column, as in Markdig, which Learn
 * builds with.
 */
export function findHeader(text: string): Header | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith("---", start) || text[start + 3] === "-") return undefined;
  if (isHeaderInSegments(text)) return undefined;

  const { end, next } = lineFrom(text, start);
  const language = text
    .slice(start + 3, end)
    .trim()
    .toLowerCase();
  const fenceSpan = { start, end };
  const closing = findClosingFence(text, next);
  if (!YAML_NAMES.has(language)) {
    if (closing === undefined || !isLanguage(language, text[start + 3])) return undefined;
    return {
      fenceSpan,
      yamlSpan: { start: next, end: closing.start },
      span: { start, end: closing.next },
      language,
      isClosed: true,
    };
  }
  if (closing === undefined) return findUnclosed(text, fenceSpan, next, text.length);
  if (!isHeaderLike(text.slice(next, closing.start))) return undefined;
  return {
    fenceSpan,
    yamlSpan: { start: next, end: closing.start },
    span: { start, end: closing.next },
    language: "yaml",
    isClosed: true,
  };
}

/**
 * The same header, taken as one whose closing fence is missing: the fence that was found belongs to the body, as a
 * horizontal rule. To be asked for a header that is no valid YAML. `undefined`: nothing speaks for that.
 */
export function findMissingFence(text: string, header: Header): Header | undefined {
  return findUnclosed(text, header.fenceSpan, header.yamlSpan.start, header.yamlSpan.end);
}

/** The line at `offset` if it is a fence gone wrong (`--`, `----`, `—`), its line end excluded. */
export function findAlmostFence(text: string, offset: number): Span | undefined {
  const { end } = lineFrom(text, offset);
  return ALMOST_FENCE.test(text.slice(offset, end)) ? { start: offset, end } : undefined;
}

// `---js` is a header in all tools that know such headers; `--- js` only where it cannot be a sentence.
function isLanguage(word: string, first: string | undefined): boolean {
  return OTHER_LANGUAGES.has(word) || (first !== " " && first !== "\t" && LANGUAGE.test(word));
}

function findClosingFence(text: string, from: number): { start: number; next: number } | undefined {
  const dashes = findFence(text, "\n---", from);
  // As long as the header, in place of the page.
  const above = dashes === undefined ? text : text.slice(0, dashes.next);
  return findFence(above, "\n...", from) ?? dashes;
}

/** The first line that is nothing but a mark, from the line that starts at `from` on. */
function findFence(text: string, mark: string, from: number): { start: number; next: number } | undefined {
  for (let at = text.indexOf(mark, from - 1); at !== -1; at = text.indexOf(mark, at + 1)) {
    const { end, next } = lineFrom(text, at + 1);
    if (isBlank(text, at + mark.length, end)) return { start: at + 1, next };
  }
  return undefined;
}

/** Whether what stands between two fences is a header, and not Markdown between two horizontal rules. */
function isHeaderLike(yaml: string): boolean {
  if (KEY_LINE.test(yaml)) return true;
  const lines = yaml.split("\n");
  const firstLine = lines.find((line) => line.trim() !== "" && !line.startsWith("#"));
  const isTight = (lines[0] as string).trim() !== "" || yaml.trim() === "";
  if (firstLine === undefined) return isTight;
  if (keyOfLine(firstLine) !== undefined) return true;
  if (lines.some((line) => isCertainKey(keyOfLine(line)))) return true;
  return isTight && lines.slice(0, -1).every((line) => line.trim() !== "");
}

/**
 * The header between the opening fence and `limit`, where no fence closes it: its lines end where Markdown starts.
 * `limit` is the end of the page, or a fence that may as well be a horizontal rule.
 */
function findUnclosed(text: string, fenceSpan: Span, from: number, limit: number): Header | undefined {
  const isFenced = limit < text.length;
  const { end, keys, isCertain, stop } = readYamlLines(text, from, limit);
  if (keys === 0 || (keys === 1 && !isCertain)) return undefined;
  if (isFenced) {
    // A stray line amid the entries of a closed header is a mistake of its own, not the start of the body.
    if (stop === undefined || stop === end) return undefined;
    if (holdsCertainKey(text.slice(end, limit))) return undefined;
  }
  const span = { start: fenceSpan.start, end };
  return { fenceSpan, yamlSpan: { start: from, end }, span, language: "yaml", isClosed: false };
}

interface YamlLines {
  /** Where the last line that is YAML for sure ends, its line end included. */
  readonly end: number;
  /** Lines that start an entry. */
  readonly keys: number;
  /** Whether one of them has a certain key. */
  readonly isCertain: boolean;
  /** Start of the first line that cannot be YAML. `undefined`: there is none. */
  readonly stop: number | undefined;
}

/**
 * Reads lines as long as they can be YAML. Blank lines, comments (or are they headings?) and list items after such a
 * line belong to the header only when an entry with a certain key follows.
 */
function readYamlLines(text: string, from: number, limit: number): YamlLines {
  let end = from;
  let keys = 0;
  let isCertain = false;
  let isOpen = true;
  for (let start = from; start < limit;) {
    const line = lineFrom(text, start);
    const kind = kindOf(text.slice(start, line.end), isOpen, keys > 0);
    if (kind === "stop") return { end, keys, isCertain, stop: start };
    isOpen = kind !== "maybe";
    if (kind === "certain-key" || kind === "key") keys += 1;
    if (kind === "certain-key") isCertain = true;
    if (isOpen) end = line.next;
    start = line.next;
  }
  return { end, keys, isCertain, stop: undefined };
}

function isCertainKey(key: string | undefined): boolean {
  return key !== undefined && (NAMESPACE.test(key) || findKnownKey(key) !== undefined);
}

/** `isOpen`: the line before was YAML for sure. */
function kindOf(
  line: string,
  isOpen: boolean,
  hasKey: boolean,
): "certain-key" | "key" | "more" | "maybe" | "stop" {
  const key = keyOfLine(line);
  if (isCertainKey(key)) return "certain-key";
  if (key !== undefined) return isOpen ? "key" : "stop";
  // `#Customer intent: …` is a comment for sure: a heading has a blank behind its signs.
  if (line.startsWith("#")) return isOpen && hasKey && /^#[^\s#]/.test(line) ? "more" : "maybe";
  if (!hasKey) return "stop";
  if (CONTINUATION.test(line)) return isOpen ? "more" : "maybe";
  return line.trim() === "" ? "maybe" : "stop";
}

function holdsCertainKey(text: string): boolean {
  return text.split("\n").some((line) => isCertainKey(keyOfLine(line)));
}

function lineFrom(text: string, start: number): { end: number; next: number } {
  const newline = text.indexOf("\n", start);
  if (newline === -1) return { end: text.length, next: text.length };
  return { end: newline > start && text[newline - 1] === "\r" ? newline - 1 : newline, next: newline + 1 };
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}
