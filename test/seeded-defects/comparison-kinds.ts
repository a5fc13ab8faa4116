import { findLoneBrackets } from "../../server/src/core/compare/wording/brackets.ts";
import { Half } from "../../server/src/core/compare/pairs/half.ts";
import type { InlineLink } from "../../server/src/core/markdown/scan-inline.ts";
import type { Segment } from "../../server/src/core/segments/segment.ts";
import { contains } from "../../server/src/core/text/span.ts";
import type { TextEdit } from "../../server/src/core/text/edit.ts";
import type { Random } from "../random.ts";
import { type Kind, mistype, replace, segmentKind } from "./kind.ts";

const BOLD = /(?<!\*)\*\*([\p{L}\p{N}][^*]*[\p{L}\p{N}])\*\*(?!\*)/gu;

export const comparisonKinds: readonly Kind[] = [
  onLink("link: target mistyped", (link, text, random) => {
    if (link.isImage || link.targetSpan === undefined) return undefined;
    const { start, end } = pathSpan(text, link.targetSpan);
    return [replace(start, end, mistype(text.slice(start, end), random))];
  }),
  onLink("link: brackets and target deleted", ({ isImage, textSpan, span }, text) =>
    isImage || textSpan === undefined
      ? undefined
      : [replace(span.start, span.end, text.slice(textSpan.start, textSpan.end))],
  ),
  onLink("link: blank before the target", ({ form, isImage, textSpan }) =>
    form !== "inline" || isImage || textSpan === undefined
      ? undefined
      : [replace(textSpan.end + 1, textSpan.end + 1, " ")],
  ),
  onBoth("link: picture's target mistyped", " ![Icon](media/icon.png)", " ![Icon](media/icno.png)"),
  onTarget("link: word made a link", ({ target, source }) => {
    if (/[[\]`<]/.test(target + source)) return undefined;
    const word = /[\p{L}\p{N}]{2,}/u.exec(target);
    return word && [replace(word.index, word.index + word[0].length, `[${word[0]}](${word[0]}.md)`)];
  }),
  onCode("code: backticks deleted", ({ start, end }, content) => [replace(start, end, content)]),
  onCode("code: deleted", ({ start, end }) => [replace(start, end, "")]),
  onCode("code: mistyped", ({ start, end }, content, random) => [
    replace(start, end, `\`${mistype(content, random)}\``),
  ]),
  onBoth("placeholder: translated", " {userName}", " {用户名}"),
  onBoth("placeholder: deleted", ": %s", ""),
  onBoth("tag: end deleted", " H<sub>2</sub>O", " H<sub>2O"),
  onBoth("tag: deleted", "<br>", ""),
  onBold("emphasis: blank behind the opening marker", (bold) => `** ${bold}**`),
  onBold("emphasis: blank before the closing marker", (bold) => `**${bold} **`),
  onBold("emphasis: closing marker deleted", (bold) => `**${bold}`),
  onBold("emphasis: marker inside brackets", (bold) => ` **[${bold.slice(0, 1)}** ${bold.slice(1)}]`),
  onBold("emphasis: left over and escaped", (bold) => `“${bold}”\\*\\*\\*\\*`),
  onTarget("bracket: deleted", ({ target, source }, random) => {
    const { prose } = new Half(target);
    if (findLoneBrackets(prose).length > 0 || findLoneBrackets(new Half(source).prose).length > 0)
      return undefined;
    const brackets = [...prose.matchAll(/[()（）[\]]/g)];
    if (brackets.length === 0) return undefined;
    const { index } = random.pick(brackets);
    return [replace(index, index + 1, "")];
  }),
  segmentKind("table: pipe in a cell", ({ target, targetSpan }, { document: { structure } }) => {
    if (!structure.tables.some(({ span }) => contains(span, targetSpan))) return undefined;
    const middle = targetSpan.start + Math.floor(target.length / 2);
    return [replace(middle, middle, "|")];
  }),
];

/** A kind that damages a translation; its edits are offsets into that. */
function onTarget(
  name: string,
  damage: (segment: Segment, random: Random) => readonly TextEdit[] | undefined | null,
): Kind {
  return segmentKind(name, (segment, _page, random) =>
    damage(segment, random)?.map(({ span, newText }) =>
      replace(span.start + segment.targetSpan.start, span.end + segment.targetSpan.start, newText),
    ),
  );
}

function onLink(
  name: string,
  damage: (link: InlineLink, text: string, random: Random) => readonly TextEdit[] | undefined,
): Kind {
  return onTarget(name, ({ target }, random) => {
    const edits = new Half(target).tokens.links.flatMap((link) => {
      const damaged = damage(link, target, random);
      return damaged === undefined ? [] : [damaged];
    });
    return edits.length === 0 ? undefined : random.pick(edits);
  });
}

function onCode(
  name: string,
  damage: (span: { start: number; end: number }, content: string, random: Random) => readonly TextEdit[],
): Kind {
  return onTarget(name, ({ target }, random) => {
    const { codeSpans } = new Half(target).tokens;
    if (codeSpans.length === 0) return undefined;
    const { span, content } = random.pick(codeSpans);
    return damage(span, content, random);
  });
}

/** Where a page has too few of something: both halves get one, and the translation's is damaged. */
function onBoth(name: string, source: string, target: string): Kind {
  return segmentKind(name, ({ targetSpan, sourceSpan }) => [
    replace(targetSpan.end, targetSpan.end, target),
    replace(sourceSpan.end, sourceSpan.end, source),
  ]);
}

function onBold(name: string, damage: (bold: string) => string): Kind {
  return onTarget(name, ({ target, source }, random) => {
    const runs = [...target.matchAll(BOLD)];
    if (runs.length === 0 || !/\*\*\w[^*]*\w\*\*/.test(source)) return undefined;
    const { 0: run, 1: bold = "", index } = random.pick(runs);
    return [replace(index, index + run.length, damage(bold))];
  });
}

/** The last part of a target's path: what comes before is often host or locale. */
function pathSpan(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const path = /^[^#?]*/.exec(text.slice(start, end))?.[0] ?? "";
  return { start: start + path.replace(/\/$/, "").lastIndexOf("/") + 1, end: start + path.length };
}
