import type { PlannedRemoval } from "./planned.ts";
import type { PlannedRedirection } from "./redirections.ts";

/** One sentence on why a page is proposed for removal, and what its readers should be given. */
export function explainRemoval(removal: PlannedRemoval): string {
  const { redirection } = removal;
  return `The English page ${whatHappened(removal)}: remove this page${forReaders(redirection)}.`;
}

function forReaders(redirection: PlannedRedirection | undefined): string {
  if (redirection === undefined) return "";
  const url = `\`${redirection.entry.redirect_url}\``;
  return redirection.isThere
    ? `; its readers are sent to ${url} already`
    : `, and send its readers to ${url}`;
}

function whatHappened(removal: PlannedRemoval): string {
  const circle = removal.lost.isCircular === true ? ", and English redirects its readers in a circle" : "";
  return whereItWent(removal) + circle;
}

function whereItWent({ lost: { how, to }, mergedInto, mostAlike }: PlannedRemoval): string {
  if (to !== undefined) {
    const isElsewhere = mergedInto !== undefined && mergedInto !== to;
    return `was ${how} to \`${to}\`${isElsewhere ? `, which is \`${mergedInto}\` here` : ""}`;
  }
  if (mergedInto !== undefined) return `was deleted; \`${mergedInto}\` has its text`;
  return mostAlike === undefined ? "was deleted" : `was deleted; \`${mostAlike}\` has some of its text`;
}
