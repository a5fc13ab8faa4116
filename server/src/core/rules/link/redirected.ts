import { encodePath, type PageLink, pageLinks, retarget, spanOfPart } from "../../links/page-links.ts";
import { parseTarget } from "../../links/parse-target.ts";
import { folderOf, relativePath } from "../../links/paths.ts";
import { quote } from "../../text/quote.ts";
import type { Redirection } from "../../workspace/workspace.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** A redirection costs every reader a detour, and the link breaks on the day it is taken out. */
export const redirected = defineRule({
  id: "link/redirected",
  summary: "A link leads to a page itself, not to a redirection.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).redirected, (pageLink) => {
      const { resolution } = pageLink;
      if (resolution.kind !== "redirected") return undefined;
      const target = newTarget(context.path, pageLink, resolution.redirection);
      return {
        span: spanOfPart(context.document, pageLink, pageLink.target.pathSpan),
        message: `${quote(resolution.path)} was moved to ${quote(resolution.redirection.to ?? resolution.redirection.url)}.`,
        ...(target !== undefined && {
          fixes: [{ title: `Link to \`${target}\``, edits: [retarget(pageLink, target)], isPreferred: true }],
        }),
      };
    }),
});

/**
 * The redirection's goal in place of the link's target. The link's own bookmark stays unless the goal has one, as in a
 * browser. `undefined`: the goal is relative to a page that is gone, and no file answers there.
 */
function newTarget(page: string, { target, link }: PageLink, { to, url }: Redirection): string | undefined {
  const goal = parseTarget(url);
  if (to === undefined && goal.kind === "relative") return undefined;
  const own = target.bookmark === undefined ? "" : link.target.slice(target.bookmarkSpan.start - 1);
  const hash = goal.bookmark === undefined ? own : url.slice(goal.bookmarkSpan.start - 1);
  if (to !== undefined)
    return encodePath(relativePath(folderOf(page), to)) + (target.query || goal.query) + hash;
  return url.slice(0, goal.pathSpan.end) + goal.query + hash;
}
