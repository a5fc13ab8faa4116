import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { toMarkdown } from "./table.mjs";

const PAGE = "docs/performance.md";
const [START, END] = [
  "<!-- The last table: npm run bench -- --document -->",
  "<!-- End of the last table -->",
];

/** Puts the table into its place in the page about performance. */
export async function documentResults(root, machine, groups) {
  const path = join(root, PAGE);
  const text = readFileSync(path, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end === -1) throw new Error(`${PAGE} has no place for the table.`);
  const date = new Date().toISOString().slice(0, 10);
  const table = `${START}\n\n${machine}, ${date}.\n\n${toMarkdown(groups)}\n`;
  const page = text.slice(0, start) + table + text.slice(end);
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), filepath: path }));
}
