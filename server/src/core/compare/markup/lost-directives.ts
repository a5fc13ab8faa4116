import { firstMatches } from "../../text/first-matches.ts";
import { findAt, type Span, textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { inSource, LETTER } from "../pairs/traits.ts";

/** A `:::image … :::`, `:::row:::` or the like of the English that the translation lacks. */
export interface LostDirective {
  /** As the English writes it. */
  readonly written: string;
  /** What stands in its place: UTF-16 offsets into the translation. `undefined`: nobody can tell. */
  readonly place: Span | undefined;
}

/** Three colons; Chinese makes full-width ones of them. */
const MARK = /[:：]{3}/g;
const MARK_LENGTH = 3;
/** No sentence has more. */
const MOST_MARKS = 100;
/** Is taken out before the page is built, be it from the middle of a directive. */
const KEPT_NAME = ":::no-loc";
/** Other words between colons may be prose. */
const NAME =
  /^[ \t]*(code|column(?:-end)?|form|image(?:-end)?|moniker(?:-end)?|row(?:-end)?|video|zone(?:-end)?)(?![\w-])/i;
const SOURCE = /\bsource[ \t]*=[ \t]*"([^"\n]{0,1000})"/i;

/**
 * The pipeline wraps a directive that shares its paragraph with text, and machine translation then translated it:
 * `::: código Language = "CSharp"` is shown as it is, and the sample is gone.
 */
export const lostDirectives: Comparison<readonly LostDirective[]> = {
  needs: inSource(LETTER),
  mayFind: (_target, source) => source.includes(":::") && !source.includes(KEPT_NAME),
  find: findLostDirectives,
};

function findLostDirectives(target: Half, source: Half): readonly LostDirective[] | undefined {
  const english = stretchesBetweenMarks(source);
  const places = stretchesBetweenMarks(target);
  const keys = places.map((span) => keyOf(textAt(target.text, span)));
  const lost: LostDirective[] = [];
  english.forEach((span, nth) => {
    const written = textAt(source.text, span);
    const key = keyOf(written);
    if (key === undefined) return;
    const at = keys.indexOf(key);
    if (at !== -1) {
      keys[at] = undefined;
      return;
    }
    // As many on both sides: the nth is what became of the nth, unless it is another one of the English.
    const place = places.length === english.length && keys[nth] === undefined ? places[nth] : undefined;
    lost.push({ written, place });
  });
  return lost.length === 0 ? undefined : lost;
}

/** What tells one from another: the name, and what file it shows. `undefined`: it is no directive that readers miss. */
function keyOf(written: string): string | undefined {
  const inner = written.slice(MARK_LENGTH);
  const name = NAME.exec(inner)?.[1]?.toLowerCase();
  // Full-width colons are shown as they are.
  if (name === undefined || !written.startsWith(":::")) return undefined;
  return `${name} ${SOURCE.exec(inner)?.[1] ?? ""}`;
}

/** From three colons to the next three, these included, or to the end of the line; none that is inside code. */
function stretchesBetweenMarks({ text, tokens: { codeSpans } }: Half): Span[] {
  const marks = firstMatches(text, MARK, MOST_MARKS)
    .map(({ index }) => index)
    .filter((mark) => findAt(codeSpans, mark, (code) => code) === undefined);
  const stretches: Span[] = [];
  for (let nth = 0; nth < marks.length; nth += 1) {
    const start = marks[nth] as number;
    const next = marks[nth + 1] ?? text.length;
    const lineEnd = text.slice(start, next).indexOf("\n");
    if (lineEnd === -1 && nth + 1 < marks.length) {
      stretches.push({ start, end: next + MARK_LENGTH });
      nth += 1;
    } else stretches.push({ start, end: lineEnd === -1 ? text.length : start + lineEnd });
  }
  return stretches;
}
