import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import type { Link } from "../markdown/structure.ts";
import type { Fix, RuleContext } from "../rules/rule.ts";
import type { Segment } from "../segments/segment.ts";
import { contains, findAt } from "../text/span.ts";
import { compareStructure, type MatchedBlock } from "../structure/compare-structure.ts";
import { changedLinks } from "./changed-links.ts";
import { type PageLink, pageLinks, retarget } from "./page-links.ts";

/**
 * How many findings of a page get fixes that have to be searched for. A page that has more is broken as a whole, and
 * searching all of it for each of them would hold up the writer.
 */
export const MOST_SEARCHED = 200;

/** The pair that a link's target stands in: in its translation, that is. */
function segmentOf({ segments }: Document, link: Link): Segment | undefined {
  const segment = findAt(segments, link.targetSpan.start, (each) => each);
  return segment !== undefined && contains(segment.targetSpan, link.targetSpan) ? segment : undefined;
}

/**
 * The target that the English half of the segment has in place of a link's; outside of segments, that of the same link
 * in the English page. The links of both are counted; where their numbers differ, nobody can say which is which.
 * `undefined` also where the English has the same target.
 */
export function englishTarget(context: RuleContext, { link }: PageLink): string | undefined {
  const segment = segmentOf(context.document, link);
  const targets =
    segment === undefined ? targetsInEnglishPage(context, link) : targetsInHalf(context, segment);
  const target = targets?.get(link.span.start);
  return target === link.target ? undefined : target;
}

/** English targets by where the link starts. */
type Targets = ReadonlyMap<number, string>;

// One sentence may hold thousands of broken links: what it has to say to them is found once.
const knownLinks = new Attached<RuleContext, ReadonlyMap<Segment, readonly Link[]>>();
const knownTargets = new Attached<Segment | MatchedBlock, Targets>();

function targetsInHalf(context: RuleContext, segment: Segment): Targets {
  const known = knownTargets.get(segment);
  if (known !== undefined) return known;
  const here = linksBySegment(context).get(segment) ?? [];
  const english = scanInline(segment.source).links.flatMap(({ target }) => target ?? []);
  const pairs = here.length === english.length ? here : [];
  const targets = new Map(pairs.map(({ span }, nth) => [span.start, english[nth] as string]));
  knownTargets.set(segment, targets);
  return targets;
}

function linksBySegment(context: RuleContext): ReadonlyMap<Segment, readonly Link[]> {
  const known = knownLinks.get(context);
  if (known !== undefined) return known;
  const links = new Map<Segment, Link[]>();
  for (const link of pageLinks(context).all) {
    const segment = segmentOf(context.document, link);
    const others = segment && links.get(segment);
    if (others !== undefined) others.push(link);
    else if (segment !== undefined) links.set(segment, [link]);
  }
  knownLinks.set(context, links);
  return links;
}

function targetsInEnglishPage(context: RuleContext, { span }: Link): Targets | undefined {
  const matched = compareStructure(context)?.matched ?? [];
  const block = findAt(matched, span.start, ({ target }) => target.span);
  if (block === undefined) return undefined;
  const known = knownTargets.get(block);
  if (known !== undefined) return known;
  const targets = new Map(changedLinks(block).map(([english, link]) => [link.span.start, english.target]));
  knownTargets.set(block, targets);
  return targets;
}

/** Makes a link lead to where the English leads. */
export function useEnglishTarget(pageLink: PageLink, target: string, isPreferred: boolean): Fix {
  return { title: `Use the English target \`${target}\``, edits: [retarget(pageLink, target)], isPreferred };
}

/**
 * Takes the link away and leaves its text. Round a link's text there may be side-by-side markup, which stays:
 * `[<span …>text</span>…](target)`. Empty where there is no text to leave.
 */
export function dropLink({ text, segments }: Document, { span, textSpan, form, isImage }: Link): Fix[] {
  if (textSpan === undefined || isImage || form === "html") return [];
  const inner = findAt(segments, Math.max(textSpan.start, textSpan.end - 1), (each) => each);
  const isWrapped = inner !== undefined && contains(span, inner.span);
  const close = isWrapped ? Math.max(inner.span.end, textSpan.end) : textSpan.end;
  if (text[span.start] !== "[" || text[close] !== "]") return [];
  const edits = [
    { span: { start: span.start, end: span.start + 1 }, newText: "" },
    { span: { start: close, end: span.end }, newText: "" },
  ];
  return [{ title: "Remove the link, keep its text", edits }];
}
