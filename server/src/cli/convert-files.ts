import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMarkdown } from "../core/links/paths.ts";
import { holdsContent } from "../io/holds-content.ts";
import { type Outcome, reasonOf } from "../io/problems.ts";
import { readPage } from "../io/read-page.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import type { Arguments } from "./arguments.ts";
import { outputFolder, placeOfOutput } from "./folders.ts";
import { type ExitCode, type Host, UsageError } from "./host.ts";
import { Log } from "./log.ts";
import { chosenFiles, openRoots, type Root } from "./roots.ts";
import { counted } from "../core/text/counted.ts";
import { overwrittenLine } from "./words.ts";

/** A command that writes every page of a folder in another form. */
export interface Conversion {
  /** `strip`. */
  readonly command: string;
  /** What it does to a page: `stripped`. */
  readonly action: string;
  /** The same while it does it: `Stripping`. */
  readonly doing: string;
  /** `target` is the folder of `--out`; `undefined`: the pages are written in place. */
  open(root: Root, log: Log, target: string | undefined): Converter;
}

/** Converts the pages of one root. */
export interface Converter {
  /** The page in its new form; the same text: it stays as it is. */
  convert(path: string, text: string): ConvertedPage | Promise<ConvertedPage>;
  /** The folders of the English pages, which are not to be written to; none, too, where nobody has looked for them. */
  readonly english: readonly string[];
  close?(): Promise<void>;
}

/** A page in its new form. */
export interface ConvertedPage {
  readonly text: string;
  /** What the JSON summary says beyond the action. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What became of one file. */
interface ConvertedFile {
  /** As the JSON summary has it. */
  readonly entry: { readonly root?: string; readonly file: string; readonly action: string };
  /** Whether a file of other content stood in its place under `--out`. */
  readonly isOverwriting: boolean;
}

/** The options of such a command. */
export const CONVERSION_OPTIONS = {
  out: { type: "string", value: "DIR", help: "Write to this folder." },
  format: {
    type: "string",
    value: "FORMAT",
    choices: ["text", "json"],
    help: "Form of the summary; text is the default.",
  },
} as const;

/** Runs such a command: to `--out`, where everything else is copied, or in place. */
export async function convertFiles(conversion: Conversion, args: Arguments, host: Host): Promise<ExitCode> {
  const out = args.text("out");
  if ((out === undefined) !== args.flag("write")) {
    throw new UsageError(
      `\`${conversion.command}\` needs either \`--out DIR\`, where to write, or \`--write\`, to write in place.`,
    );
  }
  const log = new Log(args, host);
  const roots = openRoots(args, host, log);
  if (out !== undefined && roots.length > 1) {
    throw new UsageError(
      "`--out` takes the files of one root: name one folder, or the common one with `--root`.",
    );
  }
  // Nothing is made where nothing was found that could be written.
  const target = out === undefined || roots.length === 0 ? undefined : outputFolder(out, host);
  const files: ConvertedFile[] = [];
  for (const root of roots) {
    for (const file of await convertRoot(conversion, root, target, log)) files.push(file);
  }
  log.progress.clear();
  print(files, conversion, args, host);
  return log.hasFailures ? 2 : 0;
}

async function convertRoot(
  conversion: Conversion,
  root: Root,
  target: string | undefined,
  log: Log,
): Promise<ConvertedFile[]> {
  const converter = conversion.open(root, log, target);
  const files: ConvertedFile[] = [];
  try {
    for (const path of chosenInputs(root, converter, target, log)) {
      log.progress.show(`${conversion.doing} ${root.show(path)}`);
      const { value, problem } = await convertFile(conversion, converter, root, path, target);
      if (problem === undefined) files.push(value);
      else log.failure(problem);
    }
  } finally {
    await converter.close?.();
  }
  return files;
}

/** The whole list is taken before the first file is written: the output may lie in the folder that is read. */
function chosenInputs(
  root: Root,
  { english }: Converter,
  target: string | undefined,
  log: Log,
): readonly string[] {
  const ownOutput = placeOfOutput(root.folder, target, english);
  return chosenFiles(root, log).filter(
    (path) => ownOutput === undefined || !path.startsWith(`${ownOutput}/`),
  );
}

async function convertFile(
  { action }: Conversion,
  converter: Converter,
  root: Root,
  path: string,
  target: string | undefined,
): Promise<Outcome<ConvertedFile>> {
  const name = root.show(path);
  const { value: converted, problem } = await convertPage(converter, root, path);
  if (problem !== undefined) return { problem };
  const entry = { ...(root.label !== undefined && { root: root.label }), file: path };
  if (converted === "as it is" && target === undefined) {
    return { value: { entry: { ...entry, action: "unchanged" }, isOverwriting: false } };
  }
  const content: Outcome<string | Uint8Array> =
    converted === "as it is" ? readBytes(join(root.folder, path), name) : { value: converted.text };
  if (content.problem !== undefined) return { problem: content.problem };
  const folder = target ?? root.folder;
  const file = join(folder, path);
  const isOverwriting = target !== undefined && existsSync(file) && !holdsContent(file, content.value);
  const failure = writeAtomically(file, content.value, { root: folder, name });
  if (failure !== undefined) return { problem: failure };
  const done = converted === "as it is" ? { action: "copied" } : { action, ...converted.details };
  return { value: { entry: { ...entry, ...done }, isOverwriting } };
}

async function convertPage(
  converter: Converter,
  root: Root,
  path: string,
): Promise<Outcome<ConvertedPage | "as it is">> {
  if (!isMarkdown(path) && !root.chosen.has(path)) return { value: "as it is" };
  const { value: text, problem } = readPage(join(root.folder, path), root.show(path));
  if (problem !== undefined) return { problem };
  const page = await converter.convert(path, text);
  return { value: page.text === text ? "as it is" : page };
}

function readBytes(file: string, name: string): Outcome<Uint8Array> {
  try {
    return { value: readFileSync(file) };
  } catch (error) {
    return { problem: `\`${name}\` cannot be read: ${reasonOf(error)}.` };
  }
}

function print(files: readonly ConvertedFile[], { action }: Conversion, args: Arguments, host: Host): void {
  if (args.text("format") === "json") {
    host.stdout.write(
      `${JSON.stringify({ version: 1, files: files.map(({ entry }) => entry) }, undefined, 2)}\n`,
    );
    return;
  }
  if (args.flag("quiet")) return;
  const count = (sought: string): number => files.filter(({ entry }) => entry.action === sought).length;
  const copied = args.flag("write")
    ? ""
    : `, ${counted(count("copied"), "other file", "other files")} copied`;
  const overwritten = files.filter(({ isOverwriting }) => isOverwriting).length;
  host.stderr.write(
    `${counted(count(action), "page", "pages")} ${action}${copied}.\n${overwrittenLine(overwritten)}`,
  );
}
