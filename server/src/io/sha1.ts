import { createHash } from "node:crypto";

/** SHA-1 of a text in UTF-8, hexadecimal. */
export function sha1Of(text: string): string {
  return createHash("sha1").update(text, "utf8").digest("hex");
}
