import type { TextEdit } from "../text/edit.ts";
import { hasWords } from "../text/signs.ts";
import { contains, type Span } from "../text/span.ts";
import { type Description, FoundProblem, type PageMarkup } from "./found-problem.ts";
import type { HalfStart } from "./halves.ts";
import { lostQuotesIn } from "./lost-quotes.ts";
import { INNER_LIMIT, type Pair, type Pairing, type WholePair } from "./pair-halves.ts";
import { guessSourceEnd, guessTargetStart } from "./guess-bounds.ts";
import type { MarkupProblem, Repair } from "./segment.ts";
import type { TagList } from "./tag-list.ts";
import { END_TAG, LOOKUP_TAG, halfTag, seamMarkup } from "./tags.ts";

type WithOpener = Pairing & { readonly opener: HalfStart };
type WithSeam = Pairing & { readonly seam: HalfStart };
/** A source half and, right behind it, its target. */
type Swapped = Pair & { readonly looseEnd: number };

/** The longest piece of markup that a message shows: a whole seam fits in. */
const SHOWN = 80;
/** A repair that would move more than this costs too much where such pairs stand inside thousands of others. */
const MOST_MOVED = 10_000;
const NO_REPAIRS: readonly Repair[] = [];

/** What is damaged in a pair that can be read all the same, and how to write it as the pipeline does. */
export function reportDamage(markup: PageMarkup, pair: Pair): MarkupProblem {
  const place = firstDamage(markup.tags, pair);
  const holdsInCode = lostQuotesIn(markup.quotes, place).some((each) => each.isInStretch);
  return new FoundProblem("corrupt-markup", place, holdsInCode, markup, pair, describeDamage);
}

/** What of the pair's own markup is not as the pipeline writes it, the first of it. */
function firstDamage(tags: TagList, { opener, seam, close, looseEnd }: Pair): Span {
  if (!opener.isExact) return opener;
  if (looseEnd !== undefined) return tags.span(looseEnd);
  return seam.isExact ? close : seam;
}

function describeDamage({ text, tags, quotes }: PageMarkup, pair: Pair): Description {
  const { opener, seam, close, looseEnd } = pair;
  const targetId = opener.id === "" ? seam.id : opener.id;
  const edits = rewrite(tags, pair, targetId);
  const first = edits[0] as TextEdit;
  const whole = { start: opener.start, end: close.end };
  const alsoLost = lostQuotesIn(quotes, whole).filter(
    ({ span }) => !edits.some((edit) => contains(edit.span, span)),
  );
  for (const { span } of alsoLost) edits.push({ span, newText: '"' });
  if (alsoLost.length > 0) edits.sort((a, b) => a.span.start - b.span.start);
  return {
    message: tellDamage(text, first, name(targetId)),
    repairs:
      targetId === ""
        ? NO_REPAIRS
        : [
            {
              title: `Repair the markup of segment \`${targetId}\``,
              edits,
              isSafe: !opener.hasOtherAttributes && !seam.hasOtherAttributes && !seam.hasText,
              ...(seam.hasText && holdsWords(text, seam) && { losesWords: true }),
            },
          ],
    leftovers: looseEnd === undefined ? [] : [tags.span(looseEnd)],
  };
}

/** The pair's own markup as the pipeline writes it, where it is not; in page order. */
function rewrite(tags: TagList, { opener, seam, close, looseEnd }: Pair, targetId: string): TextEdit[] {
  const sourceId = seam.id === "" ? opener.id : seam.id;
  const edits: TextEdit[] = [];
  if (!opener.isExact) edits.push({ span: spanOf(opener), newText: halfTag("target", targetId) });
  if (looseEnd !== undefined) edits.push({ span: tags.span(looseEnd), newText: "" });
  if (!seam.isExact) edits.push({ span: spanOf(seam), newText: seamMarkup(sourceId) });
  if (!close.isExact) edits.push({ span: spanOf(close), newText: END_TAG + END_TAG });
  return edits;
}

function tellDamage(text: string, { span, newText }: TextEdit, segment: string): string {
  const found = text.slice(span.start, span.end);
  const damage = `Damaged markup of segment ${segment}:`;
  if (newText === "") return `${damage} expected it after the whole translation, found ${quote(found)}.`;
  if (/^<\/span>\s*\n/.test(found) && newText.includes(LOOKUP_TAG)) {
    return `${damage} expected the English half right behind the translation, found a line break.`;
  }
  return `${damage} expected ${quote(newText)}, found ${quote(found)}.`;
}

/** Whether what was typed between the tags of a seam is more than a stray sign. */
function holdsWords(text: string, { start, end }: HalfStart): boolean {
  return hasWords(text.slice(start, end).replace(/<[^<>]*>/g, ""));
}

