import { pageLinks } from "../../links/page-links.ts";
import { plainText } from "../../markdown/slug.ts";
import type { Link } from "../../markdown/structure.ts";
import { quote } from "../../text/quote.ts";
import { textAt } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** A link to nowhere leads to the page that it stands on; a picture of nothing shows its text. */
export const targetMissing = defineRule({
  id: "link/target-missing",
  summary: "A link or picture has a target.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).empty, (link) => {
      if (!isMeantToLead(link)) return undefined;
      const { text: page } = context.document;
      const text = link.textSpan === undefined ? "" : plainText(textAt(page, link.textSpan));
      const what = link.isImage ? "picture" : "link";
      return {
        span: link.span,
        message: `The ${what}${text === "" ? "" : ` ${quote(text)}`} has no target: the brackets behind it are empty.`,
      };
    }),
});

// Scripts fill an empty `href` of a tag, and templates the attributes of a directive.
function isMeantToLead({ form, role }: Link): boolean {
  return form === "inline" && (role === "link" || role === "image");
}
