import type { Span } from "../text/span.ts";
import type { FrontMatterEntry } from "./front-matter.ts";

/** A scalar on one line: its value and how it is written. */
interface FlatScalar {
  readonly value: unknown;
  readonly style: "plain" | "single-quoted" | "double-quoted";
}

/** An entry being read: its value may go on as a list on the lines below. */
interface OpenEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly colonEnd: number;
  readonly items: unknown[];
  itemsSpan: Span | undefined;
  /** The blanks before the list's dashes. */
  indent: string;
}

/** A key, a colon, and a blank or nothing. Colons inside a key are fine as long as no blank follows: `ms:assetid: x`. */
const ENTRY = /^([A-Za-z_][\w.-]*(?::[\w.-]+)*):(?: +(.*))?$/;
const ITEM = /^( *)- +(.*)$/;
// Tabs, control characters, line separators and byte order marks have rules of their own in YAML.
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)/;
/** First characters of plain scalars that mean nothing to YAML. All that is not ASCII belongs to them. */
const PLAIN_START = /^[A-Za-z0-9($/<=^_~.+\\\u00a0-\uffff]/;
/** What starts like this may be a number to YAML. */
const MAYBE_NUMBER = /^[-+.]?[\d.]/;
/** No number of YAML holds such a character: `07/01/2021`, `3 ways`. */
const NO_NUMBER = /[^0-9A-Za-z.+-]/;
/** A date with hyphens, or a hash that cannot be read as `12e34`. */
const CERTAIN_STRING = /^(?:\d{1,4}-\d{1,2}-\d{1,4}|(?=[\da-f]*[a-df])[\da-f]{40})$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const KEYWORDS = new Map<string, unknown>([
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);
/** Of the many escapes of YAML, those that stand for the character behind the backslash. */
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const LONGEST_KEY = 128;
/**
 * What most lines are: a key and one blank before words that YAML takes as they are, a date with slashes, or a hash that
 * is no number.
 */
const PLAIN_LINE =
  /([A-Za-z_][\w.-]*(?::[\w.-]+)*): ((?![Nn][Uu][Ll][Ll]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])[A-Za-z($/<=^_\\\u00a0-\uffff](?:[^:#\r\n]*[^:#\r\n ])?|\d{1,2}\/\d{1,2}\/\d{4}|(?=[\da-f]*[a-df])[\da-f]{40}) *\r?\n/y;

/**
 * Reads the usual header (scalars on one line, lists of such, comments) about fifteen times faster than the `yaml`
 * package, with the same result. `undefined`: it holds something else, and this function says nothing about it.
 */
export function readFlatHeader(text: string, yamlSpan: Span): FrontMatterEntry[] | undefined {
  if (UNUSUAL.test(text.slice(yamlSpan.start, yamlSpan.end))) return undefined;
  const entries: FrontMatterEntry[] = [];
  let start: number | undefined = yamlSpan.start;
  while (start !== undefined && start < yamlSpan.end) {
    const plain = readPlainLine(text, start);
    if (plain !== undefined) entries.push(plain);
    start = plain === undefined ? readLine(text, start, yamlSpan.end, entries) : PLAIN_LINE.lastIndex;
  }
  return start === undefined ? undefined : entries;
}

/** Reads a whole line at once, which most are. `undefined`: it has to be looked at more closely. */
function readPlainLine(text: string, start: number): FrontMatterEntry | undefined {
  PLAIN_LINE.lastIndex = start;
  const match = PLAIN_LINE.exec(text);
  if (match === null) return undefined;
  const key = match[1] as string;
  if (key.length > LONGEST_KEY) return undefined;
  const value = match[2] as string;
  const keySpan = { start, end: start + key.length };
  const valueStart = keySpan.end + 2;
  const valueSpan = { start: valueStart, end: valueStart + value.length };
  return { key, keySpan, value, valueSpan, rawValue: value, style: "plain" };
}

/** Reads a line, with those of a list below it, and says where the next one starts. `undefined`: not certain. */
function readLine(
  text: string,
  start: number,
  limit: number,
  entries: FrontMatterEntry[],
): number | undefined {
  const next = nextLine(text, start, limit);
  const line = trimLine(text.slice(start, next));
  if (line === "" || line.startsWith("#")) return next;
  const entry = readEntry(line, start);
  if (entry === undefined) return undefined;
  if (!("items" in entry)) {
    entries.push(entry);
    return next;
  }
  const end = readItems(entry, text, next, limit);
  entries.push(close(entry, text));
  return end;
}

/** Where the lines end that go on with an entry's list. `undefined`: not certain. */
function readItems(entry: OpenEntry, text: string, from: number, limit: number): number | undefined {
  let start = from;
  while (start < limit) {
    const next = nextLine(text, start, limit);
    const line = trimLine(text.slice(start, next));
    if (!/^[ -]/.test(line)) return start;
    if (!addItem(entry, line, start)) return undefined;
    start = next;
  }
  return start;
}

/** A whole entry, one whose value is still to come, or `undefined`: not certain. */
function readEntry(line: string, start: number): FrontMatterEntry | OpenEntry | undefined {
  const match = ENTRY.exec(line);
  if (match === null) return undefined;
  const key = match[1] as string;
  if (key.length > LONGEST_KEY) return undefined;

  const keySpan = { start, end: start + key.length };
  const rawValue = match[2] ?? "";
  if (rawValue === "")
    return { key, keySpan, colonEnd: keySpan.end + 1, items: [], itemsSpan: undefined, indent: "" };

  const scalar = readScalar(rawValue);
  if (scalar === undefined) return undefined;
  const valueSpan = { start: start + line.length - rawValue.length, end: start + line.length };
  return { key, keySpan, value: scalar.value, valueSpan, rawValue, style: scalar.style };
}

/** Whether the line is certainly one more item of the entry's list. */
function addItem(entry: OpenEntry, line: string, start: number): boolean {
  const match = ITEM.exec(line);
  if (match === null) return false;
  const indent = match[1] as string;
  if (entry.itemsSpan !== undefined && indent !== entry.indent) return false;

  const scalar = readScalar(match[2] as string);
  if (scalar === undefined) return false;
  entry.indent = indent;
  entry.items.push(scalar.value);
  entry.itemsSpan = { start: entry.itemsSpan?.start ?? start + indent.length, end: start + line.length };
  return true;
}

function close({ key, keySpan, colonEnd, items, itemsSpan }: OpenEntry, text: string): FrontMatterEntry {
  if (itemsSpan !== undefined) {
    const rawValue = text.slice(itemsSpan.start, itemsSpan.end);
    return { key, keySpan, value: items, valueSpan: itemsSpan, rawValue, style: undefined };
  }
  return {
    key,
    keySpan,
    value: null,
    valueSpan: { start: colonEnd, end: colonEnd },
    rawValue: "",
    style: "plain",
  };
}

function readScalar(raw: string): FlatScalar | undefined {
  const first = raw[0];
  if (first === '"') return readDoubleQuoted(raw);
  if (first === "'") return readSingleQuoted(raw);
  return readPlain(raw);
}

function readDoubleQuoted(raw: string): FlatScalar | undefined {
  const match = DOUBLE_QUOTED.exec(raw);
  if (match === null) return undefined;
  const inner = match[1] as string;
  const value = inner.includes("\\") ? inner.replace(/\\(.)/g, "$1") : inner;
  return { value, style: "double-quoted" };
}

function readSingleQuoted(raw: string): FlatScalar | undefined {
  if (raw.length < 2 || !raw.endsWith("'")) return undefined;
  const inner = raw.slice(1, -1);
  if (!inner.includes("'")) return { value: inner, style: "single-quoted" };
  // Quotes inside come in pairs only.
  const value = inner.replaceAll("''", "\u0000");
  return value.includes("'") ? undefined : { value: value.replaceAll("\u0000", "'"), style: "single-quoted" };
}

function readPlain(raw: string): FlatScalar | undefined {
  if (KEYWORDS.has(raw)) return { value: KEYWORDS.get(raw), style: "plain" };
  if (!PLAIN_START.test(raw) || raw.includes(": ") || raw.includes(" #") || raw.endsWith(":"))
    return undefined;
  const isString = !MAYBE_NUMBER.test(raw) || NO_NUMBER.test(raw) || CERTAIN_STRING.test(raw);
  if (isString) return { value: raw, style: "plain" };
  return INTEGER.test(raw) ? { value: Number(raw), style: "plain" } : undefined;
}

function nextLine(text: string, start: number, limit: number): number {
  const newline = text.indexOf("\n", start);
  return newline === -1 ? limit : Math.min(newline + 1, limit);
}

/** A line without its end and the blanks before it. Only what YAML calls blank: a no-break space stays. */
function trimLine(line: string): string {
  let end = line.length;
  if (end > 0 && line[end - 1] === "\n") end -= 1;
  if (end > 0 && line[end - 1] === "\r") end -= 1;
  while (end > 0 && line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}
