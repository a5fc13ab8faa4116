import { readdirSync } from "node:fs";
import { parseDocument } from "../../core/document/parse-document.ts";
import { stripPage } from "../../core/segments/strip.ts";
import type { Command } from "../command.ts";
import { findEnglish } from "../load-project.ts";
import { CONVERSION_OPTIONS, convertFiles } from "../convert-files.ts";

/** `lockstep strip`: what a reader gets. */
export const stripCommand: Command = {
  usage: "strip [PATH...] (--out DIR | --write) [OPTION...]",
  description:
    "Writes the clean form of every side-by-side page: the translation without the English and the markup around it.\n" +
    "Under --out DIR the files keep their paths, and all other files are copied as they are.",
  options: {
    ...CONVERSION_OPTIONS,
    write: { type: "boolean", help: "Write in place; files that are not side by side are left alone." },
  },
  run: (args, host) =>
    convertFiles(
      {
        command: "strip",
        action: "stripped",
        doing: "Stripping",
        open: (root, _, target) => ({
          convert: (_path, text) => ({ text: stripPage(parseDocument(text)) }),
          // English is looked for only where something could be written over.
          english: target === undefined || isEmpty(target) ? [] : findEnglish(root, args, host),
        }),
      },
      args,
      host,
    ),
};

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}
