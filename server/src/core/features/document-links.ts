import type { RuleContext } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import { type Destination, findDestination } from "./link-at.ts";

/** A link that can be followed to a file of the workspace. */
export interface DocumentLink {
  readonly span: Span;
  readonly destination: Destination;
}

/** The links of a page that lead to files of the workspace. URLs are left to the editor, which knows them as well. */
export function findDocumentLinks(context: RuleContext): DocumentLink[] {
  return context.document.structure.links.flatMap(({ target, targetSpan }) => {
    const destination = findDestination(context, target);
    return destination === undefined ? [] : [{ span: targetSpan, destination }];
  });
}
