import { ENGLISH_SCHEME } from "../../protocol.ts";
import { toUri } from "./uris.ts";

/** URI of the English that a page was made from, where it is in no file. `path` is what its tab shows. */
export function toEnglishUri(path: string, pageUri: string): string {
  const place = toUri(`/${path}`).slice("file://".length);
  return `${ENGLISH_SCHEME}:${place}?${encodeURIComponent(pageUri)}`;
}

/** URI of the page whose English such a URI names, in a file or not. `undefined`: it is no such URI. */
export function readEnglishUri(uri: string): string | undefined {
  const match = new RegExp(`^${ENGLISH_SCHEME}:[^?#]*\\?([^#]+)`).exec(uri);
  if (match === null) return undefined;
  try {
    const pageUri = decodeURIComponent(match[1] as string);
    return /^[a-z][a-z0-9+.-]*:/i.test(pageUri) ? pageUri : undefined;
  } catch {
    return undefined;
  }
}

/** Sets the English that a synced page was translated from apart from the English that it was synced with. */
const ORIGIN = "#origin";

/** The URI of a virtual page, for the English that a synced page was translated from. Other URIs stay as they are. */
export function toOriginUri(uri: string): string {
  return uri.startsWith(`${ENGLISH_SCHEME}:`) ? `${uri}${ORIGIN}` : uri;
}

/** Whether `toOriginUri` made a URI. */
export function isOriginUri(uri: string): boolean {
  return uri.endsWith(ORIGIN);
}
