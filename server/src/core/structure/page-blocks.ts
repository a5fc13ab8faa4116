import { CleanText } from "../document/clean-text.ts";
import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { RawBlock } from "../markdown/raw-block.ts";
import { scanBlocks } from "../markdown/scan-blocks.ts";
import type { Alert, CodeBlock, Heading, Link, Table } from "../markdown/structure.ts";
import { meantKind } from "./meant-kind.ts";
import type { Segment } from "../segments/segment.ts";
import { lineAt, lineStartAt } from "../text/lines.ts";
import { findAt, type Span } from "../text/span.ts";

/** `ordered`: numbered. */
export type ListKind = "bullet" | "ordered";

/** A leaf block with all that translation leaves as it is. Spans are UTF-16 offsets into the page. */
export interface PageBlock {
  readonly kind: RawBlock["kind"];
  /** The same, but for what is only a slip away from another kind. */
  readonly meantKind: RawBlock["kind"];
  readonly containers: RawBlock["containers"];
  readonly span: Span;
  /** From the start of its first line, markers of lists and quotes included, to the end of its last, line end excluded. */
  readonly lines: Span;
  /** What stands before it in its first line: quote marks, list markers, indentation. */
  readonly prefix: string;
  /** Where that stands. */
  readonly prefixSpan: Span;
  /** The list items that begin with it, from the outside in. */
  readonly items: readonly ListKind[];
  /** What a reader gets of it: raw Markdown, without side-by-side markup. */
  readonly text: string;
  /** The English halves of its segments, one after the other. `undefined`: it has none. */
  readonly sourceText: string | undefined;
  readonly heading: Heading | undefined;
  readonly code: CodeBlock | undefined;
  readonly table: Table | undefined;
  readonly alert: Alert | undefined;
  readonly links: readonly Link[];
}

const known = new Attached<Document, readonly PageBlock[]>();

/** The leaf blocks of a page in page order, without those that are nothing but comments. Read once per page. */
export function pageBlocks(document: Document): readonly PageBlock[] {
  return known.of(document, readBlocks);
}

function readBlocks(document: Document): PageBlock[] {
  const clean = CleanText.of(document.text, document.frontMatter?.span.end ?? 0, document.segments);
  const page = { document, clean };
  const inside = new Contents(document);
  const blocks: PageBlock[] = [];
  for (const raw of scanBlocks(clean.text)) {
    const span = clean.toPage(raw.start, raw.end);
    const held = inside.takeOf(span);
    const text = clean.text.slice(raw.start, raw.end);
    if (raw.kind === "html" && isOnlyComments(text)) continue;
    blocks.push(new ReadBlock(page, raw, span, text, held));
  }
  return blocks;
}

interface ReadPage {
  readonly document: Document;
  readonly clean: CleanText;
}

/** A block; what only repairs and long comparisons ask for is worked out for them. */
class ReadBlock implements PageBlock {
  readonly kind: PageBlock["kind"];
  readonly meantKind: PageBlock["meantKind"];
  readonly containers: PageBlock["containers"];
  readonly span: Span;
  readonly prefix: string;
  readonly items: readonly ListKind[];
  readonly text: string;
  readonly heading: Heading | undefined;
  readonly code: CodeBlock | undefined;
  readonly table: Table | undefined;
  readonly alert: Alert | undefined;
  readonly links: readonly Link[];
  private readonly page: ReadPage;
  /** Offset into the clean text. */
  private readonly start: number;
  private english: { readonly text: string | undefined } | undefined;

  constructor(page: ReadPage, raw: RawBlock, span: Span, text: string, held: Held) {
    const clean = page.clean.text;
    const lineStart = lineStartAt(clean, raw.start);
    this.page = page;
    this.start = raw.start;
    this.kind = raw.kind;
    this.meantKind = meantKind(raw.kind, text);
    this.containers = raw.containers;
    this.span = span;
    this.prefix = clean.slice(lineStart, raw.start);
    this.items = itemsIn(markersAbove(clean, lineStart, raw.containers) + this.prefix);
    this.text = text;
    this.heading = held.heading;
    this.code = held.code;
    this.table = held.table;
    this.alert = held.alert;
    this.links = held.links;
  }

