import { pageLinks } from "../../links/page-links.ts";
import { plainText } from "../../markdown/slug.ts";
import type { Link } from "../../markdown/structure.ts";
import { quote } from "../../text/quote.ts";
import { textAt } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** A link to nowhere leads to the page that it stands on; a picture of nothing shows its text. */
export const targetMissing = defineRule({
  id: "link/target-missing",
  summary: "A link or picture has a target.",
  severity: "warning",
  *check(context) {
    const { document } = context;
    for (const link of pageLinks(context).empty) {
      if (!isMeantToLead(link)) continue;
      const text = link.textSpan === undefined ? "" : plainText(textAt(document.text, link.textSpan));
      const what = link.isImage ? "picture" : "link";
      yield {
        span: link.span,
        message: `The ${what}${text === "" ? "" : ` ${quote(text)}`} has no target: the brackets behind it are empty.`,
      };
    }
  },
});

// Scripts fill an empty `href` of a tag, and templates the attributes of a directive.
function isMeantToLead({ form, role }: Link): boolean {
  return form === "inline" && (role === "link" || role === "image");
}
