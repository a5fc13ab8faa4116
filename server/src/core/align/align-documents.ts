import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { BlockText } from "../markdown/block-text.ts";
import { parseDocument } from "../document/parse-document.ts";
import { scanInline } from "../markdown/scan-inline.ts";
import { cutSentences } from "../segments/cut-sentences.ts";
import type { Passage } from "../segments/find-passages.ts";
import { linkTextOf } from "../segments/link-text.ts";
import { isPicture, needsTranslation } from "../segments/needs-translation.ts";
import { takeMarks } from "../sync/marks.ts";
import { shift, type Span } from "../text/span.ts";
import { alignSentences, type SentencePair, spanOver } from "./align-sentences.ts";
import { alignSequences } from "./align-sequences.ts";
import { alignUnits } from "./align-units.ts";
import { confidenceOf } from "./confidence.ts";
import { compareFeatures } from "./features.ts";
import { readUnits, type Unit } from "./read-units.ts";
import { isMostlyLatin } from "./characters.ts";
import { spacesSegments } from "./sentence-ends.ts";
import type { LanguagePair } from "./compare-stretches.ts";
import { type Features, TokenizedText } from "./tokens.ts";

/** A stretch of a page that is one segment, or part of one. */
export interface Stretch {
  /** Raw Markdown; of a stretch over lines, without the container markers and indentation of the later ones. */
  readonly text: string;
  /** From its first to its last character: UTF-16 offsets into its page. */
  readonly span: Span;
  /** Where a part of `text` stands in the page. */
  toPage(inner: Span): Span;
}

/** A sentence of the English and its translation, as told by structure and text alone. */
export interface AlignedSegment {
  /** `undefined`: the English has nothing like it. */
  readonly source: Stretch | undefined;
  /** `undefined`: it is not translated. */
  readonly target: Stretch | undefined;
  /** From 0 to 1; see `CERTAIN`. */
  readonly confidence: number;
}

const alignedWith = new Attached<Document, WeakMap<Document, readonly AlignedSegment[]>>();

/**
 * Lines up a localized page without segment markup with its English page, sentence by sentence, in the order of the
 * localized page. Done once for two documents, however many ask.
 */
export function alignDocuments(target: Document, source: Document): readonly AlignedSegment[] {
  const known = alignedWith.get(target) ?? new WeakMap<Document, readonly AlignedSegment[]>();
  alignedWith.set(target, known);
  const aligned = known.get(source) ?? align(target, source);
  known.set(source, aligned);
  return aligned;
}

/** Marks of a sync are no part of the text. */
function align(page: Document, source: Document): AlignedSegment[] {
  const { text, marks, toMarked } = takeMarks(page);
  if (marks.length === 0) return alignUnmarked(page, source);
  const toPage = ({ start, end }: Span): Span => ({
    start: toMarked(start),
    // In front of a mark, not behind it.
    end: end > start ? toMarked(end - 1) + 1 : toMarked(end),
  });
  return alignUnmarked(parseDocument(text), source).map((segment) => {
    const { target } = segment;
    if (target === undefined) return segment;
    const mapped = {
      text: target.text,
      span: toPage(target.span),
      toPage: (inner: Span) => toPage(target.toPage(inner)),
    };
    return { ...segment, target: mapped };
  });
}

function alignUnmarked(target: Document, source: Document): AlignedSegment[] {
  const sources = readUnits(source);
  const targets = readUnits(target);
  const language = measureLanguage(sources, targets, target);
  const aligned: AlignedSegment[] = [];
  for (const pair of alignUnits(sources, targets, language.targetIsLatin)) {
    const from = pair.source === undefined ? undefined : sources[pair.source];
    const to = pair.target === undefined ? undefined : targets[pair.target];
    for (const [inSource, inTarget] of pairPassages(from, to, language))
      alignPassage(inSource, inTarget, { certainty: pair.certainty, language, aligned });
  }
  return aligned;
}

