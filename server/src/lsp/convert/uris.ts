/**
 * Paths of this layer are absolute, with `/` and without a trailing one: `/docs/a.md`, `c:/docs/a.md`,
 * `//server/share/a.md`. The same text means the same file, so that paths can be keys; editors write one URI in several
 * ways (`file:///C:/`, `file:///c%3A/`).
 */

/** The path behind a `file:` URI; `undefined` for other schemes and for what is no URI. */
export function toPath(uri: string): string | undefined {
  const match = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri);
  if (match === null) return undefined;
  const path = decode(match[2] as string);
  if (path === undefined) return undefined;
  const drive = /^\/([a-z]):(.*)$/is.exec(path);
  const full = drive === null ? path : `${(drive[1] as string).toLowerCase()}:${drive[2] as string}`;
  const host = match[1] === "" || match[1] === "localhost" ? "" : `//${match[1] as string}`;
  return withoutTrailingSlash(host + full);
}

/** The `file:` URI of a path, written as VS Code writes it. */
export function toUri(path: string): string {
  const host = /^\/\/([^/]+)(.*)$/s.exec(path);
  const rest = host === null ? path : (host[2] as string);
  const rooted = rest.startsWith("/") ? rest : `/${rest}`;
  return `file://${host?.[1] ?? ""}${rooted.split("/").map(encode).join("/")}`;
}

/** The path below a folder, `""` for the folder itself; `undefined`: it lies elsewhere. */
export function pathWithin(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

// VS Code leaves these as they are only when they are unreserved; encodeURIComponent spares five more.
function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
