import type { Span } from "../server/src/core/text/span.ts";

/** One file of a fixture, its marks and expectations taken out. */
export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  /** Places between `[|` and `|]`, in page order. */
  readonly marks: readonly Span[];
  /** What `//^ ` lines say, in page order: one for each mark. */
  readonly expected: readonly string[];
}

const FILE_HEADER = /^\/\/- (\S+)$/;
const EXPECTATION = /^\/\/\^ (.*)$/;

/**
 * Reads a fixture: Markdown with `//- path` lines that start a file, `[|…|]` marks and `//^ rule-id: message` lines,
 * one for each mark. Marks and lines are taken out before the page is parsed, so that the tested text is the real one.
 * A fixture without a header is one page, `page.md`. The line end before a file header belongs to no file.
 */
export function readFixture(fixture: string): FixtureFile[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of fixture.split("\n")) {
    const header = FILE_HEADER.exec(line.replace(/\r$/, ""));
    if (header !== null) {
      files.push({ path: header[1] as string, lines: [] });
      continue;
    }
    if (files.length === 0) files.push({ path: "page.md", lines: [] });
    files.at(-1)?.lines.push(line);
  }
  return files.map(({ path, lines }) => readFile(path, lines));
}

function readFile(path: string, lines: readonly string[]): FixtureFile {
  const expected: string[] = [];
  const kept: string[] = [];
  for (const line of lines) {
    const match = EXPECTATION.exec(line.replace(/\r$/, ""));
    if (match === null) kept.push(line);
    else expected.push(match[1] as string);
  }
  return { path, expected, ...takeMarks(path, kept.join("\n")) };
}

function takeMarks(path: string, marked: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  const open: number[] = [];
  let text = "";
  let position = 0;
  for (const match of marked.matchAll(/\[\||\|\]/g)) {
    text += marked.slice(position, match.index);
    position = match.index + 2;
    if (match[0] === "[|") {
      open.push(text.length);
      continue;
    }
    const start = open.pop();
    if (start === undefined) throw new Error(`${path}: \`|]\` without \`[|\`.`);
    marks.push({ start, end: text.length });
  }
  if (open.length > 0) throw new Error(`${path}: \`[|\` without \`|]\`.`);
  text += marked.slice(position);
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}
