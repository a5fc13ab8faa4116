import type { RelatedPlace } from "../rules/rule.ts";
import type { PageSources } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";

/** A place of the English page as it is now, to be shown beside a finding; none where there is no such page. */
export function englishPlaces(
  { current }: PageSources,
  span: Span | undefined,
  message: string,
): readonly RelatedPlace[] {
  return current === undefined || span === undefined
    ? []
    : [{ path: current.path, isSource: true, span, message }];
}
