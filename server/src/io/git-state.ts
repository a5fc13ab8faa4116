// `promises` by way of `node:fs`, see `read-page.ts`.
import { promises } from "node:fs";
import { join } from "node:path";
import { gitFoldersOf } from "./repository-state.ts";

/** What changes when objects or references come from elsewhere; each is written anew or gets another entry. */
const FILES = ["FETCH_HEAD", "packed-refs", "shallow", "objects/pack", "reftable"];

/**
 * A text that is another one after a commit, a checkout, a fetch: whenever Git may answer otherwise. Takes no process and
 * reads next to nothing, so that a server may ask often. `""`: the folder is in no repository, or nobody can tell.
 */
export async function gitStateOf(folder: string): Promise<string> {
  try {
    const folders = gitFoldersOf(folder);
    if (folders === undefined) return "";
    const { own, common } = folders;
    const head = await textOf(join(own, "HEAD"));
    const reference = referenceIn(head);
    const places = [...new Set([own, common])];
    const current = reference && (await Promise.all(places.map((each) => textOf(join(each, reference)))));
    const files = places.flatMap((each) => FILES.map((name) => join(each, name)));
    const references = await Promise.all(places.map((each) => foldersIn(join(each, "refs"))));
    const stamps = await Promise.all([...files, ...references.flat()].map(stampOf));
    return JSON.stringify([head, current, stamps]);
  } catch {
    return "";
  }
}

/** The branch that is checked out. A name with `..` in it is none, for Git either: it could lead out of the repository. */
function referenceIn(head: string): string | undefined {
  const name = /^ref: (refs\/.+)/.exec(head)?.[1]?.trimEnd();
  return name?.includes("..") === true ? undefined : name;
}

async function textOf(path: string): Promise<string> {
  return promises.readFile(path, "utf8").catch(() => "");
}

/** References are replaced by renaming, which leaves a trace on their folder: no need to read thousands. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await promises.readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter((entry) => entry.isDirectory());
  const found = await Promise.all(inner.map(({ name }) => foldersIn(join(folder, name))));
  return [folder, ...found.flat()];
}

async function stampOf(path: string): Promise<string> {
  return promises.stat(path).then(
    ({ ino, size, mtimeMs }) => `${path} ${ino} ${size} ${mtimeMs}`,
    () => "",
  );
}