function measureLanguage(
  sources: readonly Unit[],
  targets: readonly Unit[],
  { form }: Document,
): LanguagePair {
  const prose = targets.filter(({ kind }) => kind !== "code");
  const lengthOf = (units: readonly Unit[]): number =>
    units.reduce((sum, { kind, features }) => sum + (kind === "code" ? 0 : features.length), 1);
  const page = prose.map(({ text }) => text).join("\n");
  return {
    ratio: lengthOf(prose) / lengthOf(sources),
    targetIsLatin: isMostlyLatin(page),
    spacesSegments: spacesSegments(page, form === "clean"),
  };
}

type PassagePair = readonly [source: Passage | undefined, target: Passage | undefined];

function pairPassages(
  source: Unit | undefined,
  target: Unit | undefined,
  language: LanguagePair,
): PassagePair[] {
  const columns = source?.columns;
  const others = target?.columns;
  if (source === undefined || target === undefined || columns === undefined || others === undefined)
    return pairInOrder(source?.passages ?? [], target?.passages ?? [], language);
  if (source.columnCount !== target.columnCount)
    return pairInOrder(source.passages, target.passages, language);
  const inTarget = byColumn(target, others);
  return byColumn(source, columns).flatMap((passages, column) =>
    pairInOrder(passages, inTarget[column] ?? [], language),
  );
}

/** The passages of a row, for each of its columns. */
function byColumn({ passages, columnCount }: Unit, columns: readonly number[]): readonly Passage[][] {
  const lists = Array.from({ length: columnCount }, (): Passage[] => []);
  for (const [nth, passage] of passages.entries()) lists[columns[nth] ?? -1]?.push(passage);
  return lists;
}

/** One by one where there are as many on both sides; else the cheapest way to leave some out. */
function pairInOrder(
  sources: readonly Passage[],
  targets: readonly Passage[],
  { ratio, targetIsLatin }: LanguagePair,
): PassagePair[] {
  if (sources.length === targets.length) return sources.map((each, nth) => [each, targets[nth]]);
  const before = sources.map(featuresOf);
  const after = targets.map(featuresOf);
  const pairs = alignSequences({
    sourceCount: sources.length,
    targetCount: targets.length,
    gapCost: 2,
    matchCost: (from, to) => {
      const [a, b] = [before[from] as Features, after[to] as Features];
      const { shared, apart } = compareFeatures(a, b, targetIsLatin);
      const length = Math.min(3, 2 * Math.abs(Math.log((b.length + 4) / (a.length * ratio + 4))));
      return length + 0.5 * Math.min(8, apart) - Math.min(8, shared) - 1.5;
    },
  });
  return pairs.map(({ source, target }) => [
    source === undefined ? undefined : sources[source],
    target === undefined ? undefined : targets[target],
  ]);
}

function featuresOf(passage: Passage): Features {
  return new TokenizedText(textOf(passage)).whole;
}

interface Round {
  /** How sure it is that the passages belong together. */
  readonly certainty: number;
  readonly language: LanguagePair;
  /** What is found is added to it. */
  readonly aligned: AlignedSegment[];
}

function alignPassage(source: Passage | undefined, target: Passage | undefined, round: Round): void {
  const { certainty, language, aligned } = round;
  if (source === undefined || target === undefined) {
    aligned.push({
      source: source && stretchOf(source, source.span),
      target: target && stretchOf(target, target.span),
      confidence: 0,
    });
    return;
  }
  const [from, to] = readAlike(source, target);
  const text = textOf(from);
  const inline = scanInline(text);
  const sentences = from.isWhole ? [{ start: 0, end: text.length }] : cutSentences(text, inline);
  const pairs = alignSentences({ text, inline, sentences }, textOf(to), language);
  for (let nth = 0; nth < pairs.length; nth++) {
    const pair = pairs[nth] as SentencePair;
    const confidence = certainty * confidenceOf(pairs, nth);
    const inSource = sourceSpanOf(pair, sentences);
    const halves = {
      source: inSource && stretchOf(from, inSource, from.span.start),
      target: pair.target && stretchOf(to, pair.target, to.span.start),
      confidence,
    };
    if (from.isWhole) aligned.push(halves);
    else if (isWrapped(halves, source)) aligned.push(insideLinks(from, to, halves));
  }
}

