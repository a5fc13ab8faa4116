import { PageLink, pageLinks, retarget, spanOfPart, withPath } from "../../links/page-links.ts";
import { ELSEWHERE } from "../../links/resolve-link.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

const LOCAL_KINDS = ["relative", "docset", "site-absolute"];

/** Only Windows, and only outside a browser, takes `\` for a folder separator. */
export const backslash = defineRule({
  id: "link/backslash",
  summary: "A link separates folders by `/`.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).withBackslash, (link) => {
      // Where it leads does not matter.
      const pageLink = new PageLink(link, ELSEWHERE);
      const { target } = pageLink;
      if (!target.path.includes("\\") || !LOCAL_KINDS.includes(target.kind)) return undefined;
      const path = target.path.replaceAll("\\", "/");
      return {
        span: spanOfPart(context.document, pageLink, target.pathSpan),
        message: `${quote(target.path)} separates folders by \`\\\`, expected \`/\`.`,
        fixes: [
          {
            title: `Change to \`${path}\``,
            edits: [retarget(pageLink, withPath(pageLink, path))],
            isPreferred: true,
            isSafe: true,
          },
        ],
      };
    }),
});
