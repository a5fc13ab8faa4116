import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { toMarkdown } from "./table.mjs";

const PAGE = "docs/performance.md";
const [START, END] = [
  "<!-- The last table: npm run bench -- --document -->",
  "<!-- End of the last table -->",
];

/** Puts the tables of all sections into their place in the page about performance. */
export async function documentResults(root, sections) {
  const path = join(root, PAGE);
  const text = readFileSync(path, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end === -1) throw new Error(`${PAGE} has no place for the table.`);
  const tables = sections.map(({ groups }) => toMarkdown(groups)).join("\n");
  const where = new Set(sections.map(({ machine, date }) => `${machine}, ${date.slice(0, 10)}.`));
  const page = `${text.slice(0, start)}${START}\n\n${[...where].join("\n")}\n\n${tables}\n${text.slice(end)}`;
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), filepath: path }));
}