/** What is wrong with a pairing. `undefined`: nothing, it is a pair. */
export function reportPairing(markup: PageMarkup, pairing: Pairing): MarkupProblem | undefined {
  switch (pairing.kind) {
    case "pair":
      return undefined;
    case "nested": {
      const { opener } = pairing.inner[0] as WholePair;
      return new FoundProblem("nested", opener, false, markup, pairing as Pair, describeNested);
    }
    case "no-source": {
      const alone = pairing as WithOpener;
      return new FoundProblem("unpaired", alone.opener, false, markup, alone, describeNoSource);
    }
    case "no-target":
      return reportSource(markup, pairing as WithSeam, describeNoTarget);
    case "swapped":
      return reportSource(markup, pairing as Swapped, describeSwapped);
    case "no-end":
      return reportSource(markup, pairing as WithSeam, describeNoEnd);
  }
}

/** What is wrong with the source half of a pairing. */
function reportSource<P extends WithSeam>(
  markup: PageMarkup,
  pairing: P,
  describe: (markup: PageMarkup, pairing: P) => Description,
): MarkupProblem {
  const place = markup.tags.span(pairing.seam.tag);
  return new FoundProblem("unpaired", place, false, markup, pairing, describe);
}

function describeNested({ text }: PageMarkup, outer: Pair): Description {
  const { inner } = outer;
  const first = inner[0] as WholePair;
  return {
    message: `Segment \`${first.opener.id}\` starts inside segment \`${outer.opener.id}\`. Segments stand side by side.`,
    repairs: inner.length > INNER_LIMIT || lengthOf(inner) > MOST_MOVED ? NO_REPAIRS : unnest(text, outer),
    leftovers: [spanOf(outer.opener), { start: outer.seam.start, end: outer.close.end }],
  };
}

/** Moves inner pairs out of their outer one, or makes plain text of them. */
function unnest(text: string, outer: Pair): Repair[] {
  const { inner } = outer;
  const first = inner[0] as WholePair;
  const moved = inner.map((each) => ` ${text.slice(each.opener.start, each.close.end)}`).join("");
  const cuts = inner.map((each) => ({ span: wholeSpan(each), newText: "" }));
  const behind = { start: outer.close.end, end: outer.close.end };
  return [
    {
      title: `Move segment \`${first.opener.id}\` behind segment \`${outer.opener.id}\``,
      edits: [...cuts, { span: behind, newText: moved }],
      isSafe: false,
    },
    {
      title: `Remove the inner markup and keep its text`,
      edits: inner.map((each) => ({ span: wholeSpan(each), newText: textOf(text, each, outer) })),
      isSafe: false,
    },
  ];
}

function lengthOf(pairs: readonly WholePair[]): number {
  return pairs.reduce((length, { opener, close }) => length + close.end - opener.start, 0);
}

function describeNoSource({ tags }: PageMarkup, { opener, looseEnd }: WithOpener): Description {
  const end = looseEnd === undefined ? undefined : tags.span(looseEnd);
  const removal = [{ span: spanOf(opener), newText: "" }];
  if (end !== undefined) removal.push({ span: end, newText: "" });
  const repairs: Repair[] = [{ title: "Remove the markup and keep the text", edits: removal, isSafe: false }];
  if (end !== undefined && opener.id !== "") {
    repairs.push({
      title: "Add an empty English half",
      edits: [{ span: end, newText: `${seamMarkup(opener.id)}${END_TAG}${END_TAG}` }],
      isSafe: false,
    });
  }
  return {
    message: `The translation ${name(opener.id)} has no English half: \`${LOOKUP_TAG}…\` does not follow it.`,
    repairs,
    leftovers: removal.map((edit) => edit.span),
  };
}

function describeNoTarget({ text, tags }: PageMarkup, { seam, close, looseEnd }: WithSeam): Description {
  const repairs: Repair[] = [];
  const start = guessTargetStart(text, seam.start);
  const end = close?.end ?? (looseEnd === undefined ? undefined : tags.end(looseEnd));
  if (start !== undefined && close !== undefined && seam.id !== "") {
    const edits: TextEdit[] = [{ span: { start, end: start }, newText: halfTag("target", seam.id) }];
    if (!seam.isExact) edits.push({ span: spanOf(seam), newText: seamMarkup(seam.id) });
    if (!close.isExact) edits.push({ span: spanOf(close), newText: END_TAG + END_TAG });
    repairs.push({ title: "Add the missing start tag of the translation", edits, isSafe: false });
  }
  if (end !== undefined) {
    const edits = [{ span: { start: seam.start, end }, newText: "" }];
    repairs.push({ title: "Remove the English half", edits, isSafe: false, losesWords: true });
  }
  return {
    message: `The English half ${name(seam.id)} has no translation: expected \`${halfTag("target", seam.id)}…${END_TAG}\` before it.`,
    repairs,
    leftovers: end === undefined ? [] : [{ start: seam.start, end }],
  };
}

function describeSwapped(
  { text, tags }: PageMarkup,
  { opener, seam, close, looseEnd }: Swapped,
): Description {
  const english = { start: seam.start, end: close.end };
  const end = tags.span(looseEnd);
  const target = text.slice(opener.end, end.start);
  const source = text.slice(seam.end, close.start);
  const newText = halfTag("target", seam.id) + target + seamMarkup(seam.id) + source + END_TAG + END_TAG;
  return {
    message: `The English half ${name(seam.id)} stands before its translation, expected it right behind.`,
    repairs: [
      {
        title: "Let the halves change places",
        edits: [{ span: { start: english.start, end: end.end }, newText }],
        isSafe: seam.hasLookup && close.isExact && opener.isExact && !seam.hasText,
        ...(seam.hasText && { losesWords: true }),
      },
    ],
    leftovers: [english, spanOf(opener), end],
  };
}

