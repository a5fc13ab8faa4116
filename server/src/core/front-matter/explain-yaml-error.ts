import type { YAMLError } from "yaml";
import { quote } from "../text/quote.ts";
import { keyOfLine } from "./find-header.ts";
import type { FrontMatterProblem } from "./front-matter.ts";

/**
 * A finding's words for an error of the `yaml` package. `chunk` is the entry that holds it, standing at `offset` of the
 * page. The span is the line where YAML stumbled, without blanks around it.
 */
export function explainYamlError(error: YAMLError, chunk: string, offset: number): FrontMatterProblem {
  const place = Math.min(error.pos[0], Math.max(0, chunk.trimEnd().length - 1));
  const lineStart = chunk.lastIndexOf("\n", place - 1) + 1;
  const newline = chunk.indexOf("\n", place);
  const line = chunk.slice(lineStart, newline === -1 ? chunk.length : newline);
  const start = offset + lineStart + line.length - line.trimStart().length;
  const span = { start, end: Math.max(start, offset + lineStart + line.trimEnd().length) };
  return { kind: "syntax", span, message: messageFor(error, chunk, line) };
}

function messageFor(error: YAMLError, chunk: string, line: string): string {
  const key = keyOfLine(chunk.split("\n", 1)[0] as string);
  if (key === undefined) return `${quote(line.trim())} in the front matter is no \`key: value\` entry.`;
  if (error.code === "TAB_AS_INDENT")
    return "This line of the front matter is indented with a tab, expected blanks.";

  const value = chunk.slice(chunk.indexOf(":", chunk.indexOf(key) + key.length) + 1).trim();
  const mark = value[0];
  if (error.code === "MISSING_CHAR" && (mark === '"' || mark === "'")) {
    return `The value of \`${key}\` starts with \`${mark}\`, but the closing quote is missing.`;
  }
  if (error.code === "BLOCK_AS_IMPLICIT_KEY") {
    return `The value of \`${key}\` holds a colon followed by a blank, which YAML takes for another key. Put the value in quotes.`;
  }
  if (error.code === "BAD_SCALAR_START") {
    return `The value of \`${key}\` starts with \`${value.slice(0, 1)}\`, which means something else in YAML. Put the value in quotes.`;
  }
  if (error.code === "UNEXPECTED_TOKEN" && (mark === '"' || mark === "'")) {
    return `The value of \`${key}\` goes on after its closing \`${mark}\`. Double the quotes inside, or put the whole value in other quotes.`;
  }
  return `The value of \`${key}\` is not valid YAML. Put it in quotes.`;
}
