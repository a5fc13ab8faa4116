import { collectBookmarks } from "../links/collect-bookmarks.ts";
import type { Link } from "../markdown/structure.ts";
import { plainText } from "../markdown/slug.ts";
import type { RuleContext } from "../rules/rule.ts";
import { findDestination } from "./link-at.ts";
import { escapeMarkdown, showMarkdown } from "./show-markdown.ts";

/** Title and opening of the page that a link leads to; `undefined`: it leads to no page known here. */
export function hoverLink(context: RuleContext, link: Link): string | undefined {
  const destination = findDestination(context, link.target);
  if (destination === undefined) return undefined;
  const tree = destination.isInSource ? context.workspace.source : context.workspace;
  const page = tree?.findPage(destination.path);
  if (tree === undefined || page === undefined) return undefined;

  const { bookmark } = destination;
  const heading =
    bookmark === undefined
      ? undefined
      : collectBookmarks(tree, destination.path)?.bookmarks.find(({ name }) => name === bookmark)?.heading;
  const place = [page.title, heading]
    .filter((text, nth, all) => text !== undefined && text !== all[nth - 1])
    .map((text) => `**${escapeMarkdown(plainText(text as string))}**`)
    .join(" › ");
  const where = `\`${destination.path}\`${destination.isInSource ? " (English)" : ""}`;
  const opening = page.opening === undefined ? undefined : showMarkdown(page.opening);
  return [place, where, opening].filter((part) => part !== undefined && part !== "").join("\n\n");
}