/** As the pipeline does it: what has nothing to translate is left alone. */
function isWrapped({ source, target }: Halves, passage: Passage): boolean {
  // A passage has something to translate.
  if (source !== undefined && source.start === passage.span.start && source.end === passage.span.end)
    return true;
  const english = (source ?? target)?.text ?? "";
  return needsTranslation(english) || isPicture(english);
}

function sourceSpanOf({ sources: [from, to] }: SentencePair, sentences: readonly Span[]): Span | undefined {
  return from === to ? undefined : spanOver(sentences, from, to);
}

interface Halves extends AlignedSegment {
  readonly source: FlowStretch | undefined;
  readonly target: FlowStretch | undefined;
}

/** Of two thousand on a page, most are only asked for their texts. */
class FlowStretch implements Stretch {
  readonly text: string;
  /** Offset into the flow. */
  readonly start: number;
  private readonly flow: BlockText;
  private place: Span | undefined;

  constructor(flow: BlockText, start: number, end: number) {
    this.text = flow.text.slice(start, end);
    this.start = start;
    this.flow = flow;
  }

  /** The same. */
  get end(): number {
    return this.start + this.text.length;
  }

  /** Always the same object: who lists stretches tells them by it. */
  get span(): Span {
    return (this.place ??= this.flow.originOfSpan({ start: this.start, end: this.end }));
  }

  toPage(inner: Span): Span {
    return this.flow.originOfSpan(shift(inner, this.start));
  }
}

/** As the pipeline does it: of a sentence that is nothing but a link the text of the link is taken. */
function insideLinks(from: Passage, to: Passage, halves: Halves): AlignedSegment {
  const { source, target, confidence } = halves;
  if (source === undefined || target === undefined) return halves;
  const inSource = insideLink(source);
  const inTarget = inSource && insideLink(target);
  if (inSource === undefined || inTarget === undefined) return halves;
  return {
    source: stretchOf(from, inSource, source.start),
    target: stretchOf(to, inTarget, target.start),
    confidence,
  };
}

function insideLink({ text }: Stretch): Span | undefined {
  return text.startsWith("[")
    ? linkTextOf(text, scanInline(text), { start: 0, end: text.length })
    : undefined;
}

/** Both as the text of a link, or neither; both with the anchors before their text, or neither. */
function readAlike(source: Passage, target: Passage): [Passage, Passage] {
  if (source.isWhole !== target.isWhole) return [outsideLink(source), outsideLink(target)];
  return [textOf(target).startsWith("<a ") ? withAnchors(source) : source, target];
}

const ANCHORS = /(?:<a\b[^>]*>\s*<\/a>\s*)+$/;

/** The passage with the empty anchors before it: the translation may have put text into them. */
function withAnchors(passage: Passage): Passage {
  const { flow, span } = passage;
  const anchors = ANCHORS.exec(flow.text.slice(Math.max(0, span.start - LONGEST_ANCHORS), span.start))?.[0];
  return anchors === undefined
    ? passage
    : { ...passage, span: { start: span.start - anchors.length, end: span.end } };
}

const LONGEST_ANCHORS = 400;

/** The passage with the link that it is the text of. */
function outsideLink(passage: Passage): Passage {
  const { flow, span, isWhole } = passage;
  if (!isWhole) return passage;
  const link = scanInline(flow.text).links.find(
    ({ textSpan }) => textSpan !== undefined && textSpan.start <= span.start && span.end <= textSpan.end,
  );
  return link === undefined ? passage : { ...passage, span: link.span, isWhole: false };
}

function textOf({ flow, span }: Passage): string {
  return flow.text.slice(span.start, span.end);
}

function stretchOf({ flow }: Passage, { start, end }: Span, by = 0): FlowStretch {
  return new FlowStretch(flow, start + by, end + by);
}
