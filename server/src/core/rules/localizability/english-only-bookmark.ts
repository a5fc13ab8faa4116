import { type PageLink, pageLinks, spanOfPart } from "../../links/page-links.ts";
import { quote } from "../../text/quote.ts";
import { slugOf } from "../../markdown/slug.ts";
import type { Heading } from "../../markdown/structure.ts";
import { decodeEntities } from "../../markdown/unescape.ts";
import { isToBeLocalized } from "../../source/is-to-be-localized.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/**
 * The site names English headings, and the localization pipeline names those of all other languages; in two cases the
 * two do not agree.
 */
export const englishOnlyBookmark = defineRule({
  id: "localizability/english-only-bookmark",
  summary: "A bookmark in an English page leads to the same heading in its translations.",
  severity: "info",
  check(context) {
    if (!isToBeLocalized(context)) return [];
    const own = englishOnlyNames(context);
    return findIn(pageLinks(context).withBookmark, (pageLink) => {
      const { resolution } = pageLink;
      const bookmark = pageLink.target.bookmark?.toLowerCase();
      if (resolution.kind !== "found" || bookmark === undefined) return undefined;
      const isOwn = resolution.path === context.path;
      const found = isOwn ? own.get(bookmark) : nameWithEntity(pageLink, bookmark);
      return found && englishOnly(context, pageLink, found);
    });
  },
});

/** A heading that the pipeline gives another name. */
interface EnglishOnlyName {
  readonly localizedName: string;
  readonly isDuplicate: boolean;
  /** `undefined`: in another page. */
  readonly heading: Heading | undefined;
}

/** Names that only the English headings of the page have. */
function englishOnlyNames({ document: { structure } }: RuleContext): Map<string, EnglishOnlyName> {
  const names = new Map<string, EnglishOnlyName>();
  const counts = new Map<string, number>();
  // What translations have as well: anchors, and what another heading is called.
  const shared = new Set([
    ...structure.anchors.map(({ name }) => name.toLowerCase()),
    ...structure.headings.map(({ slug }) => slug),
  ]);
  for (const heading of structure.headings) {
    const { slug, text } = heading;
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    const name = count > 0 ? `${slug}-${count}` : slugOf(decodeEntities(text));
    if (shared.has(name)) continue;
    names.set(name, { localizedName: slug, isDuplicate: count > 0, heading });
  }
  return names;
}

/** The same for a heading of another page, of which less is known: only entities can be told. */
function nameWithEntity({ resolution }: PageLink, bookmark: string): EnglishOnlyName | undefined {
  if (resolution.kind !== "found") return undefined;
  const bookmarks = resolution.tree.findPage(resolution.path)?.bookmarks ?? [];
  const found = bookmarks.find(({ name }) => name === bookmark);
  if (found?.heading?.includes("&") !== true) return undefined;
  const localizedName = slugOf(found.heading);
  // A name that stands before that of the text is an anchor, which translations have as well.
  const [first] = bookmarks.filter(({ offset }) => offset === found.offset);
  return first?.name === localizedName && localizedName !== bookmark
    ? { localizedName, isDuplicate: false, heading: undefined }
    : undefined;
}

function englishOnly(
  { document }: RuleContext,
  pageLink: PageLink,
  { localizedName, isDuplicate, heading }: EnglishOnlyName,
): Finding {
  const bookmark = pageLink.target.bookmark ?? "";
  const why = isDuplicate
    ? `translations do not number headings of the same name, there it is ${quote(`#${localizedName}`)} again`
    : `in translations the entity in the heading makes it ${quote(`#${localizedName}`)}`;
  const finding: Finding = {
    span: spanOfPart(document, pageLink, pageLink.target.bookmarkSpan),
    message: `Bookmark ${quote(`#${bookmark}`)} works in English only: ${why}.`,
  };
  if (heading === undefined) return finding;
  const at = heading.contentSpan.start;
  return {
    ...finding,
    related: [{ span: heading.span, message: "The heading." }],
    fixes: [
      {
        title: `Give the heading the anchor \`${bookmark}\``,
        edits: [{ span: { start: at, end: at }, newText: `<a id="${bookmark}"></a>` }],
        isPreferred: true,
      },
    ],
  };
}
