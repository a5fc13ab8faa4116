import type { Span } from "../text/span.ts";

/** What a link's target is, told by its shape alone. */
export type TargetKind =
  /** `../setup/install.md#step-1`, `media/x.png` */
  | "relative"
  /** `~/articles/install.md`: from the docset's root, where `docfx.json` stands */
  | "docset"
  /** `#step-1`: in the same page */
  | "bookmark"
  /** `#tab/windows`: a tab, not a place */
  | "tab"
  /** `/azure/storage/x`: on the site that publishes the page */
  | "site-absolute"
  /** `https://host/path`, `//host/path` */
  | "url"
  /** `xref:System.String` */
  | "xref"
  /** `mailto:someone@example.com` */
  | "mail"
  /** `tel:`, `command:`, `data:`, `ms-settings:` and the like */
  | "other-scheme"
  /** `C:\docs\x.md`, `\\server\share\x.md`: on somebody's own machine */
  | "local-path"
  /** Nothing, or blanks. */
  | "empty";

/** A link's target, taken apart. Spans are UTF-16 offsets into the target. */
export interface Target {
  readonly kind: TargetKind;
  /**
   * The path with percent-encoding undone, as far as it can be undone: of a relative target the path, of a docset path
   * what follows `~/`, of a URL what follows the host. Empty where there is none.
   */
  readonly path: string;
  /** Where the path stands, `~/`, scheme and host excluded. */
  readonly pathSpan: Span;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  /** What follows the first `#`, percent-encoding undone; `undefined`: no `#`. */
  readonly bookmark: string | undefined;
  /** Where the bookmark stands, `#` excluded; empty and at the end where there is none. */
  readonly bookmarkSpan: Span;
  /** Lower case, without the colon: `https`; empty for `//host/path`. `undefined`: the target names none. */
  readonly scheme: string | undefined;
  /** Of a URL: lower case, without user and port. `undefined` for all else. */
  readonly host: string | undefined;
}

// One letter is a drive, not a scheme.
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
/** What a host ends before. */
const HOST_END = /[/?#\\]/g;
const LOCAL_PATH = /^(?:[a-z]:[\\/]|file:)/i;
const WEB = /^https?:\/\//i;
const DOCSET = /^~[\\/]/;
const TAB = /^#tab\//i;

/** Takes a target apart. Total: any text is one of the kinds. */
export function parseTarget(target: string): Target {
  const kind = kindOf(target);
  const scheme = target.includes(":") ? schemeOf(target) : undefined;
  if (kind === "url") return parseUrl(target, scheme);
  return partsOf(kind, target, pathStartOf(kind, target, scheme), { scheme });
}

function pathStartOf(kind: TargetKind, target: string, scheme: string | undefined): number {
  if (kind === "docset") return "~/".length;
  if (kind === "empty") return target.length;
  return scheme === undefined || kind === "local-path" ? 0 : scheme.length + 1;
}

/** The kind alone, which most of those who ask for the targets of a page need: a few first characters tell it. */
export function kindOf(target: string): TargetKind {
  switch (target.charAt(0)) {
    case "#":
      return TAB.test(target) ? "tab" : "bookmark";
    case "?":
      // `?view=x#y` leads back to the page itself, as `#y` does.
      return "bookmark";
    case "/":
      return target.charAt(1) === "/" ? "url" : "site-absolute";
    case "~":
      return DOCSET.test(target) ? "docset" : "relative";
    case "\\":
      return target.charAt(1) === "\\" ? "local-path" : "relative";
    default:
      if (target.includes(":")) return kindOfStart(target);
      return target.trim() === "" ? "empty" : "relative";
  }
}

/** Of a target with a colon, which may be that of a scheme. */
function kindOfStart(target: string): TargetKind {
  if (WEB.test(target)) return "url";
  if (LOCAL_PATH.test(target)) return "local-path";
  const scheme = schemeOf(target);
  if (scheme !== undefined) return kindOfScheme(scheme);
  return target.trim() === "" ? "empty" : "relative";
}

/** Lower case, without the colon; `undefined`: the target names none. */
function schemeOf(target: string): string | undefined {
  return SCHEME.test(target) ? target.slice(0, target.indexOf(":")).toLowerCase() : undefined;
}

function kindOfScheme(scheme: string): TargetKind {
  if (scheme === "xref") return "xref";
  return scheme === "mailto" ? "mail" : "other-scheme";
}

function parseUrl(target: string, scheme: string | undefined): Target {
  const hostStart = (scheme === undefined ? 0 : scheme.length + 1) + 2;
  HOST_END.lastIndex = hostStart;
  const hostEnd = HOST_END.test(target) ? HOST_END.lastIndex - 1 : target.length;
  const authority = target.slice(hostStart, hostEnd);
  const host = authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .toLowerCase();
  return partsOf("url", target, hostEnd, { scheme: scheme ?? "", host });
}

interface Origin {
  readonly scheme?: string | undefined;
  readonly host?: string | undefined;
}

function partsOf(kind: TargetKind, target: string, pathStart: number, { scheme, host }: Origin): Target {
  const hash = target.indexOf("#", pathStart);
  const beforeHash = hash === -1 ? target.length : hash;
  const pathEnd = pathEndOf(target, pathStart);
  const bookmarkStart = hash === -1 ? target.length : hash + 1;
  return {
    kind,
    path: decodePercent(target.slice(pathStart, pathEnd)),
    pathSpan: { start: pathStart, end: pathEnd },
    query: target.slice(pathEnd, beforeHash),
    bookmark: hash === -1 ? undefined : decodePercent(target.slice(bookmarkStart)),
    bookmarkSpan: { start: bookmarkStart, end: target.length },
    scheme,
    host,
  };
}

/** Where the path of a target ends that starts at `start`: at its query, its bookmark or its end. */
export function pathEndOf(target: string, start: number): number {
  const hash = target.indexOf("#", start);
  const beforeHash = hash === -1 ? target.length : hash;
  const question = target.indexOf("?", start);
  return question === -1 || question > beforeHash ? beforeHash : question;
}

/** Undoes percent-encoding; text in which it is malformed comes back as it is. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
