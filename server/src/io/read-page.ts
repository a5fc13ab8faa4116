import { isAscii, isUtf8, transcode } from "node:buffer";
// `promises` by way of `node:fs`, which makes that module when it is first asked for: the command line does not.
import { promises, readFileSync } from "node:fs";
import { type Outcome, reasonOf } from "./problems.ts";

/**
 * The text of a file, its byte order mark included. `name` is how messages call it.
 *
 * Pages are UTF-8; anything else is refused, because its offsets, and what would be written back, would be wrong.
 */
export function readPage(path: string, name: string): Outcome<string> {
  const { value, problem } = readPageBytes(path, name);
  return problem === undefined ? { value: toText(value) } : { problem };
}

/** The same before it is decoded; `toText` does that. Bytes take half the room of a Chinese text. */
export function readPageBytes(path: string, name: string): Outcome<Buffer> {
  try {
    return check(readFileSync(path), name);
  } catch (error) {
    return { problem: `\`${name}\` cannot be read: ${reasonOf(error)}.` };
  }
}

/**
 * The text of bytes that `readPageBytes` has read. By way of UTF-16, which takes half the time of `toString("utf8")` with
 * Node.js 20, and for a text of ASCII a tenth.
 */
export function toText(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString("latin1") : transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

/** The same without holding up the event loop. */
export async function readPageInBackground(path: string, name: string): Promise<Outcome<string>> {
  try {
    const { value, problem } = check(await promises.readFile(path), name);
    return problem === undefined ? { value: toText(value) } : { problem };
  } catch (error) {
    return { problem: `\`${name}\` cannot be read: ${reasonOf(error)}.` };
  }
}

function check(bytes: Buffer, name: string): Outcome<Buffer> {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { problem: `\`${name}\` is UTF-16, expected UTF-8. Save it with the encoding UTF-8.` };
  if (isUtf8(bytes)) return { value: bytes };
  const line = lineOfDamage(bytes);
  return {
    problem: `\`${name}\` is not UTF-8 (line ${line}). Open it with its own encoding and save it as UTF-8.`,
  };
}

/** The first line, from 1, with bytes that are no UTF-8. No byte of a longer character looks like a line end. */
function lineOfDamage(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (newline === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
