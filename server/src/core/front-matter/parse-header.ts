import type { Document, Pair, Scalar } from "yaml";
import { isAlias, isMap, isScalar, matter, parseDocument } from "../libraries.ts";
import { quote } from "../text/quote.ts";
import type { Span } from "../text/span.ts";
import { explainYamlError } from "./explain-yaml-error.ts";
import { type Header, keyOfLine } from "./find-header.ts";
import { readFlatHeader } from "./flat-header.ts";
import type { FrontMatterEntry, FrontMatterProblem } from "./front-matter.ts";
import { isTooDeep } from "./nesting.ts";

/** What a header says, as far as it can be read. */
export interface HeaderContent {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/**
 * Each entry that is no YAML costs the `yaml` package as much as twenty that are; no header needs more findings than
 * this.
 */
const MOST_DAMAGED = 200;

/**
 * The `yaml` package looks for the anchor of each alias in the whole header, and for those of the aliases in what it finds:
 * a thousand in a row, each of the one before, take ten seconds. In a header with more, none is looked up.
 */
const MOST_ALIASES = 100;

/** Thrown to gray-matter by the engines of all languages but YAML. */
class NotYaml extends Error {}

/** Carries the parsed document out through gray-matter, which wants a plain object. */
interface Carrier {
  document?: Document;
}

/**
 * Reads a header of any shape. This is the one door to gray-matter: it looks at the language of the header and picks the
 * engine, and the YAML engine is the `yaml` package, so that one parse gives values and positions. Never throws.
 */
export function parseHeader(text: string, header: Header): HeaderContent {
  const yaml = text.slice(header.yamlSpan.start, header.yamlSpan.end);
  // What is broken is read entry by entry in the end, and then the whole has been read in vain.
  if (header.language === "yaml" && isBrokenByColon(text, header.yamlSpan))
    return readEntries(text, header.yamlSpan);
  if (header.language === "yaml" && isTooDeep(yaml)) return readDeep(text, header.yamlSpan);
  try {
    const document = parseBehindDoor(text.slice(header.fenceSpan.start, header.fenceSpan.end), yaml);
    // `---constructor` finds a function on gray-matter's table of engines: harmless, but no YAML.
    if (header.language !== "yaml") throw new NotYaml();
    return document === undefined
      ? { entries: [], problems: [] }
      : readDocument(document, text, header.yamlSpan);
  } catch (error) {
    if (error instanceof NotYaml) return { entries: [], problems: [notYaml(header)] };
    return { entries: [], problems: [tooDeep(header.yamlSpan)] };
  }
}

/** `title: a: b`: no plain value may hold a colon with a blank behind it. */
const BROKEN_LINE = /^[A-Za-z_][\w.-]*: +[A-Za-z0-9][^\r\n#]*?: /m;

/** Whether such a line breaks the header for sure: nothing but whole entries of the usual kind stands before it. */
function isBrokenByColon(text: string, { start, end }: Span): boolean {
  const found = BROKEN_LINE.exec(text.slice(start, end));
  return found !== null && readFlatHeader(text, { start, end: start + found.index }) !== undefined;
}

/** The entries of a header that the `yaml` package must not see as a whole. */
function readDeep(text: string, yamlSpan: Span): HeaderContent {
  const { entries, problems } = readEntries(text, yamlSpan);
  return { entries, problems: problems.length > 0 ? problems : [tooDeep(yamlSpan)] };
}

function tooDeep(span: Span): FrontMatterProblem {
  return {
    kind: "syntax",
    span,
    message: "The front matter cannot be read as YAML: it is nested too deeply.",
  };
}

const refuse = {
  parse(): never {
    throw new NotYaml();
  },
};

// gray-matter evaluates `---js` headers by default; a docs page must never run code. `engines` is asked by the name as
// written and by its alias, so both are here. Unknown names make gray-matter throw by itself.
const REFUSED = {
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  json: refuse,
  json5: refuse,
  toml: refuse,
};

/** `undefined`: the header is empty. */
function parseBehindDoor(fence: string, yaml: string): Document | undefined {
  const carrier: Carrier = {};
  const engine = {
    parse(): object {
      // CommonMark has no limit on a header's keys, and duplicates are found by ourselves, with both places.
      carrier.document = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
      return {};
    },
  };
  // gray-matter looks for comments with an expression that is quadratic in runs of blank lines. It is shown the header
  // without them, and the engine reads the real one.
  const shown = `${fence}\n${yaml.replace(/\n\s*\n/g, "\n")}\n---\n`;
  try {
    // Passing options also skips gray-matter's cache, which turns a second parse of a broken page into success.
    matter(shown, { engines: { ...REFUSED, yaml: engine, yml: engine } });
  } catch (error) {
    if (carrier.document === undefined && !(error instanceof RangeError)) throw new NotYaml();
    throw error;
  }
  return carrier.document;
}

function notYaml({ fenceSpan, language }: Header): FrontMatterProblem {
  const message = `The front matter is marked as \`${language}\`, expected YAML between \`---\` and \`---\`.`;
  return { kind: "not-yaml", span: fenceSpan, message };
}

function readDocument(document: Document, text: string, yamlSpan: Span): HeaderContent {
  if (document.errors.length > 0) return readDamaged(document, text, yamlSpan);
  if (document.contents === null) return { entries: [], problems: [] };
  const { start } = yamlSpan;
  const yaml = text.slice(start, yamlSpan.end);
  if (!isMap(document.contents)) {
    const message = "The front matter is no list of `key: value` entries.";
    return { entries: [], problems: [{ kind: "not-a-map", span: trimmed(yaml, start), message }] };
  }
  return { entries: entriesOf(document, yaml, start), problems: [] };
}

/**
 * Broken YAML swallows what comes after it: `title: a: b` makes all other keys part of the title. So each entry is read
 * on its own; those that can be read count, and each of the others is one problem.
 */
function readDamaged(whole: Document, text: string, yamlSpan: Span): HeaderContent {
  const { entries, problems } = readEntries(text, yamlSpan);
  const [error] = whole.errors;
  if (problems.length > 0 || error === undefined) return { entries, problems };
  const yaml = text.slice(yamlSpan.start, yamlSpan.end);
  return { entries, problems: [explainYamlError(error, yaml, yamlSpan.start)] };
}

function readEntries(text: string, { start, end }: Span): HeaderContent {
  const entries: FrontMatterEntry[] = [];
  const problems: FrontMatterProblem[] = [];
  for (const chunk of chunksOf(text.slice(start, end))) {
    const content = readChunk(text, { start: start + chunk.start, end: start + chunk.end }, problems.length);
    for (const entry of content.entries) entries.push(entry);
    for (const problem of content.problems) problems.push(problem);
  }
  return { entries, problems };
}

/** An entry of a damaged header, of which so many could not be read before. */
function readChunk(text: string, span: Span, damaged: number): HeaderContent {
  const flat = readFlatHeader(text, span);
  if (flat !== undefined) return { entries: flat, problems: [] };
  const chunk = text.slice(span.start, span.end);
  if (damaged < MOST_DAMAGED) return readEntry(chunk, span.start);
  const problems = damaged === MOST_DAMAGED ? [unread(trimmed(chunk, span.start))] : [];
  return { entries: rawEntry(chunk, span.start), problems };
}

function unread(span: Span): FrontMatterProblem {
  const message = `${MOST_DAMAGED} entries of the front matter before this one are not valid YAML. Put them right, then the others are checked.`;
  return { kind: "syntax", span, message };
}

/** Reads an entry as if the header held nothing else. `chunk` stands at `start` of the page. */
export function readEntry(chunk: string, start: number): HeaderContent {
  if (isTooDeep(chunk))
    return { entries: rawEntry(chunk, start), problems: [tooDeep(trimmed(chunk, start))] };
  const document = parseDocument(chunk, { uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const error = document.errors[0];
  if (error !== undefined) {
    return { entries: rawEntry(chunk, start), problems: [explainYamlError(error, chunk, start)] };
  }
  const isStray = document.contents !== null && !isMap(document.contents);
  return { entries: entriesOf(document, chunk, start), problems: isStray ? [strayLine(chunk, start)] : [] };
}

/** The stretch of a header from the start of the entry that holds an offset of the page to the start of the next. */
export function entryAround(text: string, { start, end }: Span, offset: number): Span {
  let from = lineStartBefore(text, offset, start);
  while (from > start && !startsChunk(lineFrom(text, from, end)))
    from = lineStartBefore(text, from - 1, start);
  let to = nextLine(text, offset, end);
  while (to < end && !startsChunk(lineFrom(text, to, end))) to = nextLine(text, to, end);
  return { start: from, end: to };
}

/** The stretches from the start of one entry to the next. */
function chunksOf(yaml: string): Span[] {
  const chunks: Span[] = [];
  let start = 0;
  for (let line = 0; line < yaml.length; line = nextLine(yaml, line, yaml.length)) {
    if (line === start || !startsChunk(lineFrom(yaml, line, yaml.length))) continue;
    chunks.push({ start, end: line });
    start = line;
  }
  chunks.push({ start, end: yaml.length });
  return chunks;
}

// Anything from the first column that is no list item, comment or closing bracket.
function startsChunk(line: string): boolean {
  return keyOfLine(line) !== undefined || /^[^\s\-#\]}]/.test(line);
}

/** Start of the line that holds an offset; `limit` is where the first one starts. */
function lineStartBefore(text: string, offset: number, limit: number): number {
  return Math.max(limit, text.lastIndexOf("\n", offset - 1) + 1);
}

/** Where the next line starts, or `limit`. */
function nextLine(text: string, offset: number, limit: number): number {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? limit : Math.min(newline + 1, limit);
}

function lineFrom(text: string, start: number, limit: number): string {
  return text.slice(start, nextLine(text, start, limit)).trimEnd();
}

function strayLine(chunk: string, start: number): FrontMatterProblem {
  const span = trimmed(chunk, start);
  const line = chunk.trim().split("\n", 1)[0] as string;
  return {
    kind: "syntax",
    span,
    message: `${quote(line.trim())} in the front matter is no \`key: value\` entry.`,
  };
}

/** An entry whose value cannot be read: the text behind the first colon stands for it. None where there is no key. */
function rawEntry(chunk: string, start: number): FrontMatterEntry[] {
  const key = keyOfLine(chunk.split("\n", 1)[0] as string);
  if (key === undefined) return [];
  const keyStart = chunk.indexOf(key);
  const colon = chunk.indexOf(":", keyStart + key.length);
  const rest = chunk.slice(colon + 1);
  const rawValue = rest.trim();
  const valueStart = colon + 1 + (rawValue === "" ? 0 : rest.indexOf(rawValue));
  const entry: FrontMatterEntry = {
    key,
    keySpan: { start: start + keyStart, end: start + keyStart + key.length },
    value: rawValue,
    valueSpan: { start: start + valueStart, end: start + valueStart + rawValue.length },
    rawValue,
    style: "plain",
  };
  return [entry];
}

function entriesOf(document: Document, yaml: string, start: number): FrontMatterEntry[] {
  if (!isMap(document.contents)) return [];
  const read = {
    document,
    yaml,
    areAliasesKnown: yaml.split("*", MOST_ALIASES + 2).length <= MOST_ALIASES + 1,
  };
  return document.contents.items.flatMap((pair) => entryOf(pair, read, start) ?? []);
}

/** YAML that was read. */
interface ReadYaml {
  readonly document: Document;
  readonly yaml: string;
  /** Whether it may be asked what its aliases stand for. */
  readonly areAliasesKnown: boolean;
}

function entryOf(pair: Pair, read: ReadYaml, start: number): FrontMatterEntry | undefined {
  const { yaml } = read;
  if (!isScalar(pair.key) || pair.key.range == null) return undefined;
  const [keyStart, keyEnd] = pair.key.range;
  const key = pair.key.type === "PLAIN" ? yaml.slice(keyStart, keyEnd) : String(pair.key.value);
  const { value, style, span } = valueOf(pair.value, read, keyEnd);
  return {
    key,
    keySpan: { start: start + keyStart, end: start + keyEnd },
    value,
    valueSpan: { start: start + span.start, end: start + span.end },
    rawValue: yaml.slice(span.start, span.end),
    style,
  };
}

function valueOf(node: unknown, { document, yaml, areAliasesKnown }: ReadYaml, keyEnd: number) {
  const span =
    isNode(node) && node.range != null ? trimmedEnd(yaml, node.range[0], node.range[1]) : undefined;
  if (span === undefined || span.start === span.end) {
    const colon = yaml.indexOf(":", keyEnd);
    const place = colon === -1 ? keyEnd : colon + 1;
    return { value: null, style: "plain" as const, span: { start: place, end: place } };
  }
  const mayBeRead = areAliasesKnown || !yaml.slice(span.start, span.end).includes("*");
  const value = mayBeRead || isScalar(node) ? toPlainValue(node, document) : unknownValue(node);
  return { value, style: isScalar(node) ? styleOf(node) : undefined, span };
}

interface RangedNode {
  readonly range?: readonly [number, number, number] | null;
  toJS(document: Document): unknown;
}

function isNode(node: unknown): node is RangedNode {
  return typeof node === "object" && node !== null && "range" in node;
}

function toPlainValue(node: unknown, document: Document): unknown {
  if (isScalar(node)) return node.value;
  try {
    return isNode(node) ? node.toJS(document) : null;
  } catch {
    // An alias (`*name`) without anchor, or a chain of aliases that would fill the memory.
    return unknownValue(node);
  }
}

function unknownValue(node: unknown): unknown {
  return isAlias(node) ? `*${node.source}` : null;
}

const STYLES: Readonly<Record<string, FrontMatterEntry["style"]>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function styleOf(node: Scalar): FrontMatterEntry["style"] {
  return STYLES[node.type ?? "PLAIN"];
}

function trimmed(text: string, offset: number): Span {
  const start = text.length - text.trimStart().length;
  return { start: offset + start, end: offset + Math.max(start, text.trimEnd().length) };
}

// Blanks and line ends only: a no-break space is part of a value.
function trimmedEnd(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start && " \t\r\n".includes(text[last - 1] as string)) last -= 1;
  return { start, end: last };
}
