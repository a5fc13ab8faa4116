import { slugOf } from "../markdown/slug.ts";
import { decodeEntities } from "../markdown/unescape.ts";

/** Something that has a name in a page, with all that the scanner knows of it. */
export type NamedPlace = NamedHeading | LoneAnchor;

/** Raw Markdown of the heading and of its English (`null`: there is none), and the anchors in it as written. */
export type NamedHeading = readonly [text: string, sourceText: string | null, ...anchorNames: string[]];

/** The name of an anchor outside of headings, or of one that its heading does not count as its own, as written. */
export type LoneAnchor = string;

/**
 * All names that lead into a page, lower case, each with the index of the place that it leads to. Learn numbers headings
 * of the same name; the localization pipeline repeats the English name as it is, and either language's slug may have
 * been linked to. None of them is a broken link.
 */
export function nameBookmarks(places: readonly NamedPlace[], isEnglish: boolean): Map<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, nth: number): void => {
    if (name !== "" && !names.has(name)) names.set(name, nth);
  };
  const shown = new Map<string, number>();
  const english = new Map<string, number>();
  for (let nth = 0; nth < places.length; nth++) {
    const place = places[nth] as NamedPlace;
    if (typeof place === "string") continue;
    // The English name first: it is what the pipeline writes, and what links in all languages use.
    for (const name of englishNames(place)) {
      const numbered = numberName(english, name);
      add(name, nth);
      add(numbered, nth);
    }
    for (const name of shownNames(place, isEnglish)) add(numberName(shown, name), nth);
  }
  for (let nth = 0; nth < places.length; nth++) {
    const place = places[nth] as NamedPlace;
    if (typeof place === "string") add(place.toLowerCase(), nth);
  }
  return names;
}

/** Those of the names that stand in the page as they are. */
export function writtenNames(places: readonly NamedPlace[]): string[] {
  const names: string[] = [];
  for (const place of places) {
    if (typeof place === "string") names.push(place.toLowerCase());
    else for (let nth = 2; nth < place.length; nth++) names.push((place[nth] ?? "").toLowerCase());
  }
  return names.filter((name) => name !== "");
}

/** Each name once: it counts for the numbers of those behind it. */
function englishNames([, sourceText, ...anchorNames]: NamedHeading): Iterable<string> {
  const names = anchorNames.map((name) => name.toLowerCase());
  const slug = sourceText === null ? "" : slugOf(sourceText);
  if (slug !== "") names.push(slug);
  return names.length > 1 ? new Set(names) : names;
}

/**
 * The site decodes entities before it makes a slug, the localization pipeline does not. So `&#42;Reset` is `reset` in
 * English and `42reset` in every translation, where `#reset` leads nowhere.
 */
function shownNames([text]: NamedHeading, isEnglish: boolean): Iterable<string> {
  const name = slugOf(text) || "section";
  return isEnglish && text.includes("&") ? new Set([name, slugOf(decodeEntities(text))]) : [name];
}

/** Numbers names as Learn does: the second `setup` is `setup-1`. */
function numberName(counts: Map<string, number>, name: string): string {
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}
