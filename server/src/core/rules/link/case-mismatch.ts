import { type PageLink, pageLinks, retarget, spanOfPart, withPath } from "../../links/page-links.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** It works on Windows and on the site, and fails wherever file names are told apart by case. */
export const caseMismatch = defineRule({
  id: "link/case-mismatch",
  summary: "A link writes a path in the letter case that it has on disk.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).inOtherCase, (pageLink) => {
      const { resolution } = pageLink;
      if (resolution.kind !== "found" || !resolution.differsInCase) return undefined;
      const path = recase(pageLink, resolution.path);
      if (path === undefined || path === pageLink.target.path) return undefined;
      return {
        span: spanOfPart(context.document, pageLink, pageLink.target.pathSpan),
        message: `The file is called ${quote(resolution.path)}; the link differs in letter case.`,
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

/**
 * The link's path with the names as they are on disk. Names are compared from the end, because the link counts from
 * its page and the file from the root. `undefined`: they are not the same names.
 */
function recase({ target }: PageLink, path: string): string | undefined {
  const names = target.path.split("/");
  const real = path.split("/");
  let at = real.length;
  for (let nth = names.length - 1; nth >= 0; nth--) {
    const name = names[nth] as string;
    if (name === "" || name === ".") continue;
    if (name === "..") break;
    const found = real[--at];
    if (found === undefined) return undefined;
    if (found.toLowerCase() === name.toLowerCase()) names[nth] = found;
    // A link may leave the extension out, and a folder's index.
    else if (!found.toLowerCase().startsWith(`${name.toLowerCase()}.`)) return undefined;
    else names[nth] = found.slice(0, name.length);
  }
  return names.join("/");
}
