import type { PlannedRemoval } from "./planned.ts";

/** One sentence on why a page is proposed for removal, and what its readers should be given. */
export function explainRemoval({ lost, mergedInto, mostAlike, redirection }: PlannedRemoval): string {
  const { how, to } = lost;
  const what = to === undefined || how === "deleted" ? "was deleted" : `was ${how} to \`${to}\``;
  const known =
    mergedInto !== undefined && mergedInto !== to
      ? `, which is \`${mergedInto}\` here`
      : mostAlike === undefined
        ? ""
        : `; \`${mostAlike}\` has some of its text`;
  const readers =
    redirection === undefined ? "" : `, and send its readers to \`${redirection.redirect_url}\``;
  return `The English page ${what}${known}: remove this page${readers}.`;
}
