import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFolder } from "./create-folder.ts";

/** The newest files are kept, up to so many bytes: some hundred roots of some thousand pages. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Temporary files that are older belong to a process that was killed. */
const OLDEST_TEMPORARY = 60 * 60 * 1000;

const NAME = /^[\w.-]+-[0-9a-f]{64}$/;
const TEMPORARY_NAME = /^[\w.-]+-[0-9a-f]{64}\.[0-9a-f]{16}\.tmp$/;

/** SHA-256, as 64 hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  // Asked for here: Node.js takes 4 ms to make that module, and a run that keeps nothing does without.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}

/**
 * What was kept under a name, if it was kept with the same key and is whole: the file begins with the digest of all that
 * follows, the key first. `undefined`: nothing is there that can be used. Never throws.
 */
export function readCacheFile(folder: string, name: string, key: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(folder, name));
    const content = bytes.subarray(DIGEST_LENGTH);
    if (bytes.toString("latin1", 0, DIGEST_LENGTH) !== digestOf(content)) return undefined;
    const body = content.subarray(DIGEST_LENGTH);
    return content.toString("latin1", 0, DIGEST_LENGTH) === digestOf(key) ? body : undefined;
  } catch {
    // Not there, or not to be read: the work is done anew.
    return undefined;
  }
}

/**
 * The same of a file that belongs to the program, and is as whole as its other files: nobody checks that. `undefined`: it
 * is not there, or cannot be read.
 */
export function readBuiltFile(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name)).subarray(2 * DIGEST_LENGTH);
  } catch {
    return undefined;
  }
}

const DIGEST_LENGTH = 64;

/**
 * Keeps something under a name (letters, digits and a digest, see `NAME`), in place of what was there. Another process
 * sees the old file or the new one. What cannot be written is not kept. Never throws.
 */
export function writeCacheFile(folder: string, name: string, key: string, body: string | Uint8Array): void {
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const temporary = join(folder, `${name}.${randomBytes(8).toString("hex")}.tmp`);
  try {
    createFolder(folder);
    const content = Buffer.concat([Buffer.from(digestOf(key), "latin1"), Buffer.from(body)]);
    writeFileSync(temporary, Buffer.concat([Buffer.from(digestOf(content), "latin1"), content]), {
      flag: "wx",
      // What pages say is for their readers.
      mode: 0o600,
    });
    renameSync(temporary, join(folder, name));
    removeOld(folder);
  } catch {
    removeIfThere(temporary);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder is none, or is not ours to write in.
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => NAME.test(name) || TEMPORARY_NAME.test(name))
    .flatMap((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found === undefined ? [] : [{ name, size: found.size, time: found.mtimeMs }];
    })
    .sort((a, b) => b.time - a.time);
  let total = 0;
  for (const { name, size, time } of files) {
    const isLeftOver = TEMPORARY_NAME.test(name) && time < Date.now() - OLDEST_TEMPORARY;
    if (NAME.test(name)) total += size;
    if (total > MOST_BYTES || isLeftOver) removeIfThere(join(folder, name));
  }
}
