import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Pages with one of each thing that takes the program somewhere where neither the samples nor the examples of the rules
 * do: two stray asterisks in one segment, code in a list in a quotation, a repository whose name has a locale. What a
 * first run has to compile itself costs a check of 500 pages a fiftieth of its time.
 */
const PAGES = "scripts/warm-up";
const RULES = "docs/rules";
const EXAMPLE = /^````md (?:in)?valid\n(.*?)^````$/gms;
/** Where another file of an example begins. */
const FILE_HEADER = /^\/\/- (\S+)\n/m;
const COMMITTED = "HEAD:";

/**
 * What `use` gives of the folders whose check takes the program through nearly all of its rules: the samples, the examples
 * of all rules, and pages made for it. The examples are files until then, each example in a folder of its own.
 */
export async function withWarmUpFolders(use) {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-warm-up-"));
  try {
    await writeExamples(folder);
    const names = await readdir(PAGES);
    return await use(["samples", folder, ...names.map((name) => join(PAGES, name))]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeExamples(folder) {
  const names = await readdir(RULES, { recursive: true });
  for (const name of names.filter((each) => each.endsWith(".md")).sort()) {
    const page = await readFile(join(RULES, name), "utf8");
    for (const [nth, [, text]] of [...page.matchAll(EXAMPLE)].entries()) {
      for (const [path, content] of filesOf(text)) {
        const file = join(folder, name.slice(0, -".md".length), String(nth), path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    }
  }
}

/** Paths with their content; an example that names no file is one page. Without pages as they were committed. */
function filesOf(text) {
  const [first, ...others] = text.split(FILE_HEADER);
  const files = first === "" ? [] : [["page.md", first]];
  for (let nth = 0; nth < others.length; nth += 2) files.push([others[nth], others[nth + 1]]);
  // On some disks no file may have a colon in its name.
  return files.filter(([path]) => !path.startsWith(COMMITTED));
}
