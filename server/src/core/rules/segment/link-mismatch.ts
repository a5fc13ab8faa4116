import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { type ComparedLink, linkDifference } from "../../compare/markup/link-difference.ts";
import { quote, quoteAll } from "../../text/quote.ts";
import { isCut, replaceTarget, restoreLink } from "../../compare/markup/restore-link.ts";
import { repairsEnglish } from "../../links/repairs-english.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";

/** A menu with more of them is no help. */
const MOST_FIXES = 10;

/** Translation hardly ever touches a target, so that a difference is an accident. */
export const linkMismatch = defineRule({
  id: "segment/link-mismatch",
  summary: "A translation has the links and images of its English, and they lead to the same places.",
  severity: "error",
  check: ({ document, sources, workspace, path }) =>
    comparePairs({ document, sources }, linkDifference, function* (pair, { changed, lost, added }) {
      for (const { source, target } of changed) {
        // The English half stays as it is, broken links included; the translation may do better.
        if (repairsEnglish(workspace, path, source.target, target.target)) continue;
        yield changedLink(pair, source, target, changed.length === 1);
      }
      if (lost.length > 0) yield lostLinks(pair, lost);
      for (const link of added) yield addedLink(pair, link);
    }),
});

function changedLink(
  pair: ComparablePair,
  source: ComparedLink,
  target: ComparedLink,
  isOnly: boolean,
): Finding {
  const edit = replaceTarget(pair.target, pair.source, target, source);
  const title = `Use the English target ${quote(source.target)}`;
  const edits = edit && [{ span: toPageSpan(pair, edit.span), newText: edit.newText }];
  return {
    span: toPageSpan(pair, target.targetSpan ?? target.span),
    message: `${kindOf(target)} target ${quote(target.target)} differs from the English, which has ${quote(source.target)}.`,
    fixes: edits && [{ title, edits, isPreferred: isOnly && !isCut(pair.target, target, source) }],
  };
}

/** One finding per sentence: they have no place of their own to stand at. */
function lostLinks(pair: ComparablePair, links: readonly ComparedLink[]): Finding {
  const fixes: Fix[] = [];
  for (const link of links.slice(0, MOST_FIXES)) {
    const edit = restoreLink(pair.target, pair.source, link);
    if (edit === undefined) continue;
    const edits = [{ span: toPageSpan(pair, edit.span), newText: edit.newText }];
    fixes.push({
      title: `Put the link to ${quote(link.target)} back`,
      edits,
      isPreferred: fixes.length === 0,
    });
  }
  const names = quoteAll(links, ({ target }) => target);
  const what = `${kindOf(links[0])} target${links.length > 1 ? "s" : ""}`;
  return { span: pair.span, message: `${what} ${names} of the English ${areMissing(links.length)}.`, fixes };
}

function areMissing(count: number): string {
  return `${count > 1 ? "are" : "is"} missing in the translation`;
}

function addedLink(pair: ComparablePair, link: ComparedLink): Finding {
  const { textSpan } = link;
  return {
    span: toPageSpan(pair, link.targetSpan ?? link.span),
    message: `${kindOf(link)} target ${quote(link.target)} is not in the English.`,
    ...(textSpan !== undefined &&
      !link.isImage && {
        fixes: [
          {
            title: "Remove the link, keep its text",
            edits: [
              {
                span: toPageSpan(pair, link.span),
                newText: pair.target.text.slice(textSpan.start, textSpan.end),
              },
            ],
          },
        ],
      }),
  };
}

function kindOf(link: ComparedLink | undefined): string {
  return link?.isImage === true ? "Image" : "Link";
}
