import { decodeNamedCharacterReference } from "../libraries.ts";

const ESCAPE_OR_ENTITY =
  /\\([!-/:-@[-`{-~])|&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/g;

/** What both start with. */
const MAY_MEAN_ANOTHER = /[\\&]/;

/** Entities that many pages have: nobody loads two thousand names for them. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["ast", "*"],
  ["copy", "\u00a9"],
  ["gt", ">"],
  ["hellip", "\u2026"],
  ["ldquo", "\u201c"],
  ["lsquo", "\u2018"],
  ["lt", "<"],
  ["mdash", "\u2014"],
  ["nbsp", "\u00a0"],
  ["ndash", "\u2013"],
  ["quot", '"'],
  ["rarr", "\u2192"],
  ["rdquo", "\u201d"],
  ["reg", "\u00ae"],
  ["rsquo", "\u2019"],
  ["times", "\u00d7"],
  ["trade", "\u2122"],
]);

/** Undoes backslash escapes and character references, as CommonMark does in targets, titles and labels. */
export function unescapeMarkdown(text: string): string {
  if (!MAY_MEAN_ANOTHER.test(text)) return text;
  return text.replace(
    ESCAPE_OR_ENTITY,
    (whole, escaped?: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      return decodeReference(decimal, hexadecimal, name) ?? whole;
    },
  );
}

/** Decodes character references only: attribute values of HTML know no backslash escapes. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    ESCAPE_OR_ENTITY,
    (whole, escaped?: string, decimal?: string, hexadecimal?: string, name?: string) =>
      escaped === undefined ? (decodeReference(decimal, hexadecimal, name) ?? whole) : whole,
  );
}

function decodeReference(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return USUAL.get(name) ?? (decodeNamedCharacterReference(name) || undefined);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "0", 16) : Number.parseInt(decimal, 10);
  // CommonMark replaces what is no character.
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\uFFFD";
  return String.fromCodePoint(code);
}

/** A label as CommonMark compares them: blanks collapsed, letter case folded. */
export function normalizeLabel(label: string): string {
  // Lower then upper case: the pair also folds letters such as ß and ẞ that one of them alone leaves apart.
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase();
}
