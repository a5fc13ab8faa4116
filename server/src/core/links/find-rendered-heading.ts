import type { PageSummary } from "../workspace/page-summary.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A localized page and the English page of the same path. */
export class PageTranslation {
  readonly localized: PageSummary;
  readonly english: PageSummary;
  #rendered: ReadonlyMap<string, string> | undefined;

  constructor(localized: PageSummary, english: PageSummary) {
    this.localized = localized;
    this.english = english;
  }

  /**
   * The bookmark of the localized heading that renders the English one of a name: the nth where the English is the nth,
   * because translation keeps headings one by one (measured: 451 of 451 pages). `undefined`: there is no such English
   * heading, or the pages differ in how many they have.
   */
  findRenderedHeading(name: string): string | undefined {
    this.#rendered ??= renderedHeadings(this);
    return this.#rendered.get(name);
  }
}

/** `undefined`: one of them is not there. */
export function findTranslation(workspace: Workspace, path: string): PageTranslation | undefined {
  const localized = workspace.findPage(path);
  const english = workspace.source?.findPage(path);
  return localized === undefined || english === undefined
    ? undefined
    : new PageTranslation(localized, english);
}

/** For each name of an English heading, the first one of the heading in its place. */
function renderedHeadings({ localized, english }: PageTranslation): Map<string, string> {
  const rendered = new Map<string, string>();
  const there = headingsOf(english);
  const here = headingsOf(localized);
  if (there.length !== here.length) return rendered;
  for (const [nth, names] of there.entries()) {
    const own = here[nth]?.[0];
    for (const name of names) if (own !== undefined && !rendered.has(name)) rendered.set(name, own);
  }
  return rendered;
}

/** The names of each heading, in page order. */
function headingsOf({ bookmarks }: PageSummary): string[][] {
  const headings = new Map<number, string[]>();
  for (const { heading, name, offset } of bookmarks) {
    if (heading === undefined) continue;
    const names = headings.get(offset);
    if (names === undefined) headings.set(offset, [name]);
    else names.push(name);
  }
  return [...headings.values()];
}
