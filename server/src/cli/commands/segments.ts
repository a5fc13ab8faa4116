import { alignDocuments } from "../../core/align/align-documents.ts";
import type { Document } from "../../core/document/document.ts";
import { parseDocument } from "../../core/document/parse-document.ts";
import { cutSource, isWrapped } from "../../core/segments/cut-source.ts";
import { textAt } from "../../core/text/span.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { ExitCode, Host } from "../host.ts";
import { Log } from "../log.ts";
import { type Range, rangesOf } from "../positions.ts";
import { englishOf, isTranslationOf } from "../english-of.ts";
import { loadProject, type Project } from "../load-project.ts";
import { openRoots } from "../roots.ts";
import { oneLine } from "../../core/text/one-line.ts";

/** `lockstep segments`: one line for each document. */
export const segmentsCommand: Command = {
  usage: "segments [PATH...] [OPTION...]",
  description:
    "Prints the segments of every document, one JSON object a line: the pairs of a side-by-side page in page order; of a\n" +
    "localized page in clean form its sentences, lined up with those of its English page; or what the localization\n" +
    "pipeline would make segments of in an English page.",
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
  run: printSegments,
};

interface SegmentEntry {
  /** As written in the page; `null` for segments that have none. */
  readonly id: string | null;
  readonly source: string | null;
  readonly target: string | null;
  /** Of the whole pair; of the translation in a clean page; of the English text in an English page. */
  readonly range: Range | null;
  /** Of the English text: in this page, or, of a clean page, in the English page. */
  readonly sourceRange: Range | null;
  /** Of a clean page: how sure it is that the two belong together, from 0 to 1. */
  readonly confidence?: number;
}

async function printSegments(args: Arguments, host: Host): Promise<ExitCode> {
  const log = new Log(args, host);
  for (const root of openRoots(args, host, log)) {
    const project = loadProject(root, args, host, log);
    try {
      for (const { path, text } of project.pages) {
        const document = parseDocument(text);
        const { form, english } = await formOf(path, document, project, args);
        if (form === "clean" && english === undefined) {
          log.note(`${root.show(path)}: A page in clean form; without its English page it has no segments.`);
        }
        const file = root.label === undefined ? { file: path } : { root: root.label, file: path };
        const segments = entriesOf(document, form, english);
        host.stdout.write(print(args, root.show(path), { ...file, form, segments }));
      }
    } finally {
      await project.sources.close();
    }
  }
  return log.hasFailures ? 2 : 0;
}

/** The form that a page is taken for, and the English page of a clean one. */
async function formOf(
  path: string,
  document: Document,
  project: Project,
  args: Arguments,
): Promise<{ form: Document["form"]; english: Document | undefined }> {
  const { form } = document;
  if (args.text("as") === "source") return { form: "source", english: undefined };
  if (form === "sxs") return { form, english: undefined };
  const english = (await englishOf(path, document, project, args))?.document;
  const isClean = form === "clean" || (english !== undefined && isTranslationOf(document, english));
  return isClean ? { form: "clean", english } : { form, english: undefined };
}

interface DocumentSegments {
  readonly root?: string;
  readonly file: string;
  readonly form: Document["form"];
  readonly segments: readonly SegmentEntry[];
}

function entriesOf(
  document: Document,
  form: Document["form"],
  english: Document | undefined,
): SegmentEntry[] {
  switch (form) {
    case "sxs":
      return writtenEntries(document);
    case "clean":
      return english !== undefined && isWrapped(english) ? alignedEntries(document, english) : [];
    case "source":
      return sourceEntries(document);
  }
}

function writtenEntries({ text, segments }: Document): SegmentEntry[] {
  const toRange = rangesOf(text);
  return segments.map(({ id, source, target, span, sourceSpan }) => ({
    id,
    source,
    target,
    range: toRange(span),
    sourceRange: toRange(sourceSpan),
  }));
}

function alignedEntries(document: Document, english: Document): SegmentEntry[] {
  const toRange = rangesOf(document.text);
  const toEnglishRange = rangesOf(english.text);
  return alignDocuments(document, english).map(({ source, target, confidence }) => ({
    id: null,
    source: source?.text ?? null,
    // As it stands in the file, the markers of a quote on later lines included: so it stands in a side-by-side page.
    target: target === undefined ? null : textAt(document.text, target.span),
    range: target === undefined ? null : toRange(target.span),
    sourceRange: source === undefined ? null : toEnglishRange(source.span),
    confidence: Math.round(confidence * 1000) / 1000,
  }));
}

function sourceEntries(document: Document): SegmentEntry[] {
  const toRange = rangesOf(document.text);
  return cutSource(document).map(({ span, text }) => {
    const range = toRange(span);
    return { id: null, source: text, target: null, range, sourceRange: range };
  });
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
