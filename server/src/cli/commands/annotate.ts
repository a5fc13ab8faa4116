import { type AnnotatedPage, annotatePage, type LeftOut } from "../../core/align/annotate-page.ts";
import type { Document } from "../../core/document/document.ts";
import { parseDocument } from "../../core/document/parse-document.ts";
import { findSourceHash, sourceHashOf } from "../../core/source/hash.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { CONVERSION_OPTIONS, type ConvertedPage, type Converter, convertFiles } from "../convert-files.ts";
import { englishOf, isTranslationOf } from "../english-of.ts";
import { englishFolders } from "../folders.ts";
import { type ExitCode, type Host, UsageError } from "../host.ts";
import { loadProject, type Project } from "../load-project.ts";
import type { Log } from "../log.ts";
import { rangesOf } from "../positions.ts";
import type { Root } from "../roots.ts";
import { counted } from "../../core/text/counted.ts";

/** `lockstep annotate`: the way back from `strip`. */
export const annotateCommand: Command = {
  usage: "annotate [PATH...] (--out DIR | --write) [OPTION...]",
  description:
    "Writes the side-by-side form of every clean page: under each sentence of the translation the English that it\n" +
    "renders, taken from the English page. `strip` gives the clean page back, byte for byte. Sentences whose English is\n" +
    "not certain enough stay as they are, and are counted.\n" +
    "Under --out DIR the files keep their paths, and all other files are copied as they are.",
  options: {
    ...CONVERSION_OPTIONS,
    write: { type: "boolean", help: "Write in place; files that are no clean pages are left alone." },
    prefix: {
      type: "string",
      value: "HEX",
      help: "The five hexadecimal digits before the numbers of all segments; else each page gets its own.",
    },
  },
  run: annotate,
};

function annotate(args: Arguments, host: Host): Promise<ExitCode> {
  const prefix = args.text("prefix");
  if (prefix !== undefined && !/^[0-9a-f]{5}$/.test(prefix)) {
    throw new UsageError(
      `\`--prefix\` takes five hexadecimal digits in lower case, as in \`1a2b3\`; it is \`${prefix}\`.`,
    );
  }
  return convertFiles(
    {
      command: "annotate",
      action: "annotated",
      doing: "Annotating",
      open: (root, log) => new Annotator(root, loadProject(root, args, host, log), args, log),
    },
    args,
    host,
  );
}

class Annotator implements Converter {
  readonly #root: Root;
  readonly #project: Project;
  readonly #args: Arguments;
  readonly #log: Log;

  constructor(root: Root, project: Project, args: Arguments, log: Log) {
    this.#root = root;
    this.#project = project;
    this.#args = args;
    this.#log = log;
  }

  get english(): readonly string[] {
    return englishFolders(this.#root.folder, this.#project.sources.found?.source);
  }

  async convert(path: string, text: string): Promise<ConvertedPage> {
    const document = parseDocument(text);
    if (document.form === "sxs") return { text };
    const english = await englishOf(path, document, this.#project, this.#args);
    if (english === undefined) {
      if (document.form === "clean")
        this.#log.note(`${this.#root.show(path)}: Its English page is not known.`);
      return { text };
    }
    if (!isTranslationOf(document, english.document)) return { text };
    const annotated = annotatePage(
      document,
      english.document,
      this.#args.text("prefix") ?? prefixOf(path, document),
    );
    this.#noteLeftOut(path, annotated);
    const toRange = rangesOf(text);
    const leftOut = annotated.leftOut.map(({ span, reason }) => ({ reason, range: toRange(span) }));
    return { text: annotated.text, details: { segments: annotated.count, leftOut } };
  }

  close(): Promise<void> {
    return this.#project.sources.close();
  }

  #noteLeftOut(path: string, { leftOut }: AnnotatedPage): void {
    if (leftOut.length === 0) return;
    const reasons = Object.entries(REASONS).flatMap(([reason, words]) => {
      const count = leftOut.filter((each) => each.reason === reason).length;
      return count === 0 ? [] : [`${count} ${words}`];
    });
    const sentences = counted(leftOut.length, "sentence stays", "sentences stay");
    this.#log.note(`${this.#root.show(path)}: ${sentences} without English: ${reasons.join(", ")}.`);
  }
}

const REASONS: Readonly<Record<LeftOut["reason"], string>> = {
  "no-english": "with nothing like it in the English page",
  uncertain: "too uncertain",
  "not-reversible": "that `strip` would not give back as it is",
};

/**
 * Where the pipeline takes another prefix at every run, this one stays until the page is made from another English:
 * running the command again gives the same bytes.
 */
function prefixOf(path: string, { frontMatter }: Document): string {
  return sourceHashOf(`${path}\n${findSourceHash(frontMatter) ?? ""}`).slice(0, 5);
}
