import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import { scanInline } from "./scan-inline.ts";
import type { RawBlock } from "./scan-blocks.ts";
import { slugOf } from "./slug.ts";
import type { Heading } from "./structure.ts";

const TAB = /^\[.*\]\(#tab\/([^\s)]+)\)$/s;

/** Reads a heading: its text in both languages, its anchors and the bookmarks that it answers to. */
export function readHeading(
  clean: CleanText,
  page: string,
  block: RawBlock,
  segments: readonly Segment[],
): Heading {
  const start = block.lines[0]?.start ?? block.span.start;
  const end = block.lines.at(-1)?.end ?? start;
  const written = clean.text.slice(start, end);
  const contentSpan = clean.toPage(start, end);
  const { text, anchorNames } = takeAnchors(written);
  const source = segments.length === 0 ? undefined : takeAnchors(sourceOf(page, contentSpan, segments)).text;
  return new SluggedHeading({
    level: (block.level ?? 1) as Heading["level"],
    span: clean.toPage(block.span.start, block.span.end),
    contentSpan,
    text,
    sourceText: source,
    anchorNames,
    tabId: TAB.exec(text)?.[1],
  });
}

/** A heading whose slugs are made when somebody asks: that takes longer than all else, and few pages are linked into. */
class SluggedHeading implements Heading {
  readonly level: Heading["level"];
  readonly span: Heading["span"];
  readonly contentSpan: Heading["contentSpan"];
  readonly text: string;
  readonly sourceText: string | undefined;
  readonly anchorNames: readonly string[];
  readonly tabId: string | undefined;
  #slug: string | undefined;
  #sourceSlug: string | undefined;

  constructor(found: Omit<Heading, "slug" | "sourceSlug">) {
    this.level = found.level;
    this.span = found.span;
    this.contentSpan = found.contentSpan;
    this.text = found.text;
    this.sourceText = found.sourceText;
    this.anchorNames = found.anchorNames;
    this.tabId = found.tabId;
  }

  get slug(): string {
    this.#slug ??= slugOf(this.text);
    return this.#slug;
  }

  get sourceSlug(): string | undefined {
    if (this.sourceText !== undefined) this.#sourceSlug ??= slugOf(this.sourceText);
    return this.#sourceSlug;
  }
}

/** The heading with English in place of each translation. */
function sourceOf(
  page: string,
  contentSpan: { start: number; end: number },
  segments: readonly Segment[],
): string {
  let text = "";
  let position = contentSpan.start;
  for (const { span, source } of segments) {
    // The content of a heading that is one segment starts inside that segment's markup.
    if (span.start > position) text += page.slice(position, span.start);
    text += source;
    position = span.end;
  }
  return contentSpan.end > position ? text + page.slice(position, contentSpan.end) : text;
}

/** An anchor as the pipeline writes it at the start of each heading. Nothing stands before it that could change it. */
const FIRST_ANCHOR = /^<a name="([^"<>&\n]*)"><\/a>/;

/** Takes `<a name="…"></a>` and other empty anchors out of a heading. */
function takeAnchors(written: string): { text: string; anchorNames: string[] } {
  if (!written.includes("<")) return { text: written, anchorNames: [] };
  const [first, firstName] = FIRST_ANCHOR.exec(written) ?? [];
  if (first !== undefined && firstName !== undefined && !written.includes("<", first.length))
    return { text: written.slice(first.length).trim(), anchorNames: [firstName] };

  const anchorNames: string[] = [];
  let text = "";
  let position = 0;
  for (const { span, name, attributes } of scanInline(written).htmlTags) {
    const names = attributes.filter((each) => each.name === "id" || (each.name === "name" && name === "a"));
    anchorNames.push(...names.map((each) => each.value));
    if (name !== "a") continue;
    text += written.slice(position, span.start);
    position = span.end;
  }
  return { text: (text + written.slice(position)).trim(), anchorNames };
}
