/** SHA-1 of a text in UTF-8, hexadecimal. */
export function sha1Of(text: string): string {
  // Asked for here: most runs need no such module.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha1").update(text, "utf8").digest("hex");
}
