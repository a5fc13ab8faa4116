import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMarkdown } from "../core/links/paths.ts";
import { pathFrom } from "../io/paths.ts";
import { type Outcome, reasonOf } from "../io/problems.ts";
import { readPage } from "../io/read-page.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import type { Arguments } from "./arguments.ts";
import { outputFolder } from "./folders.ts";
import { type ExitCode, type Host, UsageError } from "./host.ts";
import { Log } from "./log.ts";
import { chosenFiles, openRoots, type Root } from "./roots.ts";
import { counted } from "./words.ts";

/** A command that writes every page of a folder in another form. */
export interface Conversion {
  /** `strip`. */
  readonly command: string;
  /** What it does to a page: `stripped`. */
  readonly action: string;
  /** The same while it does it: `Stripping`. */
  readonly doing: string;
  open(root: Root, log: Log): Converter;
}

/** Converts the pages of one root. */
export interface Converter {
  /** The page in its new form; the same text: it stays as it is. */
  convert(path: string, text: string): ConvertedPage | Promise<ConvertedPage>;
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
  readonly root?: string;
  readonly file: string;
  readonly action: string;
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
  for (const root of roots) files.push(...(await convertRoot(conversion, root, target, log)));
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
  const ownOutput = target === undefined ? undefined : pathFrom(root.folder, target);
  if (ownOutput === "")
    throw new UsageError("`--out` names the folder that is read; `--write` writes in place.");
  // The whole list is taken before the first file is written: the output may lie in the folder that is read.
  const paths = chosenFiles(root, log).filter(
    (path) => ownOutput === undefined || !path.startsWith(`${ownOutput}/`),
  );
  const label = root.label === undefined ? {} : { root: root.label };
  const converter = conversion.open(root, log);
  const files: ConvertedFile[] = [];
  try {
    for (const path of paths) {
      log.progress.show(`${conversion.doing} ${root.show(path)}`);
      const { value, problem } = await convertFile(conversion, converter, root, path, target);
      if (problem === undefined) files.push({ ...label, file: path, ...value });
      else log.failure(problem);
    }
  } finally {
    await converter.close?.();
  }
  return files;
}

async function convertFile(
  { action }: Conversion,
  converter: Converter,
  root: Root,
  path: string,
  target: string | undefined,
): Promise<Outcome<Omit<ConvertedFile, "file">>> {
  const file = join(root.folder, path);
  const name = root.show(path);
  let converted: ConvertedPage | undefined;
  if (isMarkdown(path) || root.chosen.has(path)) {
    const { value: text, problem } = readPage(file, name);
    if (problem !== undefined) return { problem };
    const page = await converter.convert(path, text);
    converted = page.text === text ? undefined : page;
  }
  if (converted === undefined && target === undefined) return { value: { action: "unchanged" } };
  const { value: content, problem } =
    converted === undefined ? readBytes(file, name) : { value: converted.text };
  if (problem !== undefined) return { problem };
  const folder = target ?? root.folder;
  const failure = writeAtomically(join(folder, path), content, { root: folder, name });
  if (failure !== undefined) return { problem: failure };
  return { value: converted === undefined ? { action: "copied" } : { action, ...converted.details } };
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
    host.stdout.write(`${JSON.stringify({ version: 1, files }, undefined, 2)}\n`);
    return;
  }
  if (args.flag("quiet")) return;
  const count = (sought: string): number => files.filter((file) => file.action === sought).length;
  const copied = args.flag("write")
    ? ""
    : `, ${counted(count("copied"), "other file", "other files")} copied`;
  host.stderr.write(`${counted(count(action), "page", "pages")} ${action}${copied}.\n`);
}
