import { findHeader, findMissingFence, type Header } from "./find-header.ts";
import { readFlatHeader } from "./flat-header.ts";
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from "./front-matter.ts";
import { type HeaderContent, parseHeader } from "./parse-header.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

/** Reads the header of a page. `undefined`: the page has none. Never throws: what is wrong is in `problems`. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const header = findHeader(text);
  if (header === undefined) return undefined;

  const flat = header.language === "yaml" ? readFlatHeader(text, header.yamlSpan) : undefined;
  if (flat !== undefined) return toFrontMatter(text, header, { entries: flat, problems: [] });

  const content = parseHeader(text, header);
  const isBroken = content.problems.some(({ kind }) => kind === "syntax" || kind === "not-a-map");
  const unclosed = header.isClosed && isBroken ? findMissingFence(text, header) : undefined;
  if (unclosed === undefined) return toFrontMatter(text, header, content);
  return toFrontMatter(text, unclosed, parseHeader(text, unclosed));
}

function toFrontMatter(text: string, header: Header, { entries, problems }: HeaderContent): FrontMatter {
  const byKey = new Map<string, FrontMatterEntry>();
  const found = [...problems];
  for (const entry of entries) {
    if (byKey.has(entry.key)) found.push(duplicate(entry));
    byKey.set(entry.key, entry);
  }
  if (!header.isClosed) {
    const message = "The front matter is not closed, expected a line `---` after its last entry.";
    found.push({ kind: "unclosed", span: lastLineOf(text, header), message });
  }
  found.sort((a, b) => a.span.start - b.span.start);
  return {
    span: header.span,
    yamlSpan: header.yamlSpan,
    entries,
    byKey,
    problems: found,
    isClosed: header.isClosed,
  };
}

/** Where the closing fence is missing: the last line of the header that holds something. */
function lastLineOf(text: string, { fenceSpan, yamlSpan }: Header): Span {
  const end = yamlSpan.start + text.slice(yamlSpan.start, yamlSpan.end).trimEnd().length;
  return end <= yamlSpan.start ? fenceSpan : lineAt(text, end);
}

/** An entry whose key came before: the last one wins, so the earlier ones say nothing. */
function duplicate({ key, keySpan }: FrontMatterEntry): FrontMatterProblem {
  return {
    kind: "duplicate-key",
    span: keySpan,
    message: `\`${key}\` stands twice in the front matter, expected once. The last one counts.`,
  };
}
