import { readFileSync } from "node:fs";

/** Whether a file has exactly this content, a text as UTF-8. `false` where there is none, or where it cannot be read. */
export function holdsContent(path: string, content: string | Uint8Array): boolean {
  try {
    return readFileSync(path).equals(typeof content === "string" ? Buffer.from(content) : content);
  } catch {
    return false;
  }
}
