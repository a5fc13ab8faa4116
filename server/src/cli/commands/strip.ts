import { mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseDocument } from "../../core/document/parse-document.ts";
import { isMarkdown } from "../../core/links/paths.ts";
import { stripPage } from "../../core/segments/strip.ts";
import { pathFrom } from "../../io/paths.ts";
import { type Outcome, reasonOf } from "../../io/problems.ts";
import { readPage } from "../../io/read-page.ts";
import { writeAtomically } from "../../io/write-atomically.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { type ExitCode, type Host, UsageError } from "../host.ts";
import { Log } from "../log.ts";
import { chosenFiles, openRoots, type Root } from "../roots.ts";
import { counted } from "../words.ts";

/** `lockstep strip`: what a reader gets. */
export const stripCommand: Command = {
  usage: "strip PATH... --out DIR | --write",
  description:
    "Writes the clean form of every side-by-side page: the translation without the English and the markup around it.\n" +
    "Under --out DIR the files keep their paths, and all other files are copied as they are.",
  options: {
    out: { type: "string", value: "DIR", help: "Write to this folder." },
    write: { type: "boolean", help: "Write in place; files that are not side by side are left alone." },
    format: {
      type: "string",
      value: "FORMAT",
      choices: ["text", "json"],
      help: "Form of the summary; text is the default.",
    },
  },
  run: (args, host) => Promise.resolve(strip(args, host)),
};

/** What became of one file. */
interface StrippedFile {
  readonly root?: string;
  readonly file: string;
  readonly action: "stripped" | "copied" | "unchanged";
}

function strip(args: Arguments, host: Host): ExitCode {
  const out = args.text("out");
  if ((out === undefined) !== args.flag("write")) {
    throw new UsageError(
      "`strip` needs either `--out DIR`, where to write, or `--write`, to write in place.",
    );
  }
  const log = new Log(args, host);
  const roots = openRoots(args, host, log);
  if (out !== undefined && roots.length > 1) {
    throw new UsageError(
      "`--out` takes the files of one root: name one folder, or the common one with `--root`.",
    );
  }
  const target = out === undefined ? undefined : createFolder(resolve(host.cwd, out), out);
  const files = roots.flatMap((root) => stripRoot(root, target, log));
  log.progress.clear();
  print(files, args, host);
  return log.hasFailures ? 2 : 0;
}

function stripRoot(root: Root, target: string | undefined, log: Log): StrippedFile[] {
  const ownOutput = target === undefined ? undefined : pathFrom(root.folder, target);
  if (ownOutput === "")
    throw new UsageError("`--out` names the folder that is read; `--write` writes in place.");
  // The whole list is taken before the first file is written: the output may lie in the folder that is read.
  const paths = chosenFiles(root, log).filter(
    (path) => ownOutput === undefined || !path.startsWith(`${ownOutput}/`),
  );
  const label = root.label === undefined ? {} : { root: root.label };
  return paths.flatMap((path) => {
    log.progress.show(`Stripping ${root.show(path)}`);
    const { value: action, problem } = stripFile(root, path, target);
    if (problem === undefined) return [{ ...label, file: path, action }];
    log.failure(problem);
    return [];
  });
}

function stripFile(root: Root, path: string, target: string | undefined): Outcome<StrippedFile["action"]> {
  const file = join(root.folder, path);
  const name = root.show(path);
  const { value: content, problem } = mayBePage(root, path) ? readClean(file, name) : readBytes(file, name);
  if (problem !== undefined) return { problem };
  const isStripped = typeof content === "string";
  if (!isStripped && target === undefined) return { value: "unchanged" };
  const folder = target ?? root.folder;
  const failure = writeAtomically(join(folder, path), content, { root: folder, name });
  return failure === undefined ? { value: isStripped ? "stripped" : "copied" } : { problem: failure };
}

function mayBePage(root: Root, path: string): boolean {
  return isMarkdown(path) || root.chosen.has(path);
}

/** The clean form of a side-by-side page; of any other, its bytes. */
function readClean(file: string, name: string): Outcome<string | Uint8Array> {
  const { value: text, problem } = readPage(file, name);
  if (problem !== undefined) return { problem };
  const clean = stripPage(parseDocument(text));
  return clean === text ? readBytes(file, name) : { value: clean };
}

function readBytes(file: string, name: string): Outcome<Uint8Array> {
  try {
    return { value: readFileSync(file) };
  } catch (error) {
    return { problem: `\`${name}\` cannot be read: ${reasonOf(error)}.` };
  }
}

function createFolder(path: string, name: string): string {
  try {
    mkdirSync(path, { recursive: true });
    return realpathSync(path);
  } catch (error) {
    throw new UsageError(`The folder \`${name}\` cannot be made: ${reasonOf(error)}.`);
  }
}

function print(files: readonly StrippedFile[], args: Arguments, host: Host): void {
  if (args.text("format") === "json") {
    host.stdout.write(`${JSON.stringify({ version: 1, files }, undefined, 2)}\n`);
    return;
  }
  if (args.flag("quiet")) return;
  const count = (action: StrippedFile["action"]): number =>
    files.filter((file) => file.action === action).length;
  const copied = args.flag("write")
    ? ""
    : `, ${counted(count("copied"), "other file", "other files")} copied`;
  host.stderr.write(`${counted(count("stripped"), "page", "pages")} stripped${copied}.\n`);
}