function describeNoEnd({ text, tags }: PageMarkup, { seam }: WithSeam): Description {
  const end = guessSourceEnd(
    text,
    seam.end,
    seam.tagsTo < tags.length ? tags.start(seam.tagsTo) : text.length,
  );
  return {
    message: `The English half ${name(seam.id)} has no end: expected \`${END_TAG}${END_TAG}\` after the English text.`,
    repairs: [
      {
        title: "Close the English half",
        edits: [{ span: { start: end, end }, newText: END_TAG + END_TAG }],
        isSafe: false,
      },
    ],
    leftovers: [],
  };
}

/**
 * End tags that close nothing. Only pages with segments are looked at: elsewhere they are not ours to judge. A span
 * that a translation opens may end behind it, so that translations are counted with the rest of the page.
 */
export function reportStrayEnds(markup: PageMarkup, pairings: readonly Pairing[]): MarkupProblem[] {
  const { text, tags } = markup;
  if (pairings.length === 0 && !holdsPairs(tags)) return [];
  const taken: Taken[] = [];
  for (const each of pairings) addTaken(text, tags, each, taken);
  taken.sort((a, b) => a.start - b.start);
  return findStrayEnds(text, tags, taken).map(
    (nth) => new FoundProblem("unpaired", tags.span(nth), false, markup, nth, describeStrayEnd),
  );
}

function describeStrayEnd({ text, tags }: PageMarkup, nth: number): Description {
  const span = tags.span(nth);
  return {
    message: `The end tag ${quote(text.slice(span.start, span.end))} closes nothing: no span is open here.`,
    repairs: [{ title: "Remove the end tag", edits: [{ span, newText: "" }], isSafe: true }],
    leftovers: [],
  };
}

function holdsPairs(tags: TagList): boolean {
  for (let nth = 0; nth < tags.length; nth += 1) if (tags.kind(nth) === "pairs") return true;
  return false;
}

/** The indexes of the end tags. */
function findStrayEnds(text: string, tags: TagList, taken: readonly Taken[]): number[] {
  const strays: number[] = [];
  let open = 0;
  let next = 0;
  let reach = 0;
  let targetEnd = 0;
  for (let nth = 0; nth < tags.length; nth += 1) {
    const start = tags.start(nth);
    while (next < taken.length && (taken[next] as Taken).start <= start) {
      const each = taken[next] as Taken;
      reach = Math.max(reach, each.end);
      targetEnd = Math.max(targetEnd, each.targetEnd);
      next += 1;
    }
    if (start < reach) continue;
    const kind = tags.kind(nth);
    if (kind === "open" && text[start - 1] !== "`") open += 1;
    else if (kind === "end" && open > 0) open -= 1;
    else if (kind === "end" && start >= targetEnd) strays.push(nth);
  }
  return strays;
}

/** Markup that a pairing accounts for; `targetEnd` is where the translation behind it ends, if it starts one. */
interface Taken {
  readonly start: number;
  readonly end: number;
  readonly targetEnd: number;
}

function addTaken(text: string, tags: TagList, pairing: Pairing, taken: Taken[]): void {
  const { opener, seam, close, looseEnd } = pairing;
  if (opener !== undefined) taken.push({ start: opener.start, end: opener.end, targetEnd: seam?.start ?? 0 });
  if (seam !== undefined) taken.push({ start: seam.start, end: close?.end ?? seam.end, targetEnd: 0 });
  if (looseEnd !== undefined)
    taken.push({ start: tags.start(looseEnd), end: tags.end(looseEnd), targetEnd: 0 });
  const last = seam ?? opener;
  if (close === undefined && last !== undefined) addRemains(text, tags, last, taken);
}

/** End tags right behind a half that lacks something, on its line: what is left of it, and not reported twice. */
function addRemains(text: string, tags: TagList, half: HalfStart, taken: Taken[]): void {
  let position = half.end;
  for (let nth = half.tagsFrom; nth < half.tagsTo; nth += 1) {
    const start = tags.start(nth);
    const end = tags.end(nth);
    if (text.slice(position, start).includes("\n")) break;
    taken.push({ start, end, targetEnd: 0 });
    position = end;
  }
}

function wholeSpan({ opener, close }: WholePair): Span {
  return { start: opener.start, end: close.end };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** What stays of an inner pair: the half that the outer pair's half is of. */
function textOf(text: string, inner: WholePair, outer: WholePair): string {
  return inner.opener.start < outer.seam.start
    ? text.slice(inner.opener.end, inner.seam.start)
    : text.slice(inner.seam.end, inner.close.start);
}

function name(id: string): string {
  return id === "" ? "without an id" : `\`${id}\``;
}

function quote(markup: string): string {
  if (markup === "") return "nothing";
  const line = markup.replaceAll(/\r?\n/g, "⏎");
  return `\`${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}\``;
}
