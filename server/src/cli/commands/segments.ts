import type { Document } from "../../core/document/document.ts";
import { parseDocument } from "../../core/document/parse-document.ts";
import { cutSource } from "../../core/segments/cut-source.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { ExitCode, Host } from "../host.ts";
import { Log } from "../log.ts";
import { type Range, rangesOf } from "../positions.ts";
import { loadProjectConfig } from "../load-project.ts";
import { openRoots, readPages } from "../roots.ts";

/** `lockstep segments`: one line for each document. */
export const segmentsCommand: Command = {
  usage: "segments PATH... [OPTION...]",
  description:
    "Prints the segments of every document, one JSON object a line: the pairs of a side-by-side page in page order, or\n" +
    "what the localization pipeline would make segments of in an English page. A localized page in clean form has\n" +
    "segments only beside its English page; until the two can be aligned, its list is empty.",
  options: {
    as: {
      type: "string",
      value: "FORM",
      choices: ["source"],
      help: "Take every document for an English page.",
    },
    format: {
      type: "string",
      value: "FORMAT",
      choices: ["json", "text"],
      help: "Form of the output; json is the default.",
    },
  },
  run: (args, host) => Promise.resolve(printSegments(args, host)),
};

interface SegmentEntry {
  /** As written in the page; `null` for segments that have none. */
  readonly id: string | null;
  readonly source: string | null;
  readonly target: string | null;
  /** Of the whole pair, or of the English text in an English page. */
  readonly range: Range | null;
  /** Of the English text, where it stands in this page. */
  readonly sourceRange: Range | null;
}

function printSegments(args: Arguments, host: Host): ExitCode {
  const log = new Log(args, host);
  for (const root of openRoots(args, host, log)) {
    const { sourceFolder } = loadProjectConfig(root, args, host, log);
    for (const { path, text } of readPages(root, log)) {
      const document = parseDocument(text);
      const form = args.text("as") === "source" ? "source" : document.form;
      if (form === "clean") {
        if (sourceFolder !== undefined) {
          log.failure(
            `${root.show(path)}: A page in clean form cannot be aligned with its English page yet.`,
          );
          continue;
        }
        log.note(`${root.show(path)}: A page in clean form; without its English page it has no segments.`);
      }
      const file = root.label === undefined ? { file: path } : { root: root.label, file: path };
      host.stdout.write(print(args, root.show(path), { ...file, form, segments: entriesOf(document, form) }));
    }
  }
  return log.hasFailures ? 2 : 0;
}

interface DocumentSegments {
  readonly root?: string;
  readonly file: string;
  readonly form: Document["form"];
  readonly segments: readonly SegmentEntry[];
}

function entriesOf(document: Document, form: Document["form"]): SegmentEntry[] {
  const toRange = rangesOf(document.text);
  if (form === "source") {
    return cutSource(document).map(({ span, text }) => {
      const range = toRange(span);
      return { id: null, source: text, target: null, range, sourceRange: range };
    });
  }
  return document.segments.map(({ id, source, target, span, sourceSpan }) => ({
    id,
    source,
    target,
    range: toRange(span),
    sourceRange: toRange(sourceSpan),
  }));
}

function print(args: Arguments, shownPath: string, document: DocumentSegments): string {
  if (args.text("format") !== "text") return `${JSON.stringify(document)}\n`;
  const lines = document.segments.map(({ id, source, target, range }) => {
    const place = range === null ? "" : `:${range.start.line + 1}:${range.start.character + 1}`;
    const texts = [target, source].filter((each) => each !== null).map((each) => `    ${oneLine(each)}\n`);
    return `  ${id ?? "-"}${place}\n${texts.join("")}`;
  });
  return `${shownPath} (${document.form}, ${document.segments.length} segments)\n${lines.join("")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
