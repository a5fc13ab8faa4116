import { PageLink, pageLinks, retarget, spanOfPart } from "../../links/page-links.ts";
import type { Target } from "../../links/parse-target.ts";
import { ELSEWHERE } from "../../links/resolve-link.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** Domains that serve `https` on all hosts that people follow links to. */
const SECURE_DOMAINS = [
  "microsoft.com",
  "office.com",
  "office365.com",
  "azure.com",
  "live.com",
  "outlook.com",
  "windows.com",
  "visualstudio.com",
  "nuget.org",
  "dynamics.com",
  "powerbi.com",
  "skype.com",
  "xbox.com",
  "bing.com",
  "linkedin.com",
  "github.com",
  "aka.ms",
  "npmjs.com",
  "youtube.com",
  "wikipedia.org",
  "stackoverflow.com",
];

const HTTP = /^http:/i;

/** Names that programs look up as they are, and certificate lists, which are fetched without `https` on purpose. */
const NOT_FOR_READERS = /^(?:schemas?|crl\d*|mscrl|ocsp|pki|ctldl|oneocsp|ns|xmlns)\./;

/** The Learn build has a rule of the same name. */
export const insecureLink = defineRule({
  id: "link/insecure-link",
  summary: "A link to a site that serves `https` uses it.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).toSites, (link) => {
      if (!HTTP.test(link.target)) return undefined;
      const pageLink = new PageLink(link, ELSEWHERE);
      const { target } = pageLink;
      if (!isInsecure(target, link.target)) return undefined;
      return {
        span: spanOfPart(context.document, pageLink, { start: 0, end: "http".length }),
        message: `${quote(target.host ?? "")} serves \`https\`, the link uses \`http\`.`,
        fixes: [
          {
            title: "Change to `https`",
            edits: [retarget(pageLink, `https${link.target.slice("http".length)}`)],
            isPreferred: true,
          },
        ],
      };
    }),
});

function isInsecure({ host, path, pathSpan }: Target, raw: string): boolean {
  if (host === undefined || NOT_FOR_READERS.test(host)) return false;
  // A port, a user or a placeholder in the host: an example, or a service of its own.
  if (raw.slice("http://".length, pathSpan.start).toLowerCase() !== host) return false;
  if (/^\/pki\/|\.(?:crl|crt|cer)$/i.test(path)) return false;
  return SECURE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
