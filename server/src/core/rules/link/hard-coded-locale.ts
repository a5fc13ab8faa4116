import type { Document } from "../../document/document.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import { isLocaleTag } from "../../links/locale-tag.ts";
import { PageLink, pageLinks, retarget, spanOfPart } from "../../links/page-links.ts";
import { ELSEWHERE } from "../../links/resolve-link.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/** Sites that send a reader without a locale in the URL to the reader's own. */
const HOSTS = new Set([
  ...["docs", "learn", "support", "azure", "msdn", "technet", "go"].map((name) => `${name}.microsoft.com`),
  "support.office.com",
]);

const NAME_LIKE_LOCALE = /\/[a-z]{2,3}-[a-z]/i;

/** The Learn build has a rule of the same name. */
export const hardCodedLocale = defineRule({
  id: "link/hard-coded-locale",
  summary: "A link to a Microsoft site leaves the reader's locale to the site.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).toSites, (link) => {
      if (!NAME_LIKE_LOCALE.test(link.target)) return undefined;
      const pageLink = new PageLink(link, ELSEWHERE);
      const locale = findLocale(context, pageLink);
      if (locale === undefined) return undefined;
      const { start } = pageLink.target.pathSpan;
      const { target } = link;
      return {
        span: spanOfPart(context.document, pageLink, { start: start + 1, end: start + 1 + locale.length }),
        message: `The URL is fixed to the locale ${quote(locale)}, whatever the reader's language.`,
        fixes: [
          {
            title: `Remove \`/${locale}\` from the URL`,
            edits: [retarget(pageLink, target.slice(0, start) + target.slice(start + 1 + locale.length))],
            isPreferred: true,
          },
        ],
      };
    }),
});

/** The locale as written. `undefined`: there is none, or it may be meant. */
function findLocale({ document }: RuleContext, { link, target }: PageLink): string | undefined {
  const { host } = target;
  if (host === undefined) return undefined;
  const [, first] = link.target.slice(target.pathSpan.start, target.pathSpan.end).split("/");
  if (first === undefined || !isLocaleTag(first)) return undefined;
  return HOSTS.has(host) || (host.endsWith(".microsoft.com") && isForeign(document, first))
    ? first
    : undefined;
}

/** Whether a locale is neither the page's language nor English: on any site, nobody who reads the page wants it. */
function isForeign({ frontMatter }: Document, locale: string): boolean {
  const own = languageOf(findEntry(frontMatter, "ms.contentlocale")?.rawValue ?? "");
  const found = languageOf(locale);
  return own !== "" && found !== own && found !== "en";
}

function languageOf(locale: string): string {
  return locale.toLowerCase().replace(/-.*/s, "");
}
