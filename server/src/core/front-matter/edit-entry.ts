import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { FrontMatterEntry } from "./front-matter.ts";

/** Gives an entry another value, which must need no escapes. Quotes stay as they are. */
export function replaceValue(entry: FrontMatterEntry, value: string): TextEdit {
  const quote = entry.style === "double-quoted" ? '"' : entry.style === "single-quoted" ? "'" : "";
  return writeValue(entry, `${quote}${value}${quote}`);
}

/** Gives an entry another value, written as it is to stand there, quotes included. */
export function writeValue({ valueSpan, rawValue }: FrontMatterEntry, written: string): TextEdit {
  return { span: valueSpan, newText: rawValue === "" ? ` ${written}` : written };
}

/** The lines of an entry, the line end of the last one included. */
export function linesOf(text: string, { keySpan, valueSpan }: FrontMatterEntry): Span {
  const newline = text.indexOf("\n", valueSpan.end);
  return {
    start: text.lastIndexOf("\n", keySpan.start - 1) + 1,
    end: newline === -1 ? text.length : newline + 1,
  };
}
