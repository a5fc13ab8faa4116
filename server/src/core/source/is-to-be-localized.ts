import { localeOfName, localeOfPath } from "../front-matter/locale.ts";
import type { RuleContext } from "../rules/rule.ts";

/**
 * Whether a page is English that others are made from: it stands in the English one of several locale folders, or in a
 * root that is published and carries no locale. Which locales there are, an English repository does not say.
 */
export function isToBeLocalized({ document, path, workspace }: RuleContext): boolean {
  if (document.form !== "source") return false;
  const folder = localeOfPath(path);
  if (folder !== undefined) return folder.locale === "en-US";
  // A page that a localized root has in English is the business of that root.
  if (workspace.source !== undefined || (localeOfName(workspace.name ?? "") ?? "en-US") !== "en-US")
    return false;
  return workspace.docsets().length > 0;
}