  get lines(): Span {
    return linesOf(this.page.document, this.span);
  }

  get prefixSpan(): Span {
    return this.page.clean.toPage(this.start - this.prefix.length, this.start);
  }

  get sourceText(): string | undefined {
    this.english ??= { text: joinSources(this.page.document, this.span) };
    return this.english.text;
  }
}

/** The English of the segments that start inside a span. */
function joinSources({ segments }: Document, { start, end }: Span): string | undefined {
  let first = 0;
  let high = segments.length;
  while (first < high) {
    const middle = (first + high) >> 1;
    if ((segments[middle] as Segment).targetSpan.start < start) first = middle + 1;
    else high = middle;
  }
  let past = first;
  while ((segments[past]?.targetSpan.start ?? end) < end) past += 1;
  if (past === first) return undefined;
  return segments
    .slice(first, past)
    .map(({ source }) => source)
    .join(" ");
}

/** Notes of writers and translators are nobody's text. */
function isOnlyComments(html: string): boolean {
  let rest = html.trim();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->", 4);
    if (end === -1) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest === "";
}

/** Whole lines, the English half of a last segment among them. */
function linesOf({ text, segments }: Document, { start, end }: Span): Span {
  const last = findAt(segments, Math.max(start, end - 1), (each) => each);
  const first = findAt(segments, start, (each) => each);
  return {
    start: lineAt(text, first?.span.start ?? start).start,
    end: lineAt(text, Math.max(end, last?.span.end ?? end)).end,
  };
}

/** `-` on a line of its own starts an item, too, which begins on the next line. */
function markersAbove(text: string, lineStart: number, containers: PageBlock["containers"]): string {
  if (lineStart === 0 || !containers.includes("list-item")) return "";
  const line = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
  return BARE_MARKERS.test(line) ? line : "";
}

const BARE_MARKERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\r]*)+\n$/;
const LIST_MARKER = /(?:([-*+])|\d{1,9}[.)])(?=\s|$)/g;

function itemsIn(prefix: string): ListKind[] {
  if (prefix === "") return [];
  return Array.from(prefix.matchAll(LIST_MARKER), ([, bullet]) =>
    bullet === undefined ? "ordered" : "bullet",
  );
}

type Held = Pick<PageBlock, "heading" | "code" | "table" | "alert" | "links">;

/** Deals what the scanner found out to the blocks that hold it. Blocks must be asked for in page order. */
class Contents {
  readonly #headings: Queue<Heading>;
  readonly #codeBlocks: Queue<CodeBlock>;
  readonly #tables: Queue<Table>;
  readonly #alerts: Queue<Alert>;
  readonly #links: Queue<Link>;

  constructor({ structure }: Document) {
    this.#headings = new Queue(structure.headings);
    this.#codeBlocks = new Queue(structure.codeBlocks);
    this.#tables = new Queue(structure.tables);
    this.#alerts = new Queue(structure.alerts);
    this.#links = new Queue(structure.links);
  }

  takeOf(block: Span): Held {
    return {
      heading: this.#headings.takeInside(block)[0],
      code: this.#codeBlocks.takeInside(block)[0],
      table: this.#tables.takeInside(block)[0],
      alert: this.#alerts.takeInside(block)[0],
      links: this.#links.takeInside(block),
    };
  }
}

const NOTHING: readonly never[] = [];

class Queue<T extends { readonly span: Span }> {
  readonly #items: readonly T[];
  #next = 0;
  /** Where the next item starts. */
  #nextStart: number;

  constructor(items: readonly T[]) {
    this.#items = items;
    this.#nextStart = items[0]?.span.start ?? Infinity;
  }

  /** What starts inside a span; what starts before it is dropped. */
  takeInside({ start, end }: Span): readonly T[] {
    if (this.#nextStart >= end) return NOTHING;
    const taken: T[] = [];
    while (this.#nextStart < end) {
      if (this.#nextStart >= start) taken.push(this.#items[this.#next] as T);
      this.#advance();
    }
    return taken;
  }

  #advance(): void {
    this.#next += 1;
    this.#nextStart = this.#items[this.#next]?.span.start ?? Infinity;
  }
}
